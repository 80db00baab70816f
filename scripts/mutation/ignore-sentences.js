import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Leaves out the sentences that tell people what happened: what they say is reviewed, not tested. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore: (path) =>
      path.isStringLiteral() && /\S \S+ \S/.test(path.node.value) ? 'words for people' : undefined,
  }),
]
