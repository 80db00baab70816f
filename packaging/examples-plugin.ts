import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { basename, extname, join } from 'node:path'
import { build, type Connect, type Plugin } from 'vite'
import {
  type Servers,
  securityHeaders,
  signInPolicy,
  writePolicy,
} from '../scripts/security-headers.ts'
import type { Environment } from '../src/app/environment.ts'
import { cssTarget } from './css-target.ts'

const root = join(import.meta.dirname, '..')
const pages = ['index.html', 'bare.html', 'plain.html', 'react.html', 'frame.html', 'gallery.html']

/** What the files in `public/examples` contain, for the sandbox. */
const written = {
  accountsUrl: 'http://localhost:3001',
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
}

/**
 * Serves and builds `/examples/`: the pages of `public/examples` with the servers of this build, the script file
 * of the package and the React page, under the headers that docs/security.md recommends.
 */
export function examplesPlugin(environment: Environment): Plugin {
  const readPage = async (name: string) => {
    const html = await readFile(join(root, 'public/examples', name), 'utf8')
    return html
      .replaceAll(written.accountsUrl, environment.accountsUrl)
      .replaceAll(written.clientId, environment.clientId)
  }
  const servePages: Connect.NextHandleFunction = async (request, response, next) => {
    const name = exampleName(request.url)
    if (!name || !pages.includes(name)) return next()
    for (const [header, value] of Object.entries(exampleHeaders(name, environment))) {
      response.setHeader(header, value)
    }
    send(response, 'text/html; charset=utf-8', await readPage(name))
  }

  return {
    name: 'examples',
    configureServer({ middlewares }) {
      middlewares.use(servePages)
      middlewares.use(async (request, response, next) => {
        const name = exampleName(request.url)
        if (!name || extname(name) !== '.js') return next()
        const script = (await bundleScripts()).get(name)
        if (script === undefined) return next()
        send(response, 'text/javascript; charset=utf-8', script)
      })
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(servePages)
    },
    async generateBundle() {
      for (const [name, source] of await bundleScripts()) {
        this.emitFile({ type: 'asset', fileName: `examples/${name}`, source })
      }
      for (const name of pages) {
        const source = await readPage(name)
        this.emitFile({ type: 'asset', fileName: `examples/${name}`, source })
      }
    },
  }
}

function exampleName(url: string | undefined): string | undefined {
  const { pathname } = new URL(url ?? '/', 'http://example')
  if (!pathname.startsWith('/examples/')) return undefined
  return basename(pathname) === 'examples' ? 'index.html' : basename(pathname)
}

/** The policy of docs/security.md; some examples are in a frame of another site, and one has such a frame. */
export function exampleHeaders(name: string, servers: Servers): Record<string, string> {
  const { 'X-Frame-Options': denied = '', ...headers } = securityHeaders(servers)
  const framed = name === 'plain.html' || name === 'bare.html'
  const policy = {
    ...signInPolicy(servers),
    ...(framed && {
      'frame-ancestors': 'http://*.localhost:* http://localhost:* http://127.0.0.1:*',
    }),
    ...(name === 'frame.html' && { 'frame-src': 'http://localhost:* http://127.0.0.1:*' }),
  }
  return {
    ...headers,
    ...(!framed && { 'X-Frame-Options': denied }),
    'Content-Security-Policy': writePolicy(policy),
  }
}

let bundling: Promise<Map<string, string>> | undefined

function bundleScripts(): Promise<Map<string, string>> {
  bundling ??= bundle()
  return bundling
}

async function bundle(): Promise<Map<string, string>> {
  const results = await Promise.all([
    bundleOne({ 'sign-in-with-livechat': 'src/embed/define.ts' }),
    bundleOne({ 'react-page': 'packaging/examples/react-page.tsx' }),
    bundleOne({ gallery: 'packaging/examples/gallery.ts' }),
  ])
  return new Map(results.flat())
}

async function bundleOne(entry: Record<string, string>): Promise<[string, string][]> {
  const name = Object.keys(entry)[0] ?? ''
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'baseline-widely-available',
      cssTarget,
      lib: {
        entry: Object.fromEntries(
          Object.entries(entry).map(([key, path]) => [key, join(root, path)]),
        ),
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: '[name].js', chunkFileNames: `${name}.[name].js`, minify: true },
      },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  return outputs.flatMap(({ output }) =>
    output.flatMap((one): [string, string][] =>
      one.type === 'chunk' ? [[one.fileName, one.code]] : [],
    ),
  )
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('Content-Type', type)
  response.end(body)
}
