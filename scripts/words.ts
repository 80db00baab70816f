/**
 * `npm run words`: prints every sentence and label people read, by file, to be read aloud in one go.
 * `npm run words src/app/chats` prints those of a folder or file alone.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'

interface Node {
  type: string
  [key: string]: unknown
}

/** Attributes that nobody reads, whatever they say. */
const unread =
  /^(className|triggerClassName|data-|key$|type$|role$|kind$|size$|to$|href$|name$|id$|rel$|target$|viewBox$|d$|style$|dir$|aria-(live|relevant|describedby|labelledby|keyshortcuts)|autoComplete|autoCapitalize|enterKeyHint|scope$|tone$|loading$|decoding$|referrerPolicy|flow$|grantType$|floatingStrategy)/

/** Where strings are names of things, not words. */
const silent = [
  'ImportDeclaration',
  'ExportNamedDeclaration.source',
  'ThrowStatement',
  'TSLiteralType',
  'BinaryExpression',
]

function wordsOf(file: string): string[] {
  const program = parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  const words: string[] = []
  visit(program as unknown as Node, words)
  return [...new Set(words)]
}

function visit(node: Node, words: string[]): void {
  if (silent.includes(node.type)) return
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = node['children'] as Node[]
    if (children.some((child) => child.type === 'JSXText' && /\w/.test(String(child['value'])))) {
      words.push(textOf(children))
    }
  }
  if (node.type === 'JSXAttribute') {
    const name = String((node['name'] as Node)['name'])
    if (unread.test(name)) return
    const value = node['value'] as Node | null
    if (value?.type === 'Literal') words.push(`${name}: ${String(value['value'])}`)
  }
  const text = literalText(node)
  if (text !== undefined && isSentence(text)) words.push(text)
  for (const child of childrenOf(node)) visit(child, words)
}

/** The text of an element as it is read, with … for what is filled in. */
function textOf(children: readonly Node[]): string {
  return children
    .map((child) => {
      if (child.type === 'JSXText') return String(child['value'])
      if (child.type === 'JSXElement') return textOf(child['children'] as Node[])
      const expression = child['expression'] as Node | undefined
      return literalText(expression) ?? (expression ? '…' : '')
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function literalText(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type !== 'TemplateLiteral') return undefined
  return (node['quasis'] as Node[])
    .map((part) => String((part['value'] as { cooked: string }).cooked))
    .join('…')
}

/** A word with a capital, or several words; no path, selector, class or code. */
function isSentence(text: string): boolean {
  return (
    /^[A-Z…#(][\p{L}…]/u.test(text) ||
    (/^[\p{L}…', ]+ [\p{L}…'’., ]+$/u.test(text) && / /.test(text.trim()))
  )
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node => typeof value === 'object' && value !== null && 'type' in value,
    )
}

const root = join(import.meta.dirname, '..')
const places = process.argv.slice(2)
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file))
  .filter((file) => places.length === 0 || places.some((place) => file.startsWith(place)))
for (const file of files.sort()) {
  const words = wordsOf(join(root, file))
  if (words.length > 0) console.log([`\n${file}`, ...words.map((one) => `  ${one}`)].join('\n'))
}
