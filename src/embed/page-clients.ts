import { createSignInClient, type SignInClient } from '../auth/index.ts'
import { awaitsResponse, pageUrl, splitResponseUrl, tabStorage } from '../auth/internal.ts'
import { readClientOptions } from './element-options.ts'

/** The clients of this page's elements by their options: elements with the same options share one, and its session. */
const clients = new Map<string, SignInClient>()

/** The elements in the document. */
export const connected = new Set<{ readonly client: SignInClient | undefined }>()

let resuming = false

/**
 * Returns the client for the attributes of an element, and creates it when no other element has.
 *
 * @throws {SignInError} `configuration` when an attribute cannot work.
 */
export function clientFor(read: (name: string) => string | null): SignInClient {
  const options = readClientOptions(read)
  const key = JSON.stringify(options)
  const known = clients.get(key)
  if (known) return known
  const client = createSignInClient(options)
  clients.set(key, client)
  resumeOnceConnected()
  return client
}

/** Disposes of a client no element uses any more; one the page provided is left to the page. */
export function dropClient(client: SignInClient): void {
  if ([...connected].some((element) => element.client === client)) return
  for (const [key, one] of clients) {
    if (one !== client) continue
    clients.delete(key)
    client.dispose()
  }
}

/** Resumes once all elements of the page are connected, since the response in the URL may belong to any of them. */
function resumeOnceConnected(): void {
  if (resuming) return
  resuming = true
  queueMicrotask(() => {
    resuming = false
    const [first, ...others] = clients.values()
    void (others.find(isAnswered) ?? first)?.resume()
  })
}

function isAnswered({ settings }: SignInClient): boolean {
  const isAwaited = (state: string) => awaitsResponse(settings.clientId, state, tabStorage())
  const { response } = splitResponseUrl(pageUrl(), settings.responsePage, isAwaited)
  const state = response?.parameters.get('state')
  return Boolean(state && isAwaited(state))
}
