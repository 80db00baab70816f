import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const files = ['src/app', 'src/react'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
    .map((file) => `${folder}/${file}`),
)

/*
 * A browser that translates a page puts elements in the place of text nodes. React still holds the nodes: removing one,
 * or inserting something before it, throws and takes the page with it. Text that is alone in its element is safe.
 */
test.each(files)('a page translated by the browser still works: %s', (file) => {
  const source = readFileSync(join(root, file), 'utf8')
  const found: string[] = []
  walk(parseAst(source, { lang: 'tsx' }), (node) => {
    const branches = branchesOf(node)
    for (const branch of branches) {
      if (branch.type !== 'JSXFragment' && !isReused(branches)) continue
      if (isMixed(branch)) found.push(source.slice(branch.start, branch.end))
    }
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return
    const children = node.children.filter(isRendered)
    const texts = children.filter(isText)
    if (children.length < 2 || texts.length === 0) return
    if (texts.some(isDynamic) || children.some(comesAndGoes)) {
      found.push(source.slice(node.start, node.end))
    }
  })
  expect(found, 'put the text into an element of its own').toEqual([])
})

/** A row that nobody sees has words of any length. */
const withWords = files.filter(
  (file) => file.startsWith('src/app/') && !file.endsWith('/row-gauge.tsx'),
)

test.each(withWords)('the words of a page are among its messages: %s', (file) => {
  const found: string[] = []
  walk(parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'tsx' }), (node) => {
    if (node.type !== 'JSXElement') return
    const { name } = node.openingElement
    if (name.type === 'JSXIdentifier' && name.name === 'code') return
    for (const child of node.children) {
      if (child.type === 'JSXText' && /\p{L}{2}/u.test(child.value)) found.push(child.value.trim())
    }
  })
  expect(found).toEqual([])
})

type Child = ESTree.JSXElement['children'][number]

function walk(node: unknown, visit: (node: ESTree.Node) => void): void {
  if (Array.isArray(node)) for (const each of node) walk(each, visit)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) visit(node as ESTree.Node)
    for (const each of Object.values(node)) walk(each, visit)
  }
}

/** Whether React keeps the element and exchanges what is in it. */
function isReused(branches: readonly ESTree.Expression[]): boolean {
  const [name, other] = branches.map((branch) => {
    if (branch.type !== 'JSXElement') return undefined
    const { name, attributes } = branch.openingElement
    const isKeyed = attributes.some(
      (one) =>
        one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && one.name.name === 'key',
    )
    return name.type === 'JSXIdentifier' && !isKeyed ? name.name : undefined
  })
  return name !== undefined && name === other
}

/** Whether there is text beside something else, or in a fragment. */
function isMixed(branch: ESTree.Expression): boolean {
  if (branch.type !== 'JSXElement' && branch.type !== 'JSXFragment') return false
  const children = branch.children.filter(isRendered)
  return children.some(isText) && (children.length > 1 || branch.type === 'JSXFragment')
}

/** What a condition shows or takes away. */
function branchesOf(node: ESTree.Node): ESTree.Expression[] {
  if (node.type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].map(withoutParentheses)
  }
  return node.type === 'LogicalExpression' ? [withoutParentheses(node.right)] : []
}

function withoutParentheses(expression: ESTree.Expression): ESTree.Expression {
  return expression.type === 'ParenthesizedExpression'
    ? withoutParentheses(expression.expression)
    : expression
}

function isRendered(child: Child): boolean {
  if (child.type === 'JSXText') return !/^\s*\n\s*$/.test(child.value)
  return !(
    child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'
  )
}

/** Whether it may be words; space alone is not translated. */
function isText(child: Child): boolean {
  if (child.type === 'JSXText') return child.value.trim() !== ''
  return child.type === 'JSXExpressionContainer' && mayBeText(child.expression)
}

function mayBeText(expression: ESTree.Expression | ESTree.JSXEmptyExpression): boolean {
  switch (expression.type) {
    case 'LogicalExpression':
      return mayBeText(expression.right)
    case 'ConditionalExpression':
      return mayBeText(expression.consequent) || mayBeText(expression.alternate)
    case 'ParenthesizedExpression':
      return mayBeText(expression.expression)
    case 'Literal':
      return typeof expression.value === 'string' && expression.value.trim() !== ''
    case 'Identifier':
      return !elements.test(expression.name)
    case 'MemberExpression':
      return !(expression.property.type === 'Identifier' && elements.test(expression.property.name))
    case 'CallExpression':
      return !/^(children|map)$/.test(nameOf(expression.callee))
    case 'JSXElement':
    case 'JSXFragment':
      return false
    default:
      return true
  }
}

/** Names of values that are elements. */
const elements = /^(children|forbidden|icon|time)$/

/** Names of components that are always one and the same element. */
const steady = /(Icon|Spinner|Link|Mark|Button|RelativeTime)$/

function nameOf(callee: ESTree.Expression): string {
  const named = callee.type === 'MemberExpression' ? callee.property : callee
  return named.type === 'Identifier' ? named.name : ''
}

/** Text that may change or be empty, when React has no node for it. */
function isDynamic(child: Child): boolean {
  return child.type === 'JSXExpressionContainer' && child.expression.type !== 'Literal'
}

/** Elements that are not always there: of a component, a condition or a list. */
function comesAndGoes(child: Child): boolean {
  if (child.type === 'JSXElement') {
    const { name } = child.openingElement
    return !(name.type === 'JSXIdentifier' && (/^[a-z]/.test(name.name) || steady.test(name.name)))
  }
  return child.type !== 'JSXText' && isDynamic(child)
}
