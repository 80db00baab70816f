import { entryPoints } from './entry-points.js'

/**
 * Makes the API reference of the docstrings: a page for each entry point, in `reference/`. An export without a docstring
 * fails the build.
 *
 * @type {import('typedoc').TypeDocOptions & import('typedoc-plugin-markdown').PluginOptions}
 */
export default {
  plugin: ['typedoc-plugin-markdown', './reference-plugin.js'],
  entryPoints: entryPoints.map(({ source }) => `../${source}`),
  tsconfig: 'tsconfig.json',
  out: 'reference',
  router: 'module',
  entryFileName: 'index',
  readme: 'none',
  sort: ['source-order'],
  disableSources: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  sanitizeComments: true,
  requiredToBeDocumented: ['Class', 'Function', 'Interface', 'TypeAlias', 'Variable'],
  // As in Playwright.
  intentionallyNotDocumented: [
    'url',
    'isClosed',
    'getByRole',
    'getByTestId',
    'waitForURL',
    'waitForEvent',
  ].map((name) => `sign-in-with-livechat/testing.BrowserPage.${name}`),
  validation: { notDocumented: true, notExported: false, invalidLink: true, rewrittenLink: true },
  treatWarningsAsErrors: true,
}
