import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { markPure, partsInUse, stylesOf } from './design-system-plugin.ts'

const designSystem = '/node_modules/@livechat/design-system-'

test('of a style sheet, the rules of parts in use stay, and those of no part at all', () => {
  const css =
    ':root{--a:1}.lc-Tag-module__tag___x{color:red}.lc-Tab-module__tab___y{color:blue}' +
    '@media print{.lc-Tab-module__tab___y{color:red}.lc-Tag-module__tag___x .lc-Tab-module__z{top:0}}' +
    '@media screen{.lc-Tab-module__tab___y{top:0}}@keyframes lc-Tab-module__turn{to{top:0}}'
  expect(stylesOf(css, ['Tag'])).toBe(
    ':root{--a:1}.lc-Tag-module__tag___x{color:red}' +
      '@media print{.lc-Tag-module__tag___x .lc-Tab-module__z{top:0}}',
  )
})

test('components are marked as free of side effects, also by a minified name of React’s', () => {
  const code =
    'import * as b from "react";\nimport { memo as Q_ } from "react";\nconst L = b.forwardRef(f), M = Q_(g);\nL.displayName = "L";'
  expect(markPure(code)).toContain('const L = /* @__PURE__ */ b.forwardRef(f)')
  expect(markPure(code)).toContain('M = /* @__PURE__ */ Q_(g)')
  expect(markPure(code)).not.toContain('displayName')
})

let chunks: Rolldown.OutputChunk[]
let sheets: Map<string, string>

beforeAll(async () => {
  const built = await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'silent',
    build: { write: false },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  chunks = output.filter((one) => one.type === 'chunk')
  sheets = new Map(
    output.flatMap((one) =>
      one.type === 'asset' && one.fileName.endsWith('.css')
        ? [[one.fileName, String(one.source)]]
        : [],
    ),
  )
}, 60_000)

/** The parts whose class names a text contains. */
const partsIn = (text: string) =>
  [...new Set([...text.matchAll(/lc-(\w+)-module__/g)].map(([, name = '']) => name))].sort()

test('LiveChat’s parts come with the pages of a signed-in agent, and with nothing else', () => {
  const holders = chunks.filter((one) => one.moduleIds.some((id) => id.includes(designSystem)))
  expect(holders.map(({ name }) => name)).toEqual(['signed-in-pages'])
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
