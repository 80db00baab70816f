import { SignInError, type SignInErrorCode } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import type { SignInRecord } from './session.ts'

/** A request to the worker; `key` tells apps and accounts servers apart. */
export type SharedRequest =
  | { ask: 'get'; key: string }
  | { ask: 'put'; key: string; record: SignInRecord }
  | { ask: 'forget'; key: string; id: string }
  | { ask: 'refresh'; key: string; refreshToken: string; settings: SignInSettings }

export type SharedReply = { record?: SignInRecord } | { refused: SignInErrorCode }

/** One session for all tabs, kept by a SharedWorker: it survives a reload, and is in no storage. */
export interface SharedSession {
  get(): Promise<SignInRecord | undefined>
  put(record: SignInRecord): void
  /** Removes this sign-in, not one that another tab put there since. */
  forget(id: string): void
  /** Refreshes once, however many tabs ask: all get its outcome. Undefined without a worker. */
  refresh(refreshToken: string): Promise<SignInRecord> | undefined
}

const replyTimeout = 1_000

/** Connects a client to the session of all tabs; made by `shareSession`. */
export type SessionSharing = (settings: SignInSettings) => SharedSession | undefined

/**
 * Makes the client's option of the same name: one session for all tabs, kept by a SharedWorker.
 *
 * @param open Opens the worker, `sign-in-with-livechat/shared-session-worker`.
 */
export function shareSession(open: () => { readonly port: MessagePort }): SessionSharing {
  // The app passes it in, so that only pages that share a session load this file.
  return (settings) => {
    const port = portOf(open)
    return port && connectSharedSession(port, settings)
  }
}

/** Talks to the worker; one that does not reply counts as missing. */
function connectSharedSession(port: MessagePort, settings: SignInSettings): SharedSession {
  const key = `${settings.accountsUrl} ${settings.clientId}`
  const waiting = new Map<number, (reply: SharedReply) => void>()
  let count = 0
  /** A worker whose script did not load accepts messages all the same. */
  let responds = false
  port.onmessage = ({ data }: MessageEvent<{ id: number; reply: SharedReply }>) => {
    responds = true
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
    const time = settings.refreshTimeout + replyTimeout
    const reply = await send({ ask: 'refresh', key, refreshToken, settings }, time)
    if ('refused' in reply) throw new SignInError(reply.refused)
    if (reply.record) return reply.record
    // The worker is gone; the next refresh does without it.
    responds = false
    throw new SignInError('network')
  }

  return {
    async get() {
      const reply = await send({ ask: 'get', key }, replyTimeout)
      return 'record' in reply ? reply.record : undefined
    },
    put: (record) => void send({ ask: 'put', key, record }, replyTimeout),
    forget: (id) => void send({ ask: 'forget', key, id }, replyTimeout),
    refresh: (refreshToken) => (responds ? refresh(refreshToken) : undefined),
  }
}

/** Undefined where the browser has no SharedWorker, or refuses one to this page. */
function portOf(open: () => { readonly port: MessagePort }): MessagePort | undefined {
  try {
    return open().port
  } catch {
    return undefined
  }
}
