import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { partsInUse } from './design-system-plugin.ts'

const designSystem = '/node_modules/@livechat/design-system-'

let chunks: Rolldown.OutputChunk[]
let sheets: Map<string, string>
let page: string

beforeAll(async () => {
  const built = await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'silent',
    build: { write: false },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  chunks = output.filter((one) => one.type === 'chunk')
  const assets = output.filter((one) => one.type === 'asset')
  sheets = new Map(
    assets
      .filter(({ fileName }) => fileName.endsWith('.css'))
      .map(({ fileName, source }) => [fileName, String(source)]),
  )
  page = String(assets.find(({ fileName }) => fileName === 'index.html')?.source)
}, 60_000)

const holds = (module: string) => (chunk: Rolldown.OutputChunk) =>
  chunk.moduleIds.some((id) => id.includes(module))

/** The chunks that these import, and so on, themselves included. */
function withImports(some: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const files = new Set(some.map(({ fileName }) => fileName))
  for (const file of files) {
    for (const one of chunks.find(({ fileName }) => fileName === file)?.imports ?? [])
      files.add(one)
  }
  return chunks.filter(({ fileName }) => files.has(fileName))
}

/** All scripts that run until the sign-in page is drawn. */
const signInPage = () => withImports(chunks.filter(holds('/src/app/bootstrap.tsx')))

test('the page asks for every script of the sign-in page by itself, none of them through another', () => {
  const linked = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file)
  const needed = signInPage().map(({ fileName }) => fileName)
  expect(needed.length).toBeGreaterThan(1)
  expect(linked).toEqual(expect.arrayContaining(needed))
})

test('its styles come beside its scripts', () => {
  expect(page).toMatch(/<link rel="stylesheet" crossorigin href="\/assets\/index-[^"]+\.css">/)
})

test.each([
  '/node_modules/@tanstack/',
  '/node_modules/react-router/',
  '/node_modules/valibot/',
  '/src/agent-chat/',
  '/src/accounts-api/',
])('the sign-in page does without %s, which comes later', (module) => {
  expect(signInPage().filter(holds(module))).toEqual([])
  expect(chunks.filter(holds(module)).length).toBeGreaterThan(0)
})

test.each(['/node_modules/frimousse/', '/node_modules/emojibase-data/'])(
  'emoji are loaded when they are opened: no other script imports %s',
  (module) => {
    expect(chunks.filter(holds(module)).length).toBeGreaterThan(0)
    expect(
      withImports(chunks.filter(holds('/src/app/loading/signed-in-pages.ts'))).filter(
        holds(module),
      ),
    ).toEqual([])
  },
)

test('the response leaves the URL before React is there: the first script imports nothing of it', () => {
  const first = withImports(chunks.filter(holds('/src/app/main.tsx')))
  expect(first.filter(holds('/node_modules/react'))).toEqual([])
})

/** The parts whose class names a text contains. */
const partsIn = (text: string) =>
  [...new Set([...text.matchAll(/lc-(\w+)-module__/g)].map(([, name = '']) => name))].sort()

test('LiveChat’s parts come with the pages of a signed-in agent, and with nothing else', () => {
  expect(chunks.filter(holds(designSystem)).map(({ name }) => name)).toEqual(['signed-in-pages'])
  const styled = [...sheets].filter(([, css]) => css.includes('.lc-'))
  expect(styled.map(([file]) => file)).toEqual([expect.stringContaining('signed-in-pages')])
})

test('nothing else imports them: they are fetched on demand', () => {
  const statically = chunks.filter((one) =>
    one.imports.some((file) => file.includes('signed-in-pages')),
  )
  expect(statically).toEqual([])
})

test('exactly the styles of the parts in use are loaded', () => {
  const code = chunks.map((one) => one.code).join('\n')
  expect(partsIn(code)).toEqual(partsInUse)
  expect(partsIn([...sheets.values()].join('\n'))).toEqual(partsInUse)
})
