import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What `npm publish` would send; of `lib/` only what is built at this moment. */
const packed = listPacked()
const documents = packed.filter((path) => path.endsWith('.md'))

function listPacked(): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  })
  const [one]: { files: { path: string }[] }[] = JSON.parse(stdout)
  return one?.files.map(({ path }) => path) ?? []
}

test('the package holds what is built and what one reads, nothing else', () => {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  expect(packed.filter((path) => !path.startsWith('lib/')).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    ...docs.map((name) => `docs/${name}`).sort(),
    'package.json',
    'sandbox/README.md',
  ])
  const built = packed.filter((path) => path.startsWith('lib/'))
  expect(built.filter((path) => !/\.(js|d\.ts|css|svg)$/.test(path))).toEqual([])
})

test.each(documents)('every link of %s leads to something the package holds', (document) => {
  const text = readFileSync(join(root, document), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
  const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)/g)].map(([, link = '']) => link)
  const own = links.filter((link) => !/^https?:/.test(link))
  expect(own.filter((link) => !packed.includes(join(document, '..', link)))).toEqual([])
})

test('the pictures stay in the repository, and are there', () => {
  const pictures = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[.*?\]\((.+?)\)/g)]
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.filter(([, path = '']) => !existsSync(join(root, path)))).toEqual([])
})

test('the library whose private fields the code grant uses is pinned to one version', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(dependencies['oidc-client-ts']).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the script tag of the README names this version, and a file of the package', () => {
  const { name, version, unpkg } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, tagged, path] = /npm\/([\w.@-]+)\/(lib\/[\w./-]+)"/.exec(readme) ?? []
  expect(tagged).toBe(`${name}@${version}`)
  expect(`./${path}`).toBe(unpkg)
})

const react = join(root, 'lib/react.js')
test.runIf(existsSync(react))('the built React door is one for the client', () => {
  expect(readFileSync(react, 'utf8')).toMatch(/^["']use client["']/)
})
