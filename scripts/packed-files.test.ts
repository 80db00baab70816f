import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The files that `npm publish` would send; of `lib/` only what is built at this moment. */
const packed = listPacked()

function listPacked(): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  })
  const [one]: { files: { path: string }[] }[] = JSON.parse(stdout)
  return one?.files.map(({ path }) => path) ?? []
}

test('the package contains the build and the documents, nothing else', () => {
  const docs = readdirSync(join(root, 'docs'), { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  expect(packed.filter((path) => !path.startsWith('lib/')).sort()).toEqual(
    [
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      ...docs,
      'package.json',
      'sandbox/README.md',
    ].sort(),
  )
  const built = packed.filter((path) => path.startsWith('lib/'))
  expect(built.filter((path) => !/\.(js|d\.ts|css|svg|html)$/.test(path))).toEqual([])
})

test.each(packed.filter((path) => path.endsWith('.md')))(
  'every link of %s leads to something in the package',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
    const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)/g)].map(([, link = '']) => link)
    const own = links.filter((link) => !/^https?:/.test(link))
    expect(own.filter((link) => !packed.includes(join(document, '..', link)))).toEqual([])
  },
)

test('the pictures of the README exist', () => {
  const pictures = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[.*?\]\((.+?)\)/g)]
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.filter(([, path = '']) => !existsSync(join(root, path)))).toEqual([])
})

test('the package installs beside any React, or none', () => {
  const { peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  expect(peerDependencies).toEqual({ '@tanstack/react-query': '^5.0.0', react: '*' })
  expect(peerDependenciesMeta).toEqual({
    '@tanstack/react-query': { optional: true },
    react: { optional: true },
  })
})

test('TypeScript with moduleResolution node finds the types of every entry point', () => {
  const manifest: {
    exports: Record<string, string | { types: string }>
    types: string
    typesVersions: Record<string, Record<string, string[]>>
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const typed = Object.entries(manifest.exports).flatMap(([entry, target]) =>
    typeof target === 'string' ? [] : [[entry.slice(2), target.types] as const],
  )
  const found = typed.map(([entry]) => [
    entry,
    entry ? manifest.typesVersions?.['*']?.[entry]?.[0] : manifest.types,
  ])
  expect(found).toEqual(typed)
})

test('the script tag of the README loads the file that package.json names for it', () => {
  const { unpkg, jsdelivr } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [, path] =
    /src="(\/lib\/[\w./-]+)"/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  expect(`.${path}`).toBe(unpkg)
  expect(jsdelivr).toBe(unpkg)
})

const react = join(root, 'lib/react.js')
test.runIf(existsSync(react))('the built ./react is marked as client code', () => {
  expect(readFileSync(react, 'utf8')).toMatch(/^["']use client["']/)
})
