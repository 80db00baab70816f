import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The folders from bottom to top; a file imports only from its own layer's folder and from layers below. */
const layers = [
  ['lib'],
  ['model'],
  ['sample-data'],
  ['inbox'],
  ['world'],
  ['accounts', 'agent-chat', 'simulation'],
  ['rtm'],
  ['customer'],
  ['control'],
  ['server'],
  ['cli'],
]

const root = import.meta.dirname
const isTest = (file: string) => /\.test\.ts$|(^|\/)(test-[^/]*|testing)\.ts$/.test(file)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('node_modules') && !isTest(file),
)

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
  return paths.map(([, path = '']) => relative(root, join(root, dirname(file), path)))
}

const folderOf = (file: string) => file.split('/')[0] ?? ''
const layerOf = (file: string) => layers.findIndex((layer) => layer.includes(folderOf(file)))

test.each(files)('%s imports only from its folder and from layers below', (file) => {
  expect(layerOf(file), `${file} is in no layer`).not.toBe(-1)
  for (const target of importsOf(file)) {
    expect(target.startsWith('..'), `${file} imports ${target}, which is outside`).toBe(false)
    if (folderOf(target) === folderOf(file)) continue
    expect(layerOf(target), `${file} imports ${target}`).toBeGreaterThanOrEqual(0)
    expect(layerOf(target), `${file} imports ${target}`).toBeLessThan(layerOf(file))
  }
})

test('imports make no circle', () => {
  const done = new Set<string>()
  const follow = (file: string, path: string[]): void => {
    expect(path, [...path, file].join(' → ')).not.toContain(file)
    if (done.has(file)) return
    for (const next of importsOf(file)) follow(next, [...path, file])
    done.add(file)
  }
  for (const file of files) follow(file, [])
})
