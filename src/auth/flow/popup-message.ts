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
    const text = Object.hasOwn(envelope, theirs) ? asText(envelope[theirs]) : undefined
    if (text !== undefined && !parameters.has(ours)) parameters.set(ours, text)
  }
  if (isRecord(error)) {
    parameters.set('state', state)
    if (!parameters.has('oauth_exception') && !parameters.has('identity_exception')) {
      parameters.set('oauth_exception', 'unknown')
    }
  }
  return { parameters, responseMode: 'message' }
}

/** `null` and what is not text count as absent; the reader decides what may be absent. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(',')
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
