import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const document = read('docs/theming.md')
const styles = [read('src/brand/sign-in-button.css'), read('src/account-menu/account-menu.css')]

const namesIn = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]
const property = /(--(?:sign-in|account-menu)-[\w-]+)/g

test('docs/theming.md has every custom property of the styles, and no other', () => {
  const used = styles.flatMap((css) => namesIn(css, property))
  expect(used.length).toBeGreaterThan(15)
  expect(namesIn(document, property).sort()).toEqual(used.sort())
})

test('docs/theming.md has every part of the elements', () => {
  const view = read('src/embed/button-view.ts')
  const [, button = ''] = /const parts = \{([^}]+)\}/.exec(view) ?? []
  const menu = namesIn(read('src/account-menu/menu-view.ts'), /setAttribute\('part', '(\w+)'\)/g)
  const parts = [
    ...namesIn(button, /(\w+)(?=[,:]|\s*$)/g).filter((one) => one !== 'alert'),
    ...menu,
  ]
  expect(parts.length).toBeGreaterThan(9)
  expect(parts.filter((name) => !document.includes(`\`${name}\``))).toEqual([])
})

test('every class that docs/theming.md names is in the styles', () => {
  const classes = namesIn(document, /`((?:sign-in|account-menu)-[a-z-]+)`/g)
  expect(classes.length).toBeGreaterThan(8)
  const css = styles.join('')
  // What has no style of its own may be styled by the page.
  expect(classes.filter((name) => !css.includes(`.${name}`))).toEqual([])
})
