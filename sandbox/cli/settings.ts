import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { clientSchema, redirectUris } from '../lib/client-schema.ts'
import {
  isLiveChatConfig,
  type LiveChatConfig,
  parseLiveChatConfig,
} from '../lib/livechat-config.ts'
import { checked, readJsonFile, readTextFile, reasonOf } from '../lib/read-file.ts'
import type { ServeOptions } from '../server/serve.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** What the sandbox is started with. */
export interface Settings extends ServeOptions {
  /** Customers write, queue up and leave by themselves. */
  simulation: boolean
}

interface Setting {
  variable: string
  /** What follows the flag; without it, the flag sets `turns`. */
  value?: string
  turns?: string
  help: string
}

/** Each flag of the command and the environment variable that does the same. */
export const settings: Readonly<Record<string, Setting>> = {
  config: {
    variable: 'SANDBOX_CONFIG',
    value: 'FILE',
    help: 'JSON file with your own apps, or livechat.config.json',
  },
  'accounts-port': {
    variable: 'ACCOUNTS_PORT',
    value: 'N',
    help: 'port of the accounts server, else 3001; 0 takes a free one',
  },
  'api-port': { variable: 'API_PORT', value: 'N', help: 'port of the Agent Chat API, else 3002' },
  tls: {
    variable: 'SANDBOX_TLS',
    value: 'CERT,KEY',
    help: 'https and wss, with these two files in PEM format',
  },
  chats: { variable: 'SANDBOX_CHATS', value: 'N', help: 'number of chats, 0 to 100000, else 250' },
  simulation: {
    variable: 'SANDBOX_SIMULATION',
    turns: 'on',
    help: 'customers write, queue up and leave while you watch',
  },
  strict: {
    variable: 'SANDBOX_STRICT',
    turns: 'on',
    help: 'no redirect URI of its apps matches any port',
  },
  'no-control': {
    variable: 'SANDBOX_CONTROL',
    turns: 'off',
    help: 'without the calls that make it fail on purpose',
  },
}

/** What `--help` prints. */
export function usage(): string {
  const flags = Object.entries(settings).map(([flag, { variable, value, turns, help }]) => {
    const typed = value ? `--${flag} ${value}` : `--${flag}`
    return `  ${typed.padEnd(20)} ${(turns ? `${variable}=${turns}` : variable).padEnd(22)} ${help}`
  })
  return [
    'Usage: sandbox [flags]',
    '',
    'Starts LiveChat on this machine, for development and tests without an account: the accounts server on',
    'http://localhost:3001 and the Agent Chat API on http://localhost:3002.',
    '',
    'A flag, or the environment variable that does the same:',
    '',
    `  ${'--port N'.padEnd(20)} ${''.padEnd(22)} the accounts server on this port, the API on the next`,
    ...flags,
  ].join('\n')
}

/**
 * Reads the sandbox's settings: flags, and for what they leave open environment variables.
 *
 * @param args What follows the command, such as `['--chats', '10']`.
 * @throws {Error} One line that names the flag or variable and says what it should be.
 */
export function readSettings(args: readonly string[], variables: Variables): Settings {
  const flags = readFlags(args)
  const read = (flag: string): { name: string; text: string | undefined } => {
    const { variable = '', turns } = settings[flag] ?? {}
    const typed = flags[flag]
    if (typed === undefined) return { name: variable, text: variables[variable] || undefined }
    return { name: `--${flag}`, text: typed === true ? turns : String(typed) }
  }
  const number = (flag: string, usual: number, largest: number) => {
    const { name, text } = read(flag)
    return text === undefined ? usual : toNumber(name, text, largest)
  }
  const { name, text: file } = read('config')
  const tls = read('tls')
  const first =
    flags.port === undefined ? 3001 : toNumber('--port', String(flags.port), largestPort - 1)
  return {
    accountsPort: number('accounts-port', first, largestPort),
    apiPort: number('api-port', first && first + 1, largestPort),
    chats: number('chats', 250, 100_000),
    control: read('no-control').text !== 'off',
    simulation: read('simulation').text === 'on',
    strictRedirectUris: read('strict').text === 'on',
    ...(tls.text && { tls: readCertificate(tls.name, tls.text) }),
    ...(file && readApps(name, file)),
  }
}

const largestPort = 65_535

function readFlags(args: readonly string[]) {
  const flags = Object.entries(settings).map(([flag, { value }]) => {
    const type: 'string' | 'boolean' = value ? 'string' : 'boolean'
    return [flag, { type }] as const
  })
  const options = {
    ...Object.fromEntries(flags),
    port: { type: 'string' },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values as Record<string, string | true>
  } catch (error) {
    throw new Error(`${reasonOf(error)} See --help.`, { cause: error })
  }
}

function toNumber(name: string, text: string, largest: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= largest)) {
    throw new Error(`${name} must be a whole number from 0 to ${largest}, not "${text}".`)
  }
  return number
}

function readCertificate(name: string, files: string): { cert: string; key: string } {
  const [cert, key, ...more] = files.split(',')
  if (!cert || !key || more.length > 0) {
    throw new Error(`${name} must be two files, certificate and key, with a comma between them.`)
  }
  return {
    cert: readTextFile(cert, `${name} ${cert}`),
    key: readTextFile(key, `${name} ${key}`),
  }
}

const fileSchema = v.strictObject({
  clients: v.exactOptional(v.array(clientSchema), []),
  redirectUris: v.exactOptional(v.record(v.string(), redirectUris), {}),
})

function readApps(name: string, path: string): v.InferOutput<typeof fileSchema> {
  const where = `${name} ${path}`
  const json = readJsonFile(path, where)
  return isLiveChatConfig(json)
    ? checked(fileSchema, { clients: [appOf(parseLiveChatConfig(json, where))] }, where)
    : checked(fileSchema, json, where)
}

/**
 * LiveChat's own file has no secret: of a server-side app it is `sandbox`, as all passwords are. An app with optional scopes is
 * public here, so that its agents are asked for them.
 */
function appOf({ name, ...app }: LiveChatConfig) {
  return {
    ...app,
    ...(name && { name }),
    ...(app.type === 'server' && { secret: 'sandbox' }),
    ...(app.optionalScopes.length > 0 && { visibility: 'public' }),
  }
}
