import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const documents = files.filter((file) => file.endsWith('.md'))
const code = files.filter((file) => /\.(tsx?|mjs|css)$/.test(file))

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '')

/** The anchors that GitHub gives the headings. */
function anchorsOf(document: string): string[] {
  return [...withoutCode(read(document)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function linksOf(document: string): string[] {
  return [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : join(document, '..', path)
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsOf(target).includes(anchor)
}

test.each(documents)('every link of %s leads to a file and heading that exist', (document) => {
  expect(linksOf(document).filter((link) => !leadsSomewhere(document, link))).toEqual([])
})

test.each(documents)('every file that %s names exists', (document) => {
  const named = [
    ...read(document).matchAll(
      /`((?:src|sandbox|e2e|scripts|packaging|bench|consumers|docs|public)\/[\w./-]*)`/g,
    ),
  ].map(([, path = '']) => path)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

/** The numbers such as A1, F13 or Q7 that a table of the document explains. */
function numbersOf(document: string): string[] {
  return [...read(document).matchAll(/^\| ([AFQO]\d+) \|/gm)].map(([, number = '']) => number)
}

const explained = [...numbersOf('docs/threats.md'), ...numbersOf('docs/protocol.md')]

test('no number is explained twice', () => {
  expect(explained.length).toBeGreaterThan(100)
  expect(explained.filter((number, index) => explained.indexOf(number) !== index)).toEqual([])
})

test('every number that code or a document cites is explained in docs/threats.md or docs/protocol.md', () => {
  const cited = [...code, ...documents].flatMap((file) =>
    [...read(file).matchAll(/(?<![\w#/.-])[AFQ]\d{1,2}(?!'|[#.-]?\w)/g)].map(([number]) => ({
      file,
      number,
    })),
  )
  expect(cited.length).toBeGreaterThan(100)
  expect(cited.filter(({ number }) => !explained.includes(number))).toEqual([])
})

test('every section that code or a document cites is in docs/protocol.md', () => {
  const sections = [...read('docs/protocol.md').matchAll(/^##+ (\d+(?:\.\d+)?)\.? /gm)].map(
    ([, section = '']) => section,
  )
  const cited = [...code, ...documents].flatMap((file) =>
    [...read(file).matchAll(/protocol\.md (\d+(?:\.\d+)?)/g)].map(([, section = '']) => ({
      file,
      section,
    })),
  )
  expect(cited.length).toBeGreaterThan(3)
  expect(cited.filter(({ section }) => !sections.includes(section))).toEqual([])
})

test('every function that ARCHITECTURE.md names exists', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/`(\w+)\(\)`/g)].map(([, name = '']) => name)
  const sources = code.filter((file) => /^(src|sandbox)\//.test(file)).map(read)
  expect(named.length).toBeGreaterThan(20)
  const isDefined = (name: string) =>
    sources.some((text) =>
      new RegExp(`(function|const) ${name}\\b|^  (async )?${name}\\(`, 'm').test(text),
    )
  expect(named.filter((name) => !isDefined(name))).toEqual([])
})

test('every attack and fault of docs/threats.md has a test with its number', () => {
  const tests = code.filter((file) => /\.(test|spec)\.tsx?$/.test(file)).map(read)
  const numbers = numbersOf('docs/threats.md').filter((number) => /^[AF]/.test(number))
  const isTested = (number: string) =>
    tests.some((text) => new RegExp(`\\b${number}\\b`).test(text))
  expect(numbers.length).toBeGreaterThan(75)
  expect(numbers.filter((number) => !isTested(number))).toEqual([])
})
