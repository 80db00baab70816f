import { type RawResponse, responseFields } from '../grant/authorization-response.ts'

/**
 * Turns the popup's message into the parameters a redirect would have carried; undefined when it is not a response.
 *
 * A refusal carries no state on the wire. The window and origin that sent it tie it to our request, so it is
 * given ours.
 *
 * @param message `event.data`, from anyone: nothing in it is trusted and nothing in it is changed.
 * @param state   Of the request this popup was opened for.
 * @see docs/protocol.md 4
 */
export function readPopupMessage(message: unknown, state: string): RawResponse | undefined {
  if (!isRecord(message)) return undefined
  const { data, error } = message
  const envelope = isRecord(error) ? error : data
  if (!isRecord(envelope)) return undefined

  const parameters = new URLSearchParams()
  for (const theirs of responseFields) {
    // A message says `scopes` for a redirect's `scope`.
    const ours = theirs === 'scopes' ? 'scope' : theirs
    const text = Object.hasOwn(envelope, theirs) ? asText(envelope[theirs], theirs) : undefined
    if (text !== undefined && !parameters.has(ours)) parameters.set(ours, text)
  }
  // LiveChat's page may post other messages, too.
  const expected = isRecord(error) ? exceptions : results
  if (!expected.some((name) => parameters.get(name))) return undefined
  if (isRecord(error)) parameters.set('state', state)
  return { parameters, responseMode: 'message' }
}

const exceptions = ['oauth_exception', 'identity_exception']
const results = ['access_token', 'code', ...exceptions]

/** What is text or nothing: a number or a list is no token. */
const textOnly: ReadonlySet<string> = new Set([...results, 'state'])

/** `null` and what is not text count as absent; the reader decides what may be absent. */
function asText(value: unknown, name: string): string | undefined {
  if (typeof value === 'string') return value
  if (textOnly.has(name)) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(',')
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
