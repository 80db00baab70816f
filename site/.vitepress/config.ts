import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vitepress'
import { entryPoints } from '../entry-points.js'
import { readLiveExample } from '../live-examples.ts'

const root = resolve(import.meta.dirname, '../..')

/** The title a document gives itself. */
function titleOf(file: string): string {
  const [, title = file] = /^# (.+)$/m.exec(readFileSync(join(root, file), 'utf8')) ?? []
  return title.replaceAll('`', '')
}

const item = (file: string) => ({ text: titleOf(file), link: `/${file.replace(/\.md$/, '')}` })

const docs = (...names: string[]) => names.map((name) => item(`docs/${name}.md`))

const frameworks = ['react', 'next', 'react-router', 'vue', 'svelte', 'jsx', 'plain'].map((name) =>
  item(`docs/frameworks/${name}.md`),
)

const decisions = readdirSync(join(root, 'docs/decisions'))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => item(`docs/decisions/${name}`))

/** What stands in the table of error codes. */
const codes = [
  ...readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8').matchAll(/^\| `(\w+)` \|/gm),
].map(([, code = '']) => ({ text: code, link: `/site/errors/${code}` }))

/** Whether a link of a page leads to a file of the repository that is no page itself. */
function isToFile(href: string, page: string): boolean {
  if (/^(#|[a-z]+:)/.test(href)) return false
  const [path = ''] = href.split('#')
  return !path.endsWith('.md') && existsSync(resolve(root, dirname(page), decodeURI(path)))
}

/** The pages lie outside the folder in which Vue is installed. */
const vueForPages: Plugin = {
  name: 'vue-for-pages',
  enforce: 'pre',
  resolveId(id, _importer, options) {
    if (!/^vue(\/|$)/.test(id)) return null
    if (options.ssr) return { id, external: true }
    return this.resolve(id, join(root, 'site/package.json'), { ...options, skipSelf: true })
  },
}

const base = process.env.SITE_BASE ?? '/'

export default defineConfig({
  title: 'Sign in with LiveChat',
  description: 'Sign a LiveChat agent in from a web page and work with their chats.',
  srcDir: '..',
  srcExclude: ['**/node_modules', 'consumers', 'test-results', 'screenshots', 'lib', 'dist'],
  outDir: 'dist',
  cacheDir: 'node_modules/.cache',
  rewrites: { 'README.md': 'index.md' },
  base,
  head: [['link', { rel: 'icon', href: `${base}favicon.svg` }]],
  // What runs on this machine.
  ignoreDeadLinks: [/^https?:\/\/localhost/],
  markdown: {
    config(md) {
      // A file of the repository has no page: its name stays, without a link that leads nowhere.
      md.core.ruler.push('repository-files', ({ tokens, env }) => {
        const page = relative(root, env.path ?? '')
        for (const { children } of tokens) {
          let isFile = false
          for (const token of children ?? []) {
            if (token.type === 'link_open') isFile = isToFile(`${token.attrGet('href')}`, page)
            if (!isFile || !token.type.startsWith('link_')) continue
            token.type = token.type.replace('link', 'em')
            token.tag = 'em'
            token.attrs = null
          }
        }
      })
      // Code that runs has what it does above it.
      const fence = md.renderer.rules.fence
      if (!fence) return
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const token = tokens[index]
        const example = token && readLiveExample(token.info)
        if (!example) return fence(tokens, index, ...rest)
        token.info = example.language
        return `<LiveExample name="${example.name}" title="${md.utils.escapeHtml(example.title)}">
          ${fence(tokens, index, ...rest)}
        </LiveExample>`
      }
    },
  },
  vite: {
    // The app's own settings are not for this.
    configFile: false,
    // scripts/site-examples.ts fills it.
    publicDir: join(root, 'site/public'),
    plugins: [vueForPages],
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      {
        text: 'Begin',
        items: [
          { text: 'Sign in with LiveChat', link: '/' },
          ...docs('frameworks', 'recipes', 'options', 'theming'),
          item('site/gallery.md'),
          ...docs('languages', 'sessions', 'shared-session', 'server-side'),
        ],
      },
      { text: 'Frameworks', collapsed: true, items: frameworks },
      { text: 'Work with chats', items: docs('live-chats', 'inbox', 'chats', 'live-feed') },
      {
        text: 'Test and find faults',
        items: [...docs('testing', 'doctor', 'troubleshooting'), item('sandbox/README.md')],
      },
      {
        text: 'Trust',
        items: [
          ...docs('security', 'threats', 'browsers', 'mutation-testing'),
          item('SECURITY.md'),
        ],
      },
      {
        text: 'Come from',
        items: docs('moving-from-accounts-sdk', 'moving-from-auth0', 'moving-from-google'),
      },
      {
        text: 'Know more',
        items: [
          ...docs('protocol', 'performance', 'size', 'publishing'),
          ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map(item),
        ],
      },
      {
        text: 'API reference',
        collapsed: true,
        items: entryPoints.map(({ name }) => ({ text: name, link: `/site/reference/${name}` })),
      },
      { text: 'Decisions', collapsed: true, items: decisions },
      { text: 'Error codes', collapsed: true, items: codes },
    ],
  },
})
