import {
  createCodeRequest,
  createImplicitRequest,
  createState,
} from '../../src/auth/grant/authorization-request.ts'
import { createCodeChallenge } from '../../src/auth/grant/code-grant.ts'
import { printable } from '../../src/auth/sign-in-error.ts'
import { completeOptions, type SignInSettings } from '../../src/auth/sign-in-options.ts'
import type { AccountsFound, Findings, PageFound, Question, Reply } from './findings.ts'
import { similarUris } from './similar-uris.ts'

/** Milliseconds to wait for a response. */
const patience = 15_000
const mostRedirects = 5

/** What a browser that follows a link sends; some hosts respond to nothing else. */
const browserHeaders = {
  Accept: 'text/html,application/xhtml+xml',
  'Accept-Language': 'en',
  'User-Agent': 'Mozilla/5.0 (compatible; sign-in-with-livechat doctor)',
}

/**
 * Asks the page and LiveChat's accounts server, as a browser would in which nobody is signed in.
 *
 * @throws {SignInError} `configuration` when the client would refuse the options.
 */
export async function examine(question: Question): Promise<Findings> {
  const settings = settingsOf(question, question.redirectUri)
  const [page, accounts] = await Promise.all([
    reply(() => examinePage(question.pageUrl)),
    reply(() => examineAccounts(settings, question)),
  ])
  return { question, page, accounts }
}

function settingsOf(question: Question, redirectUri: string): SignInSettings {
  const { clientId, accountsUrl, flow, grantType, scopes } = question
  const request = { flow, grantType, ...(scopes && { scopes }) }
  return completeOptions({ clientId, accountsUrl, redirectUri, ...request }, '')
}

async function examinePage(pageUrl: string): Promise<PageFound> {
  const sentAt = Date.now()
  const response = await open(pageUrl, 'follow')
  const clockOffset = clockOffsetOf(response, sentAt)
  const { url, status, headers } = response
  return { url, status, headers, html: await response.text(), clockOffset }
}

async function examineAccounts(
  settings: SignInSettings,
  question: Question,
): Promise<AccountsFound> {
  const found = await authorize(settings)
  const isUriRefused = found.details === 'invalid_redirect_uri'
  const accepted = isUriRefused ? await acceptedUris(question) : []
  return { ...found, accepted }
}

/** Of URIs that are easily taken for the one asked for, those that LiveChat accepts. */
async function acceptedUris(question: Question): Promise<string[]> {
  const uris = similarUris(question.redirectUri)
  const found = await Promise.all(uris.map((uri) => authorize(settingsOf(question, uri))))
  return uris.filter((_, index) => found[index]?.exception === undefined)
}

/** Sends the request of a sign-in, and reads what LiveChat says of it before anybody signs in (docs/protocol.md 1.8). */
async function authorize(settings: SignInSettings): Promise<Omit<AccountsFound, 'accepted'>> {
  let url = await requestUrl(settings)
  for (let redirects = 0; ; redirects += 1) {
    const sentAt = Date.now()
    const response = await open(url, 'manual')
    const location = response.headers.get('Location')
    const { status } = response
    const next = location && status >= 300 && status < 400 ? new URL(location, url) : undefined
    const { searchParams } = next ?? new URL(url)
    const read = (name: string) => printable(searchParams.get(name) ?? '') || undefined
    const exception = read('oauth_exception') ?? read('identity_exception') ?? read('error')
    if (!next || exception || redirects === mostRedirects) {
      const clockOffset = clockOffsetOf(response, sentAt)
      return { status, exception, details: read('exception_details'), clockOffset }
    }
    url = next.href
  }
}

async function requestUrl(settings: SignInSettings): Promise<string> {
  // A page of LiveChat's, not a message to a page that is not there.
  const request = { ...settings.request, flow: 'redirect' } as const
  const values = { state: createState(), createdAt: Date.now(), returnTo: '/' }
  const { url } =
    request.grantType === 'code'
      ? createCodeRequest(settings, request, values, await createCodeChallenge(settings))
      : createImplicitRequest(settings, request, values)
  return url
}

function open(url: string, redirect: RequestRedirect): Promise<Response> {
  return fetch(url, { headers: browserHeaders, redirect, signal: AbortSignal.timeout(patience) })
}

/** How far a server's clock is ahead of this one, in milliseconds; its header has whole seconds (RFC 9110 §6.6.1). */
function clockOffsetOf({ headers }: Response, sentAt: number): number | undefined {
  const date = Date.parse(headers.get('Date') ?? '')
  return Number.isNaN(date) ? undefined : date + 500 - (sentAt + Date.now()) / 2
}

async function reply<Found>(ask: () => Promise<Found>): Promise<Reply<Found>> {
  try {
    return await ask()
  } catch (thrown) {
    return { failure: reasonOf(thrown) }
  }
}

/** Node hides in the cause why a request failed. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const { cause } = thrown
  if (cause instanceof Error) return ('code' in cause && String(cause.code)) || cause.message
  return thrown.message
}
