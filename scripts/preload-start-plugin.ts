import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/**
 * Lets the browser fetch a module that the page's first script imports later, and all that this one imports, beside that
 * script instead of after it.
 *
 * @param module The end of its path.
 */
export function preloadStartPlugin(module: string): Plugin {
  let base = '/'
  return {
    name: 'preload-start',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
        return (start ? withImports(start, bundle) : [])
          .map((file) => base + file)
          .filter((href) => !html.includes(href))
          .map(
            (href): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href },
              injectTo: 'head',
            }),
          )
      },
    },
  }
}

/** The files of a chunk and of those it imports, each once. */
function withImports(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const files = new Set([chunk.fileName])
  for (const file of files) {
    const one = bundle[file]
    if (one?.type === 'chunk') for (const imported of one.imports) files.add(imported)
  }
  return [...files]
}
