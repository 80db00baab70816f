import { asSignInError } from '../sign-in-error.ts'
import type { SharedReply, SharedRequest, SignInRecord } from './shared-session.ts'
import { refreshGrant } from './token-refresh.ts'

/** The SharedWorker behind `shareSession`: one session per app, in the memory of no page. */
interface Kept {
  shared: SignInRecord
  refreshing: Promise<SharedReply> | undefined
}

const sessions = new Map<string, Kept>()

async function answer(request: SharedRequest): Promise<SharedReply> {
  const kept = sessions.get(request.key)
  switch (request.ask) {
    case 'get':
      return kept ? { shared: kept.shared } : {}
    case 'put':
      sessions.set(request.key, { shared: request.shared, refreshing: undefined })
      return {}
    case 'forget':
      if (kept?.shared.id === request.id) sessions.delete(request.key)
      return {}
    case 'refresh': {
      if (!kept) return { refused: 'signed_out' }
      // Another tab was first: its new token serves this one too.
      if (kept.shared.grant.refreshToken !== request.refreshToken) return { shared: kept.shared }
      kept.refreshing ??= refresh(kept, request).finally(() => {
        kept.refreshing = undefined
      })
      return kept.refreshing
    }
  }
}

async function refresh(
  kept: Kept,
  { refreshToken, settings }: Extract<SharedRequest, { ask: 'refresh' }>,
): Promise<SharedReply> {
  try {
    const { signal } = new AbortController()
    const next = await refreshGrant(refreshToken, settings, signal)
    const grant = { ...kept.shared.grant, ...next }
    kept.shared = { ...kept.shared, grant, receivedAt: Date.now() }
    return { shared: kept.shared }
  } catch (thrown) {
    return { refused: asSignInError(thrown, 'unknown_error').code }
  }
}

// A server that imports it has no such thing, and is no reason to fail.
globalThis.addEventListener?.('connect', (event) => {
  const [port] = event instanceof MessageEvent ? event.ports : []
  if (!port) return
  port.onmessage = async ({ data }: MessageEvent<{ id: number; request: SharedRequest }>) => {
    port.postMessage({ id: data.id, reply: await answer(data.request) })
  }
})
