import { cp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { cssTarget } from '../packaging/css-target.ts'
import { entryPoints } from '../site/entry-points.js'
import { findLiveExamples, type WrittenExample } from '../site/live-examples.ts'

/**
 * Builds what the documents' live examples run as, and the gallery, into `site/public/`, beside the icon: from this
 * repository's own source, with relative addresses, so that they work below any path.
 */
const root = join(import.meta.dirname, '..')
const outDir = join(root, 'site/public/examples')

const examples = findLiveExamples()

/** The React pages, by the path that each would have as a file. */
const modules = new Map(
  examples
    .filter(({ language }) => language === 'tsx')
    .map(({ name, code }) => [join(root, 'docs', `${name}.tsx`), { name, code }]),
)

const codeOfDocuments: Plugin = {
  name: 'code-of-documents',
  resolveId: (id) => (modules.has(id) ? id : null),
  load: (id) => modules.get(id)?.code,
}

/** The page that an example runs in. */
function pageOf({ language, title, name, code }: WrittenExample): string {
  const isHtml = language === 'html'
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="./live-example.css">
    ${isHtml ? '' : `<script type="module" src="./${name}.js"></script>`}
  </head>
  <body>
${isHtml ? code : ''}
  </body>
</html>
`
}

await build({
  configFile: false,
  root,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [codeOfDocuments, react()],
  resolve: {
    alias: entryPoints.map(({ name, source }) => ({
      find: new RegExp(`^${name}$`),
      replacement: join(root, source),
    })),
  },
  build: {
    outDir,
    emptyOutDir: true,
    reportCompressedSize: false,
    target: 'baseline-widely-available',
    cssTarget,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        ...Object.fromEntries([...modules].map(([path, { name }]) => [name, path])),
        gallery: join(root, 'packaging/examples/gallery.ts'),
        'lib/script/sign-in-with-livechat': join(root, 'src/embed/define.ts'),
        'lib/script/livechat-account-menu': join(root, 'src/embed/define-account-menu.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
for (const example of examples) {
  await writeFile(join(outDir, `${example.name}.html`), pageOf(example))
}
for (const file of [
  'site/live-example.css',
  ...['gallery.html', 'gallery.css', 'examples.css'].map((name) => `public/examples/${name}`),
]) {
  await cp(join(root, file), join(outDir, basename(file)))
}
await cp(join(root, 'public/favicon.svg'), join(outDir, '../favicon.svg'))
