import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the sources say of a name: its members, their types and the prose of their docstrings. */

const root = join(import.meta.dirname, '..')

export interface Entry {
  name: string
  type: string
  words: string
}

/** @param file Below `src`, or from the root where it begins with a slash. */
export function read(file: string): string {
  return readFileSync(join(root, file.startsWith('/') ? '' : 'src', file), 'utf8')
}

/** The members of an interface, after those it picks from another one. */
export function membersOf(file: string, name: string): Entry[] {
  const text = read(file)
  const [, head = '', body] =
    new RegExp(`export interface ${name}\\b([^{]*)\\{\\n([\\s\\S]*?)\\n\\}`).exec(text) ?? []
  if (body === undefined) throw new Error(`${file} has no interface ${name}.`)
  return [
    ...pickedBy(file, head),
    ...entriesIn(body, /^ {2}(?:readonly )?(['\w-]+)(\??)(\(.*\))?: (.+)$/),
  ]
}

function pickedBy(file: string, head: string): Entry[] {
  const [, origin = '', list = ''] = /Pick<(\w+), ([^>]+)>/.exec(head) ?? []
  const names = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)
  const imports = [...read(file).matchAll(/^import ([^']*?) from '(\.[^']+)'/gm)]
  const [, , path] = imports.find(([, what = '']) => what.match(/\w+/g)?.includes(origin)) ?? []
  if (!path) return []
  return membersOf(join(dirname(file), path), origin).filter(({ name }) => names.includes(name))
}

/** @param member Captures a name, a mark that is not shown, parameters and a type. */
export function entriesIn(body: string, member: RegExp): Entry[] {
  const entries: Entry[] = []
  let words = ''
  const lines = body
    .replace(/\/\*\*([\s\S]*?)\*\//g, (comment) => comment.replace(/\n/g, '\u0001'))
    .split('\n')
  for (const line of lines) {
    const comment = /^ *\/\*\*([\s\S]*)\*\/$/.exec(line)?.[1]
    const [, name, , parameters, type] = member.exec(line) ?? []
    if (comment !== undefined) words = wordsOf(comment)
    else if (name && type !== undefined) {
      const whole = parameters ? `${parameters} => ${type}` : type
      entries.push({ name: name.replaceAll("'", ''), type: cell(whole), words: cell(words) })
      words = ''
    } else words = ''
  }
  return entries
}

/** The cases of a union told apart by `status`, and what else each holds. */
export function casesOf(file: string, name: string): Entry[] {
  const body = read(file).split(`export type ${name} =\n`)[1]?.split('\n\n')[0]
  if (body === undefined) throw new Error(`${file} has no union ${name}.`)
  return entriesIn(
    body.replaceAll('readonly ', ''),
    /^ {2}\| \{ status: '([\w-]+)'()()(?:; )?(.*?) \}$/,
  )
}

/** A whole type on one line, with the words of its members behind it. */
export function shapeOf(file: string, name: string): Entry {
  const [, text] =
    new RegExp(`(?:type ${name} =|interface ${name}\\b) ?([\\s\\S]*?\\n)(?=\\n|$)`).exec(
      read(file),
    ) ?? []
  if (!text) throw new Error(`${file} has no type ${name}.`)
  const words: string[] = []
  const bare = text.replace(/\/\*\*\s?([^*]*?)\s*\*\/;?\n?\s*(\w+)/g, (_, said, member) => {
    words.push(`\`${member}\`: ${said}`)
    return `; ${member}`
  })
  const type = bare
    .replace(/\n(?! *[|}&()])/g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/([{|(])[\s;]+/g, '$1 ')
    .replace(/\( \|/g, '(')
    .replace(/(?: ?; ?)+/g, '; ')
    .replace(/;\s*(\}|$)/g, ' $1')
    .replace(/ {2,}/g, ' ')
    .replace(/^ *\| /, '')
  return { name, type: escaped(type.trim()), words: cell(words.join(' ')) }
}

/** An exported function: its call as the reader writes it, what it returns, its prose and its parameters'. */
export function functionOf(file: string, call: string): Entry {
  const name = call.replace(/\(.*/, '')
  const found = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:async )?function ${name}\\(([\\s\\S]*?)\\)(?:: ([^{]+))? \\{`,
  ).exec(read(file))
  if (!found) throw new Error(`${file} has no documented function ${name}.`)
  const [, comment = '', parameters = '', type = ''] = found
  const said = [...comment.matchAll(/@param (\w+)\s+([\s\S]*?)(?=\n \* @|\n \*\n|\s*$)/g)].map(
    ([, parameter, words = '']) => `\`${parameter}\`: ${oneLine(words.replace(/\n/g, '\u0001'))}`,
  )
  const words = [wordsOf(comment.replace(/\n/g, '\u0001')), ...said].join(' ')
  return {
    name: call.includes('(') ? call : `${name}(${parameters})`,
    type: cell(type),
    words: cell(words),
  }
}

/** An exported constant with its value, and the prose above it. */
export function constantOf(file: string, name: string): Entry {
  const [, comment = '', value] =
    new RegExp(`(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?export const ${name} = (.+)`).exec(
      read(file),
    ) ?? []
  if (!value) throw new Error(`${file} has no constant ${name}.`)
  return { name, type: cell(value), words: cell(wordsOf(comment.replace(/\n/g, '\u0001'))) }
}

/** A docstring's prose up to its tags and samples, on one line. */
function wordsOf(comment: string): string {
  return oneLine(comment.replace(/```[\s\S]*?```/g, ''))
    .replace(/^@deprecated /, 'Deprecated: ')
    .replace(/\s@\w.*$/, '')
    .trim()
}

function oneLine(text: string): string {
  return text
    .split('\u0001')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .replace(/ {2,}/g, ' ')
    .replace(/\{@link [\w.]*?(\w+)\}/g, '`$1`')
    .trim()
}

export function cell(text: string): string {
  return escaped(text.replace(/ ?\{$/, '').trim())
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}
