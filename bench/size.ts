import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/**
 * `npm run size`: what a page pays for each door of the built package, beside what others weigh. Fails when a
 * door outgrew its budget. `npm run size -- --write` also puts the table into the README.
 */
const root = join(import.meta.dirname, '..')
const lib = join(root, 'lib')
const readme = join(root, 'README.md')

interface Measured {
  name: string
  /** What the page imports. */
  code: string
  /** Modules a page has anyway. */
  outside?: RegExp
  /** Also counts what is loaded later. */
  withLater?: boolean
  /** Bytes, brotli. */
  budget?: number
}

const door = (file: string) => JSON.stringify(join(lib, file))

const ours: Measured[] = [
  {
    name: 'signInByPopup: implicit grant, no session kept',
    code: `export { signInByPopup } from ${door('index.js')}`,
    budget: 5250,
  },
  {
    name: 'createSignInClient: implicit grant, pop-up and redirect',
    code: `export { createSignInClient } from ${door('index.js')}`,
    budget: 7600,
  },
  {
    name: 'createSignInClient with the code grant',
    code: `export { createSignInClient } from ${door('index.js')}`,
    withLater: true,
    budget: 18 * 1024,
  },
  {
    name: './react (core included, React not)',
    code: `export * from ${door('react.js')}; export { createSignInClient } from ${door('index.js')}`,
    outside: /^react/,
    budget: 11_000,
  },
  {
    name: './embed/define (core included)',
    code: `import ${door('embed/define.js')}`,
    budget: 11_250,
  },
  {
    name: './agent-chat',
    code: `export { createAgentChatClient } from ${door('agent-chat.js')}`,
    budget: 9000,
  },
  {
    name: './accounts-sdk',
    code: `export { default } from ${door('accounts-sdk.js')}`,
    budget: 9000,
  },
]

const others: Measured[] = [
  { name: '@livechat/accounts-sdk', code: "export { default } from '@livechat/accounts-sdk'" },
  { name: 'oidc-client-ts', code: "export { UserManager } from 'oidc-client-ts'" },
  {
    name: '@auth0/auth0-spa-js',
    code: "export { createAuth0Client } from '@auth0/auth0-spa-js'",
  },
  {
    name: 'react and react-dom alone',
    code: "export { createElement } from 'react'; export { createRoot } from 'react-dom/client'",
  },
]

/** Delivered as it is, without a bundler. */
const script = { name: 'script file with the button', file: 'script/sign-in-with-livechat.js' }
const scriptBudget = 11_250

interface Size {
  name: string
  minified: number
  gzip: number
  brotli: number
  budget?: number | undefined
}

async function measure({ code, outside, withLater }: Measured): Promise<Omit<Size, 'name'>> {
  const entry = join(root, 'bench', '.size-entry.js')
  await writeFile(entry, code)
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    preserveEntrySignatures: 'allow-extension',
    ...(outside && { external: outside }),
  })
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false })
  await rm(entry)
  const chunks = output.flatMap((one) => (one.type === 'chunk' ? [one] : []))
  const [first, ...later] = chunks
  const at = [
    first,
    ...(withLater ? later : later.filter((one) => first?.imports.includes(one.fileName))),
  ]
  return total(at.map((one) => one?.code ?? ''))
}

function total(files: string[]): Omit<Size, 'name'> {
  const sum = (of: (file: string) => number) => files.reduce((all, file) => all + of(file), 0)
  return {
    minified: sum((file) => Buffer.byteLength(file)),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  }
}

async function versionOf(name: string): Promise<string> {
  const path = join(root, 'node_modules', name, 'package.json')
  if (!existsSync(path)) return ''
  const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'))
  return ` ${version}`
}

function row({ name, minified, gzip, brotli, budget }: Size): string {
  const cells = [minified, gzip, brotli].map((bytes) => (bytes / 1000).toFixed(1))
  return `| ${name} | ${cells.join(' | ')} | ${budget ? (budget / 1000).toFixed(1) : ''} |`
}

const sizes: Size[] = []
for (const one of ours) {
  sizes.push({ name: one.name, budget: one.budget, ...(await measure(one)) })
}
const delivered = await readFile(join(lib, script.file), 'utf8')
sizes.push({ name: script.name, budget: scriptBudget, ...total([delivered]) })
for (const one of others) {
  const version = await versionOf(one.name.split(' ')[0] ?? '')
  sizes.push({ name: `${one.name}${version}`, ...(await measure(one)) })
}

const lines = [
  '| kB | minified | gzip | brotli | budget |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...sizes.map(row),
]
console.log(lines.join('\n'))
if (process.argv.includes('--write')) {
  const text = await readFile(readme, 'utf8')
  const [before, after] = text.split(/(?<=\n)\| kB \|.*\n(?:\|.*\n)*/)
  if (before === undefined || after === undefined) throw new Error('The README has no size table.')
  await writeFile(readme, `${before}${lines.join('\n')}\n${after}`)
}
const over = sizes.filter(({ brotli, budget }) => budget !== undefined && brotli > budget)
for (const { name, brotli, budget } of over) {
  console.error(`${name}: ${brotli} bytes (brotli) are more than its budget of ${budget}.`)
}
if (over.length > 0) process.exitCode = 1
