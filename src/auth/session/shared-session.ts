import type { TokenGrant } from '../grant/token-grant.ts'
import { SignInError, type SignInErrorCode } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'

/** A grant with its beginning, as tabs hand it to the worker and get it back. */
export interface SignInRecord {
  grant: TokenGrant
  /** Milliseconds since 1970. */
  receivedAt: number
  /** Mark of the last sign-out before this sign-in; another one since means that it is over. */
  lastSignOut: string | null
  /** Names the sign-in, through all its renewals. */
  id: string
}

/** What a page asks of the worker; `key` tells apps and accounts servers apart. */
export type SharedRequest =
  | { ask: 'get'; key: string }
  | { ask: 'put'; key: string; shared: SignInRecord }
  | { ask: 'forget'; key: string; id: string }
  | { ask: 'refresh'; key: string; refreshToken: string; settings: SignInSettings }

export type SharedReply = { shared?: SignInRecord } | { refused: SignInErrorCode }

/** One session for all tabs, kept by a SharedWorker: it survives a reload, and no storage ever sees it. */
export interface SharedSession {
  get(): Promise<SignInRecord | undefined>
  put(shared: SignInRecord): void
  /** Leaves what another tab put there since. */
  forget(id: string): void
  /** One refresh however many tabs ask; all get its outcome. Undefined when the worker is not there. */
  refresh(refreshToken: string): Promise<SignInRecord> | undefined
}

const patience = 1_000

/** How a client gets at the session of all tabs; made by `shareSession`. */
export type SessionSharing = (settings: SignInSettings) => SharedSession | undefined

/**
 * For the client's option of the same name: one session for all tabs, kept by a SharedWorker.
 *
 * @param open Opens the worker, `sign-in-with-livechat/shared-session-worker`.
 */
export function shareSession(open: () => SharedWorker): SessionSharing {
  // Given to the client instead of known by it, so that only pages that share a session load this file.
  return (settings) => {
    const port = portOf(open)
    return port && connectSharedSession(port, settings)
  }
}

/** A worker that is silent is as good as none. */
function connectSharedSession(port: MessagePort, settings: SignInSettings): SharedSession {
  const key = `${settings.accountsUrl} ${settings.clientId}`
  const waiting = new Map<number, (reply: SharedReply) => void>()
  let count = 0
  /** A worker whose script did not load accepts messages all the same. */
  let answers = false
  port.onmessage = ({ data }: MessageEvent<{ id: number; reply: SharedReply }>) => {
    answers = true
    waiting.get(data.id)?.(data.reply)
    waiting.delete(data.id)
  }

  function send(request: SharedRequest, time: number): Promise<SharedReply> {
    const id = count++
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({}), time)
      waiting.set(id, (reply) => {
        clearTimeout(timer)
        resolve(reply)
      })
      port.postMessage({ id, request })
    })
  }

  async function refresh(refreshToken: string): Promise<SignInRecord> {
    const time = settings.requestTimeout + patience
    const reply = await send({ ask: 'refresh', key, refreshToken, settings }, time)
    if ('refused' in reply) throw new SignInError(reply.refused)
    if (reply.shared) return reply.shared
    // It is gone; the next try does without.
    answers = false
    throw new SignInError('network')
  }

  return {
    async get() {
      const reply = await send({ ask: 'get', key }, patience)
      return 'shared' in reply ? reply.shared : undefined
    },
    put: (shared) => void send({ ask: 'put', key, shared }, patience),
    forget: (id) => void send({ ask: 'forget', key, id }, patience),
    refresh: (refreshToken) => (answers ? refresh(refreshToken) : undefined),
  }
}

/** Undefined where the browser has no SharedWorker, or refuses one to this page. */
function portOf(open: () => SharedWorker): MessagePort | undefined {
  try {
    return open().port
  } catch {
    return undefined
  }
}
