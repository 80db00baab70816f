import { revokeToken } from '../grant/revoke-token.ts'
import { refreshGrant } from '../grant/token-endpoint.ts'
import { asSignInError } from '../sign-in-error.ts'
import type { SignInRecord } from './session.ts'
import type { SharedReply, SharedRequest } from './shared-session.ts'

/** The SharedWorker behind `shareSession`: one session per app, in the memory of no page. */
interface Kept {
  record: SignInRecord
  refreshing: Promise<SharedReply> | undefined
  /** Its agent signed out. */
  isForgotten: boolean
}

const sessions = new Map<string, Kept>()

async function reply(request: SharedRequest): Promise<SharedReply> {
  const kept = sessions.get(request.key)
  switch (request.ask) {
    case 'get':
      return kept ? { record: kept.record } : {}
    case 'put':
      sessions.set(request.key, {
        record: request.record,
        refreshing: undefined,
        isForgotten: false,
      })
      return {}
    case 'forget':
      if (kept?.record.id !== request.id) return {}
      kept.isForgotten = true
      sessions.delete(request.key)
      return {}
    case 'refresh': {
      if (!kept) return { refused: 'signed_out' }
      // Another tab has refreshed it since: its token is the newest.
      if (kept.record.grant.refreshToken !== request.refreshToken) return { record: kept.record }
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
    const next = await refreshGrant(refreshToken, settings)
    if (kept.isForgotten) {
      // The tab that signed out may be gone.
      revokeToken(next.accessToken, settings).catch(() => {})
      return { refused: 'signed_out' }
    }
    const grant = { ...kept.record.grant, ...next }
    kept.record = { ...kept.record, grant, receivedAt: Date.now() }
    return { record: kept.record }
  } catch (thrown) {
    return { refused: asSignInError(thrown, 'unknown_error').code }
  }
}

// A server may import this file, too, and has no such event.
globalThis.addEventListener?.('connect', (event) => {
  const [port] = event instanceof MessageEvent ? event.ports : []
  if (!port) return
  port.onmessage = async ({ data }: MessageEvent<{ id: number; request: SharedRequest }>) => {
    port.postMessage({ id: data.id, reply: await reply(data.request) })
  }
})
