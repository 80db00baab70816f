import { expect, test } from 'vitest'
import { logical, markPure, stylesOf } from './design-system-plugin.ts'

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

test('the room beside an icon is at the end of the line, whichever side that is', () => {
  expect(logical('.a{padding-left:12px;padding-right:2px}.b{margin-right:4px;left:0}')).toBe(
    '.a{padding-inline-start:12px;padding-inline-end:2px}.b{margin-inline-end:4px;left:0}',
  )
})
