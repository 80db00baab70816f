import { parseArgs } from 'node:util'
import { liveApiUrl } from '../../src/agent-chat/index.ts'
import { liveAccountsUrl, SignInError } from '../../src/auth/index.ts'
import { examine } from './examine.ts'
import type { Question } from './findings.ts'
import { type Check, isHealthy, judge } from './judge.ts'

export const doctorUsage = `Usage: sign-in-with-livechat doctor PAGE --client-id ID [flags]

Looks at a page and at its app, and says what keeps agents from signing in and what to change. It exits with 0 when they can
sign in, with 1 when they cannot, and with 2 when it was called wrongly.

  --client-id ID        the app's client id in Developer Console
  --redirect-uri URI    where LiveChat sends the response, else PAGE without query and hash
  --flow FLOW           popup or redirect, else popup
  --grant-type GRANT    implicit or code, else implicit
  --scopes LIST         scopes with commas between them, else all of the app
  --framed              the page is shown in LiveChat's Agent App
  --accounts-url URL    else ${liveAccountsUrl}; of the sandbox http://localhost:3001
  --api-url URL         else ${liveApiUrl}; of the sandbox http://localhost:3002`

/**
 * The command `doctor`.
 *
 * @param args What follows the command.
 * @param print Takes one line.
 * @returns The exit code.
 */
export async function doctorCommand(
  args: readonly string[],
  print: (line: string) => void = console.log,
): Promise<number> {
  if (args.includes('--help')) {
    print(doctorUsage)
    return 0
  }
  let question: Question
  try {
    question = readQuestion(args)
  } catch (thrown) {
    print(`${thrown instanceof Error ? thrown.message : thrown} See --help.`)
    return 2
  }
  try {
    const checks = judge(await examine(question))
    for (const line of report(checks)) print(line)
    return isHealthy(checks) ? 0 : 1
  } catch (thrown) {
    if (!(thrown instanceof SignInError)) throw thrown
    print(`${thrown.details ?? thrown.message}. See --help.`)
    return 2
  }
}

/**
 * Reads the command's arguments.
 *
 * @throws {Error} One sentence that says what is missing or wrong.
 */
export function readQuestion(args: readonly string[]): Question {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'client-id': { type: 'string' },
      'redirect-uri': { type: 'string' },
      flow: { type: 'string', default: 'popup' },
      'grant-type': { type: 'string', default: 'implicit' },
      scopes: { type: 'string' },
      framed: { type: 'boolean', default: false },
      'accounts-url': { type: 'string', default: liveAccountsUrl },
      'api-url': { type: 'string', default: liveApiUrl },
    },
  })
  const [page, ...more] = positionals
  const clientId = values['client-id']
  if (!page || more.length > 0) throw new Error('One page must be given.')
  if (!clientId) throw new Error('--client-id is missing.')
  const pageUrl = toUrl(page, 'The page')
  const { origin: accountsUrl } = toUrl(values['accounts-url'], '--accounts-url')
  const { origin: apiUrl } = toUrl(values['api-url'], '--api-url')
  const redirectUri = values['redirect-uri'] ?? pageUrl.href.replace(/[?#].*/s, '')
  toUrl(redirectUri, '--redirect-uri')
  return {
    pageUrl: pageUrl.href,
    clientId,
    redirectUri,
    accountsUrl,
    apiUrl,
    flow: oneOf(['popup', 'redirect'], values.flow, '--flow'),
    grantType: oneOf(['implicit', 'code'], values['grant-type'], '--grant-type'),
    scopes: values.scopes?.split(/[\s,]+/).filter(Boolean),
    isFramed: values.framed,
  }
}

function toUrl(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new Error(`${what} must be an address that begins with https:// or http://.`)
  }
  return url
}

function oneOf<Word extends string>(words: readonly Word[], text: string, flag: string): Word {
  const word = words.find((one) => one === text)
  if (!word) throw new Error(`${flag} must be ${words.join(' or ')}.`)
  return word
}

/** Says what was found, a line for what is in order, two for what is not. */
export function report(checks: readonly Check[]): string[] {
  const all = checks.flatMap(({ advice }) => advice)
  const count = (level: string) => all.filter((one) => one.level === level).length
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  return [
    ...checks.flatMap(({ title, advice }) =>
      advice.length === 0
        ? [`ok       ${title}`]
        : advice.flatMap(({ level, problem, remedy }) => [
            `${level.padEnd(8)} ${problem}`,
            `         ${remedy}`,
          ]),
    ),
    '',
    all.length === 0
      ? 'Agents can sign in.'
      : `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}.`,
  ]
}
