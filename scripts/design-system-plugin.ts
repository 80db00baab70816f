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
 * LiveChat's design system comes as one script and one sheet of styles. This lets a build take it in parts, and puts
 * its styles into a layer of their own, so that those of the app win over them.
 */
export function designSystemPlugin(): Plugin {
  return {
    name: 'design-system',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith(`${folder}index.js`)) return { code: markPure(code), map: null }
      if (id.endsWith(`${folder}design-system-react-components.css`)) {
        return { code: `@layer livechat{${stylesOf(code, partsInUse)}}`, map: null }
      }
      return undefined
    },
  }
}

/** Says of what React makes of a component that it may be left out when nobody uses it, and forgets its debug name. */
export function markPure(code: string): string {
  const names = [...code.matchAll(/\b(?:createContext|forwardRef|memo) as ([\w$]+)/g)]
  const own = names.map(([, name = '']) => `${name.replaceAll('$', '\\$')}\\(`)
  const calls = ['[\\w$]+\\.(?:createContext|forwardRef|memo)\\(', ...own].join('|')
  return code
    .replace(new RegExp(`([\\w$]+ = )(${calls})`, 'g'), '$1/* @__PURE__ */ $2')
    .replace(/^[\w$]+\.displayName = "[^"]*";$/gm, '')
}

/** The rules of a sheet that speak of these parts, and those that speak of none. */
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

/** What stands before each outermost pair of braces, and what stands in it. */
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
