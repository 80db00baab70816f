import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { measureParts } from './script-parts.ts'
import { tableIn, withTable } from './table.ts'

/**
 * `npm run size`: what each entry point of the built package weighs, beside other libraries. Fails when one exceeds
 * its budget or contains what it should not, and when docs/size.md says something else;
 * `npm run size -- --write` writes its tables.
 */
const root = join(import.meta.dirname, '..')
const lib = join(root, 'lib')
const document = join(root, 'docs/size.md')

interface Measured {
  name: string
  /** What the page imports. */
  code: string
  /** Modules that every such page already has. */
  outside?: RegExp
  /** Also counts what is loaded later, but for what only a failure loads, and for languages. */
  withLater?: boolean
  /** Also counts every language. */
  withLanguages?: boolean
  /** Bytes, brotli. */
  budget?: number
  /** What this must not contain. */
  without?: Piece[]
}

/** How to recognise a part that only some pages need: by its module, or by a string that only it contains. */
const pieces = {
  'oidc-client-ts': /node_modules\/oidc-client-ts\//,
  valibot: /node_modules\/valibot\//,
  '@noble/hashes': /node_modules\/@noble\//,
  'the shared session': /\bask:\s*["'`]forget/,
  'the kept session': /sign-in-with-livechat:hint/,
  'another language': /Abmelden/,
}
type Piece = keyof typeof pieces

const light: Piece[] = [
  'oidc-client-ts',
  'valibot',
  '@noble/hashes',
  'the shared session',
  'another language',
]

const entry = (file: string) => JSON.stringify(join(lib, file))

const ours: Measured[] = [
  {
    name: 'signInByPopup: implicit grant, no session kept',
    code: `export { signInByPopup } from ${entry('index.js')}`,
    budget: 6_650,
    without: [...light, 'the kept session'],
  },
  {
    name: 'createSignInClient: implicit grant, pop-up and redirect',
    code: `export { createSignInClient } from ${entry('index.js')}`,
    budget: 9_800,
    without: light,
  },
  {
    name: 'createSignInClient with the code grant',
    code: `export { createSignInClient } from ${entry('index.js')}`,
    withLater: true,
    budget: 19_300,
    without: ['valibot', '@noble/hashes', 'the shared session'],
  },
  {
    name: './react: provider, button and session (core included, React not)',
    code: `export { LiveChatProvider, SignInWithLiveChat, useSession } from ${entry('react.js')}; export { createSignInClient } from ${entry('index.js')}`,
    outside: /^react/,
    budget: 13_100,
    without: light,
  },
  {
    name: './react (core included, React not)',
    code: `export * from ${entry('react.js')}; export { createSignInClient } from ${entry('index.js')}`,
    outside: /^react/,
    budget: 13_450,
    without: light,
  },
  {
    name: './react with the code grant',
    code: `export * from ${entry('react.js')}; export { createSignInClient } from ${entry('index.js')}`,
    outside: /^react/,
    withLater: true,
    budget: 22_950,
  },
  {
    name: './embed: the class alone (core included)',
    code: `export { SignInWithLiveChatElement } from ${entry('embed.js')}`,
    budget: 14_100,
    without: light,
  },
  {
    name: './embed/define (core included)',
    code: `import ${entry('embed/define.js')}`,
    budget: 14_100,
    without: light,
  },
  {
    name: './react/account: menu and hooks (core and provider included, React not)',
    code: `export * from ${entry('react/account.js')}; export { LiveChatProvider } from ${entry('react.js')}; export { createSignInClient } from ${entry('index.js')}`,
    outside: /^react/,
    budget: 16_600,
    without: light,
  },
  {
    name: './react/inbox: hooks and clients (core and provider included, React and TanStack Query not)',
    code: `export * from ${entry('react/inbox.js')}; export { createSignInClient } from ${entry('index.js')}`,
    outside: /^(react|@tanstack)/,
    budget: 32_000,
    without: ['oidc-client-ts', '@noble/hashes', 'the shared session'],
  },
  {
    name: './embed/account-menu: menu and button (core included)',
    code: `import ${entry('embed/account-menu.js')}`,
    budget: 19_250,
    without: light,
  },
  {
    name: './agent-chat',
    code: `export { createAgentChatClient } from ${entry('agent-chat.js')}`,
    budget: 9_000,
    without: ['oidc-client-ts', '@noble/hashes', 'the kept session'],
  },
  {
    name: './live-feed',
    code: `export { createLiveFeed } from ${entry('live-feed.js')}`,
    budget: 8_100,
    without: ['oidc-client-ts', '@noble/hashes', 'the kept session'],
  },
  {
    name: './accounts-sdk',
    code: `export { default } from ${entry('accounts-sdk.js')}`,
    budget: 9_650,
    without: ['oidc-client-ts', 'valibot', 'the shared session', 'the kept session'],
  },
  {
    name: './debug, beside the core',
    code: `export * from ${entry('debug.js')}; export { createSignInClient } from ${entry('index.js')}`,
    budget: 10_300,
    without: light,
  },
  {
    name: './shared-session-worker, in its worker',
    code: `import ${entry('shared-session-worker.js')}`,
    budget: 2_650,
    without: ['oidc-client-ts', 'valibot', '@noble/hashes', 'the kept session'],
  },
  {
    name: './server-session, for the page of a server-side app',
    code: `export { createServerSession } from ${entry('server-session.js')}`,
    budget: 4_450,
    without: [...light, 'the kept session'],
  },
  {
    name: './server, on a server (jose included)',
    code: `export { createServerSignIn } from ${entry('server.js')}`,
    withLater: true,
    budget: 26_500,
    without: ['valibot', '@noble/hashes', 'the shared session'],
  },
  {
    name: './testing, beside Playwright',
    code: `export * from ${entry('testing.js')}`,
    budget: 1_000,
    without: [...light, 'the kept session'],
  },
]

/** Chunks with words for the developer, loaded when a sign-in fails. */
const onFailure = /-cause$/
const languages = /^(messages-|translations)/

async function largestLanguage(): Promise<string> {
  const folder = join(lib, 'script')
  const files = (await readdir(folder)).filter((file) => file.startsWith('messages-'))
  const sizes = await Promise.all(
    files.map(async (file) => ({ file, ...total([await readFile(join(folder, file), 'utf8')]) })),
  )
  return sizes.sort((one, other) => other.brotli - one.brotli)[0]?.file ?? ''
}

/** Served as they are, without a bundler. */
const scripts = [
  { name: 'script file with the button', files: ['sign-in-with-livechat.js'], budget: 14_100 },
  {
    name: 'script file with the code grant',
    files: ['sign-in-with-livechat.js', 'code-grant.js'],
    budget: 23_650,
  },
  {
    name: 'script file with the button and the account menu',
    files: ['livechat-account-menu.js'],
    budget: 19_250,
  },
  {
    name: 'script file of a language, the largest',
    files: [await largestLanguage()],
    budget: 1_700,
  },
  { name: 'script file of ./accounts-sdk', files: ['accounts-sdk.js'], budget: 10_000 },
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

interface Weight {
  minified: number
  gzip: number
  brotli: number
}

interface Size extends Weight {
  name: string
  budget?: number | undefined
}

interface Bundled extends Weight {
  /** Names of the `pieces` in it. */
  holds: Piece[]
}

async function measure({
  code,
  outside,
  withLater,
  withLanguages,
}: Omit<Measured, 'name'>): Promise<Bundled> {
  const entry = join(root, 'bench', '.size-entry.js')
  await writeFile(entry, code)
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    preserveEntrySignatures: 'allow-extension',
    ...(outside && { external: outside }),
    // The warning about 'use client' in ./react means nothing to a page.
    onLog: (level, log, handle) => {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
    },
  })
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false })
  await rm(entry)
  const [first, ...others] = output.flatMap((one) => (one.type === 'chunk' ? [one] : []))
  const later = others.filter(
    ({ name }) => !onFailure.test(name) && (withLanguages || !languages.test(name)),
  )
  if (!first) throw new Error(`Nothing is left of ${code}.`)
  const paid = [
    first,
    ...(withLater ? later : later.filter((one) => first.imports.includes(one.fileName))),
  ]
  return { ...total(paid.map((one) => one.code)), holds: piecesIn(paid) }
}

function piecesIn(chunks: { code: string; modules: Record<string, object> }[]): Piece[] {
  const text = chunks.flatMap(({ code, modules }) => [code, ...Object.keys(modules)]).join('\n')
  return (Object.keys(pieces) as Piece[]).filter((name) => pieces[name].test(text))
}

function total(files: string[]): Weight {
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

const complaints: string[] = []
const sizes: Size[] = []
for (const { name, budget, without = [], ...one } of ours) {
  const { holds, ...weight } = await measure(one)
  sizes.push({ name, budget, ...weight })
  for (const piece of without.filter((some) => holds.includes(some))) {
    complaints.push(`${name} holds ${piece}, which its pages should not pay for.`)
  }
}
for (const { name, files, budget } of scripts) {
  const delivered = files.map((file) => readFile(join(lib, 'script', file), 'utf8'))
  sizes.push({ name, budget, ...total(await Promise.all(delivered)) })
}
for (const { name, ...one } of others) {
  const { holds: _, ...weight } = await measure(one)
  sizes.push({ name: `${name}${await versionOf(name.split(' ')[0] ?? '')}`, ...weight })
}
for (const { name, brotli, budget } of sizes) {
  if (budget === undefined || brotli <= budget) continue
  complaints.push(`${name}: ${brotli} bytes (brotli) are more than its budget of ${budget}.`)
}

// A pattern that matches nothing would pass every check, so each must match somewhere.
const everything = await measure({
  code: ['index.js', 'agent-chat.js', 'accounts-sdk.js', 'react.js']
    .map((file) => `export * from ${entry(file)}`)
    .join('\n'),
  outside: /^react/,
  withLater: true,
  withLanguages: true,
})
for (const piece of Object.keys(pieces) as Piece[]) {
  if (!everything.holds.includes(piece)) complaints.push(`Nothing holds ${piece}; how is it known?`)
}

const script = sizes.find(({ name }) => name === 'script file with the button')
const madeOf = await measureParts()
const all = madeOf.reduce((sum, { minified }) => sum + minified, 0)
const tables = {
  'Entry points': [
    '| kB | minified | gzip | brotli | budget |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...sizes.map(row),
  ],
  'What the script with the button is made of': [
    '| For | minified | brotli, its share |',
    '| --- | ---: | ---: |',
    ...madeOf.map(({ purpose, minified }) => {
      const share = ((script?.brotli ?? 0) * minified) / all
      return `| ${purpose} | ${(minified / 1000).toFixed(1)} | ${(share / 1000).toFixed(1)} |`
    }),
  ],
}

const writes = process.argv.includes('--write')
let text = await readFile(document, 'utf8')
for (const [heading, table] of Object.entries(tables)) {
  console.log(`\n${heading}\n\n${table.join('\n')}`)
  if (writes) text = withTable(text, heading, table)
  else if (!agree(table, tableIn(text, heading))) {
    complaints.push(`docs/size.md says something else under ${heading}: npm run size -- --write.`)
  }
}
if (writes) await writeFile(document, text)

/** Whether two tables have the same rows and, but for rounding, the same numbers. */
function agree(ours: readonly string[], theirs: readonly string[]): boolean {
  const cellsOf = (line = '') => line.split('|').map((one) => one.trim())
  return (
    ours.length === theirs.length &&
    ours.every((line, index) => {
      const their = cellsOf(theirs[index])
      return cellsOf(line).every(
        (cell, column) =>
          cell === their[column] || Math.abs(Number(cell) - Number(their[column])) < 0.15,
      )
    })
  )
}

for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1
