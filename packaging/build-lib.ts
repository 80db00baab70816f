import { spawnSync } from 'node:child_process'
import { chmod, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { collectTypes } from './collect-types.ts'
import { cssTarget } from './css-target.ts'

/** `npm run build:lib`: builds what the package contains into `lib/`. */
const root = join(import.meta.dirname, '..')
const lib = join(root, 'lib')

/** The entry points of the package and their source files. */
const entryPoints = {
  index: 'src/auth/index.ts',
  react: 'src/react/index.ts',
  'react/account': 'src/react/account/index.ts',
  'react/inbox': 'src/react/inbox/index.ts',
  'agent-chat': 'src/agent-chat/index.ts',
  'live-feed': 'src/agent-chat/live-feed/index.ts',
  'accounts-api': 'src/accounts-api/index.ts',
  embed: 'src/embed/index.ts',
  'embed/define': 'src/embed/define.ts',
  'embed/account-menu': 'src/embed/define-account-menu.ts',
  'accounts-sdk': 'src/accounts-sdk/index.ts',
  debug: 'src/debug/index.ts',
  server: 'src/server/index.ts',
  'server-session': 'src/server-session/index.ts',
  testing: 'src/testing/index.ts',
  'shared-session-worker': 'src/auth/session/shared-session-worker.ts',
}

/** Not bundled, so that a page has each only once and an audit sees them. */
const dependencies =
  /^(jose|react|react-dom|@tanstack\/react-query|oidc-client-ts|valibot|@noble\/hashes)($|\/)/

/** One small file per entry point, shared code in `chunks/`; unminified, since a bundler follows. */
function buildDoors() {
  return bundle(entryPoints, {
    external: dependencies,
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      // Hooks and context: apps with server components need no wrapper of their own.
      banner: ({ name }) => (name.startsWith('react') ? "'use client'\n" : ''),
    },
  })
}

/**
 * For pages without a bundler: one file, and the code grant beside it, loaded when needed. The file with the account menu
 * has the button as well, so that a page with the button alone does not pay for what both share.
 */
async function buildScripts() {
  await bundle({ 'sign-in-with-livechat': 'src/embed/define.ts' }, scriptOutput())
  await bundle(
    { 'livechat-account-menu': 'src/embed/define-account-menu.ts' },
    scriptOutput('account-menu.'),
  )
  await bundle({ 'accounts-sdk': 'packaging/accounts-sdk-global.ts' }, scriptOutput(), 'iife')
}

/** @param prefix Of the files beside the script, but for languages: those are the same for each. */
function scriptOutput(prefix = ''): Rolldown.RolldownOptions {
  return {
    // Lets the code grant import shared code from the script itself, which stays one file.
    preserveEntrySignatures: 'allow-extension',
    output: {
      entryFileNames: 'script/[name].js',
      chunkFileNames: ({ name }) => `script/${name.startsWith('messages-') ? '' : prefix}[name].js`,
      minify: true,
    },
  }
}

async function buildSandbox() {
  await build({
    ...common,
    // Its dependencies are bundled: no page needs them, so nobody should have to install them.
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...into,
      ssr: true,
      target: 'node20',
      rolldownOptions: {
        input: absolute({ serve: 'sandbox/server/serve.ts', cli: 'packaging/cli.ts' }),
        output: { entryFileNames: 'sandbox/[name].js', chunkFileNames: 'sandbox/[name].js' },
      },
    },
  })
  for (const folder of ['accounts', 'customer']) {
    const assets = join(root, 'sandbox', folder, 'assets')
    await cp(assets, join(lib, 'sandbox/assets'), { recursive: true })
  }
  await chmod(join(lib, 'sandbox/cli.js'), 0o755)
}

async function emitTypes() {
  const raw = join(lib, '.types')
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'packaging/tsconfig.json'],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('The types of the package cannot be emitted.')
  const entries = [...Object.values(entryPoints), 'sandbox/server/serve.ts']
  await collectTypes(raw, join(lib, 'types'), entries)
  await rm(raw, { recursive: true })
  await cp(join(root, 'src/brand/sign-in-button.css'), join(lib, 'sign-in-button.css'))
}

const common = { configFile: false, root, logLevel: 'warn', publicDir: false } as const
const into = { outDir: lib, emptyOutDir: false, reportCompressedSize: false }

async function bundle(
  entry: Record<string, string>,
  rolldownOptions: Rolldown.RolldownOptions,
  format: 'es' | 'iife' = 'es',
) {
  await build({
    ...common,
    build: {
      ...into,
      target: 'es2023',
      cssTarget,
      minify: false,
      cssMinify: true,
      lib: { entry: absolute(entry), formats: [format], name: 'SignInWithLiveChat' },
      rolldownOptions,
    },
  })
}

function absolute(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)]))
}

await rm(lib, { recursive: true, force: true })
await Promise.all([buildDoors(), buildScripts(), buildSandbox(), emitTypes()])
