import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describeIssues } from './describe-issues.ts'

/**
 * Reads a file as text.
 *
 * @param where What names it, for the error: a flag or a variable, and the path.
 * @throws {Error} One line that says what is wrong.
 */
export function readTextFile(path: string, where = path): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Error(`${where} cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

/** The same, as JSON. */
export function readJsonFile(path: string, where = path): unknown {
  const text = readTextFile(path, where)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${where} is no JSON: ${reasonOf(cause)}`, { cause })
  }
}

/**
 * What a schema makes of what was read.
 *
 * @throws {Error} One line that says what is wrong.
 */
export function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  where: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, json)
  if (!result.success) throw new Error(`${where}: ${describeIssues(result.issues)}`)
  return result.output
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
