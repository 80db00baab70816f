import type { Plugin } from 'vite'

/** The parts of LiveChat's design system whose styles the app loads; a test compares them with what it uses. */
export const partsInUse = [
  'Avatar',
  'Button',
  'Icon',
  'Input',
  'Loader',
  'Skeleton',
  'Tag',
  'Tooltip',
  'Typography',
]

const folder = '/@livechat/design-system-react-components/dist/'

/**
 * Lets a build take LiveChat's design system in parts, although it ships as one script and one style sheet, and puts its
 * styles into a cascade layer, so that those of the app win. Its room for icons is on their side in languages written from
 * the right, too.
 */
export function designSystemPlugin(): Plugin {
  return {
    name: 'design-system',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith(`${folder}index.js`)) return { code: markPure(code), map: null }
      if (id.endsWith(`${folder}design-system-react-components.css`)) {
        return { code: `@layer livechat{${logical(stylesOf(code, partsInUse))}}`, map: null }
      }
      return undefined
    },
  }
}

/** Marks the creation of a component as free of side effects, so that an unused one is dropped, and removes debug names. */
export function markPure(code: string): string {
  const names = [...code.matchAll(/\b(?:createContext|forwardRef|memo) as ([\w$]+)/g)]
  const own = names.map(([, name = '']) => `${name.replaceAll('$', '\\$')}\\(`)
  const calls = ['[\\w$]+\\.(?:createContext|forwardRef|memo)\\(', ...own].join('|')
  return code
    .replace(new RegExp(`([\\w$]+ = )(${calls})`, 'g'), '$1/* @__PURE__ */ $2')
    .replace(/^[\w$]+\.displayName = "[^"]*";$/gm, '')
}

/** The margins and paddings of a style sheet at the beginning and end of a line instead of at the left and right. */
export function logical(css: string): string {
  return css
    .replace(/\b(margin|padding)-left:/g, '$1-inline-start:')
    .replace(/\b(margin|padding)-right:/g, '$1-inline-end:')
}

/** The rules of a style sheet for these parts, and those for no part at all. */
export function stylesOf(css: string, parts: readonly string[]): string {
  return blocksOf(css)
    .map(([about, body]) => {
      if (/^@(media|supports|container|layer)/.test(about)) {
        const kept = stylesOf(body, parts)
        return kept && `${about}{${kept}}`
      }
      const named = [...about.matchAll(/lc-(\w+)-module__/g)].map(([, name = '']) => name)
      const isUsed = named.length === 0 || named.some((name) => parts.includes(name))
      return isUsed ? `${about}{${body}}` : ''
    })
    .join('')
}

/** Each top-level rule: the text before its braces, and the text inside. */
function blocksOf(css: string): [string, string][] {
  const blocks: [string, string][] = []
  let depth = 0
  let from = 0
  let opened = 0
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (brace === '{' && depth === 1) opened = index
    if (depth !== 0) continue
    blocks.push([css.slice(from, opened).trim(), css.slice(opened + 1, index)])
    from = index + 1
  }
  return blocks
}
