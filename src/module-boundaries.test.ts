import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = import.meta.dirname

/** Which folder may import which; one that is not named here may import none of the others. */
const allowedImports: Record<string, string[]> = {
  auth: ['access-token', 'older-browsers', 'store'],
  brand: ['dom'],
  messages: ['auth', 'brand', 'store'],
  'account-menu': ['accounts-api', 'auth', 'brand', 'dom', 'messages', 'store', 'text'],
  react: [
    'account-menu',
    'accounts-api',
    'agent-chat',
    'auth',
    'brand',
    'dom',
    'inbox',
    'messages',
    'older-browsers',
    'store',
    'text',
  ],
  embed: ['account-menu', 'auth', 'brand', 'dom', 'messages'],
  'accounts-sdk': ['auth', 'dom', 'older-browsers'],
  'accounts-api': ['access-token', 'auth', 'older-browsers'],
  'agent-chat': ['access-token', 'older-browsers', 'store'],
  server: ['auth', 'brand', 'messages'],
  'server-session': ['auth', 'older-browsers', 'store'],
  debug: ['auth'],
  inbox: ['agent-chat', 'store'],
  app: [
    'account-menu',
    'accounts-api',
    'agent-chat',
    'auth',
    'brand',
    'messages',
    'older-browsers',
    'react',
    'store',
    'text',
  ],
}

/** The folders of the app from the bottom up: each may import those below it, and none beside it. */
const appLayers = [
  ['lib'],
  ['language'],
  ['ui'],
  ['chat', 'live'],
  ['session'],
  ['closing'],
  ['layout', 'composer'],
  ['chats', 'conversation', 'archives', 'account', 'personal-token', 'sign-in'],
  ['loading'],
]

/** The folders of `auth` from the bottom up, likewise, and the files below all of them. */
const authLayers = [
  [
    'closed-window-cause.ts',
    'explain-failure.ts',
    'load-module.ts',
    'page.ts',
    'sign-in-error.ts',
    'sign-in-options.ts',
    'unless-aborted.ts',
    'without-undefined.ts',
  ],
  ['grant'],
  ['flow', 'session'],
]

/** Modules that other folders may import beside an index.ts: entry points of their own, and what only we use. */
const internalEntries = [
  'auth/internal.ts',
  'brand/label.ts',
  'agent-chat/live-feed/index.ts',
  'react/inbox/index.ts',
  'react/inbox/inbox-internal.ts',
]

/** The files that may use browser globals in folders that otherwise do not. */
const browserFiles = [
  'auth/page.ts',
  'auth/flow/popup.ts',
  'auth/flow/pending-sign-in.ts',
  'auth/session/local-storage.ts',
  'auth/session/cross-tab-sign-out.ts',
]

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^\w+\/testing\//.test(file),
)

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path = '']) => path)
}

const folderOf = (file: string) => file.split('/')[0] ?? ''

test.each(files)(
  '%s imports other folders only where allowed, and through their index.ts',
  (file) => {
    for (const path of importsOf(file).filter((one) => one.startsWith('.'))) {
      const target = relative(src, join(src, dirname(file), path))
      expect(target.startsWith('..'), `${file} leaves src`).toBe(false)
      const folder = folderOf(target)
      if (folder === folderOf(file)) continue
      expect(allowedImports[folderOf(file)] ?? [], `${file} imports ${target}`).toContain(folder)
      if (path.endsWith('.ts') || path.endsWith('.tsx')) {
        expect([`${folder}/index.ts`, ...internalEntries], `${file} bypasses index.ts`).toContain(
          target,
        )
      }
    }
  },
)

test.each(files.filter((file) => file.startsWith('app/')))(
  '%s has its chats from the hooks, not from the inbox or the feed behind them',
  (file) => {
    const targets = importsOf(file).map((path) => relative(src, join(src, dirname(file), path)))
    expect(targets.filter((path) => /^(inbox|agent-chat\/live-feed)\//.test(path))).toEqual([])
  },
)

const appFolderOf = (file: string) => file.match(/^app\/([^/]+)\//)?.[1]

/** Files at the top of the app stand above every folder. */
function layerOf(file: string): number {
  const folder = appFolderOf(file)
  if (folder === undefined) return appLayers.length
  const layer = appLayers.findIndex((folders) => folders.includes(folder))
  expect(layer, `${folder} is in no layer of the app`).not.toBe(-1)
  return layer
}

test.each(files.filter((file) => file.startsWith('app/')))(
  '%s imports only its own folder and the layers below it',
  (file) => {
    for (const path of importsOf(file).filter((one) => one.startsWith('.'))) {
      const target = relative(src, join(src, dirname(file), path))
      if (!target.startsWith('app/') || appFolderOf(target) === appFolderOf(file)) continue
      expect(layerOf(target), `${file} imports ${target}`).toBeLessThan(layerOf(file))
    }
  },
)

/** The folder of a file of `auth`, or the file itself where it is in none. */
const authPartOf = (file: string) => file.split('/')[1] ?? ''

function authLayerOf(file: string): number {
  const layer = authLayers.findIndex((parts) => parts.includes(authPartOf(file)))
  return layer === -1 ? authLayers.length : layer
}

test.each(files.filter((file) => /^auth\/.+\//.test(file) || authLayerOf(file) === 0))(
  '%s imports only its own folder of auth and the layers below it',
  (file) => {
    for (const path of importsOf(file).filter((one) => one.startsWith('.'))) {
      const target = relative(src, join(src, dirname(file), path))
      if (!target.startsWith('auth/') || authPartOf(target) === authPartOf(file)) continue
      const isBelow = authLayerOf(target) < authLayerOf(file)
      expect(isBelow || authLayerOf(file) + authLayerOf(target) === 0, target).toBe(true)
    }
  },
)

test.each(files)('%s runs in a browser', (file) => {
  expect(importsOf(file).filter((path) => path.startsWith('node:'))).toEqual([])
})

test.each(files.filter((file) => /^(access-token|auth|agent-chat|inbox|store)\//.test(file)))(
  '%s does not import React, nor use browser globals unless it is named for them',
  (file) => {
    expect(importsOf(file).filter((path) => /react/.test(path))).toEqual([])
    if (browserFiles.includes(file)) return
    const text = readFileSync(join(src, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'|`[^`]*`/g,
      '',
    )
    expect(text).not.toMatch(
      /\b(window|document|location|history|navigator|localStorage|sessionStorage)\s*[.[]/,
    )
  },
)

test('no two files have the same name', () => {
  const names = files.map((file) => file.split('/').pop()).filter((name) => name !== 'index.ts')
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('no file imports itself through others, not even for a type', () => {
  const root = join(src, '..')
  const sources = ['src', 'sandbox'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
      .map((file) => join(folder, file)),
  )
  const imports = new Map(
    sources.map((file) => [
      file,
      importsOf(join('..', file))
        .filter((path) => path.startsWith('.'))
        .map((path) => join(dirname(file), path)),
    ]),
  )
  const finished = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    } else if (!finished.has(file)) {
      for (const next of imports.get(file) ?? []) visit(next, [...path, file])
      finished.add(file)
    }
  }
  for (const file of sources) visit(file, [])
  expect(imports.get(join('src', 'auth', 'index.ts'))?.length).toBeGreaterThan(3)
  expect(circles).toEqual([])
})
