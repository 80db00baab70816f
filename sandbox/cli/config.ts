import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { clientSchema, redirectUris } from '../lib/client-schema.ts'
import { describeIssues } from '../lib/describe-issues.ts'
import type { ServeOptions } from '../server/serve.ts'

type Variables = Readonly<Record<string, string | undefined>>

const fileSchema = v.strictObject({
  clients: v.exactOptional(v.array(clientSchema), []),
  redirectUris: v.exactOptional(v.record(v.string(), redirectUris), {}),
})

/**
 * Reads the sandbox's settings from environment variables.
 *
 * @throws {Error} One line that names the variable and what it should be.
 */
export function readConfig(variables: Variables): ServeOptions {
  return {
    accountsPort: readNumber(variables, 'ACCOUNTS_PORT', 3001, 65_535),
    apiPort: readNumber(variables, 'API_PORT', 3002, 65_535),
    chats: readNumber(variables, 'SANDBOX_CHATS', 250, 100_000),
    control: variables.SANDBOX_CONTROL !== 'off',
    ...(variables.SANDBOX_CONFIG && readFile(variables.SANDBOX_CONFIG)),
  }
}

function readNumber(variables: Variables, name: string, usual: number, largest: number): number {
  const text = variables[name]
  if (text === undefined || text === '') return usual
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= largest)) {
    throw new Error(`${name} must be a whole number from 0 to ${largest}, not "${text}".`)
  }
  return number
}

function readFile(path: string) {
  const result = v.safeParse(fileSchema, readJson(path))
  if (!result.success) throw new Error(`SANDBOX_CONFIG ${path}: ${describeIssues(result.issues)}`)
  return result.output
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`SANDBOX_CONFIG ${path} cannot be read: ${reason}`, { cause: error })
  }
}
