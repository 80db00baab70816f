import { join } from 'node:path'
import { minifySync } from 'rolldown/utils'
import { build, type Rolldown } from 'vite'
import { cssTarget } from '../packaging/css-target.ts'

const root = join(import.meta.dirname, '..')

/** What the script with the button is made of: what each part is for, and its modules. */
const parts: [purpose: string, modules: RegExp][] = [
  ['the client: `signIn()`, `resume()` and the order of their steps', /auth\/sign-in(-client)?\./],
  ['options and their checks', /access-token\/|auth\/(sign-in-options|without-undefined)\./],
  ['the request: state, scopes, address', /auth\/grant\/authorization-request\./],
  ['the sign-in window: its place, its message, each way it can end', /auth\/flow\/popup/],
  [
    'redirects: the pending sign-in, and where the agent was',
    /auth\/(page|flow\/(pending|return))/,
  ],
  ['checks of the response', /auth\/grant\/(authorization-res|token-gr)/],
  [
    'asking LiveChat about the token: of which app, whose, how long',
    /auth\/grant\/(accounts-http|token-info)\./,
  ],
  [
    'exchanging, refreshing and revoking tokens',
    /auth\/(grant\/(token-endpoint|revoke-token)|unless-aborted)\./,
  ],
  ['the session: states, expiry, refresh, sign-out, other tabs, the hint', /auth\/session\//],
  ['errors, each with a sentence for the agent', /auth\/(sign-in-error|explain-failure)\./],
  ['loading the code grant, with a second try', /auth\/(load-module|grant\/load-code-grant)\./],
  ['the element: attributes, events, drawing', /src\/embed\//],
  ['the button’s styles, light and dark', /sign-in-button\.css/],
  ['what the button says, its label in each language, and the logo', /src\/(brand|messages)\//],
  [
    'stores, what older browsers lack, pages that clobber the DOM',
    /src\/(store|older-browsers|dom)\//,
  ],
]

export interface Part {
  purpose: string
  /** Bytes, minified. */
  minified: number
}

/**
 * Weighs the parts of the script with the button.
 *
 * @throws {Error} When a module belongs to no part, or a part has no module.
 */
export async function measureParts(): Promise<Part[]> {
  const modules = Object.entries(await modulesOf('src/embed/define.ts'))
  const weighed = parts.map(() => 0)
  for (const [id, code] of modules) {
    const part = parts.findIndex(([, own]) => own.test(id))
    if (part === -1) throw new Error(`bench/script-parts.ts does not say what ${id} is for.`)
    weighed[part] = (weighed[part] ?? 0) + minifiedSize(code)
  }
  return parts.map(([purpose], index) => {
    const minified = weighed[index] ?? 0
    if (minified === 0) throw new Error(`No module of the script is for ${purpose}.`)
    return { purpose, minified }
  })
}

/** What is left of each module in a bundle and the files that the bundle begins with. */
async function modulesOf(entry: string): Promise<Record<string, string>> {
  const built = (await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      cssTarget,
      cssMinify: true,
      lib: { entry: join(root, entry), formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[]
  const chunks = built
    .flatMap(({ output }) => output)
    .filter((one) => one.type === 'chunk')
    .filter(({ isDynamicEntry }) => !isDynamicEntry)
  return Object.fromEntries(
    chunks.flatMap((chunk) =>
      Object.entries(chunk.modules).map(([id, { code }]) => [id, code ?? '']),
    ),
  )
}

/** By itself most of a module is unused, and would go. */
function minifiedSize(code: string): number {
  const options = { module: true, compress: { unused: false }, mangle: { toplevel: true } } as const
  return Buffer.byteLength(minifySync('module.js', code, options).code)
}
