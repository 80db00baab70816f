import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Code in a document that runs on its page: behind its three backticks are `html live` or `tsx live`, and a title. */
export interface LiveExample {
  language: 'html' | 'tsx'
  title: string
  /** That of its files in `examples/`. */
  name: string
}

/** Reads what is behind the backticks; undefined for code that is only to read. */
export function readLiveExample(info: string): LiveExample | undefined {
  const [, language, title] = /^(html|tsx) live (.+)$/.exec(info.trim()) ?? []
  if ((language !== 'html' && language !== 'tsx') || title === undefined) return undefined
  return { language, title, name: title.toLowerCase().replace(/\W+/g, '-') }
}

export interface WrittenExample extends LiveExample {
  code: string
  /** The document it is in, as `docs/theming.md`. */
  document: string
}

/** Finds the live examples of all documents. */
export function findLiveExamples(): WrittenExample[] {
  const root = join(import.meta.dirname, '..')
  const documents = readdirSync(join(root, 'docs'), { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  const found = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8')
    return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].flatMap(([, info = '', code = '']) => {
      const example = readLiveExample(info)
      return example ? [{ ...example, code, document }] : []
    })
  })
  if (new Set(found.map(({ name }) => name)).size < found.length) {
    throw new Error('Two live examples have the same title.')
  }
  return found
}
