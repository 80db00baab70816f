import { type SignInClient, sessionOf } from '../../auth/index.ts'

/** Whether the session of a client is near its end and cannot renew itself. */
export interface Expiring {
  subscribe(listener: () => void): () => void
  getSnapshot(): boolean
}

/** Listens from before there is a session, since `expiring` is said once. */
export function watchExpiring(
  client: Pick<SignInClient, 'getSnapshot' | 'on' | 'subscribe'>,
): Expiring {
  const listeners = new Set<() => void>()
  const endOfSession = () => sessionOf(client.getSnapshot())?.expiresAt
  let announced: number | undefined
  client.on('expiring', () => {
    announced = endOfSession()
    for (const listener of listeners) listener()
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      const leave = client.subscribe(listener)
      return () => {
        listeners.delete(listener)
        leave()
      }
    },
    getSnapshot: () =>
      announced !== undefined &&
      announced === endOfSession() &&
      client.getSnapshot().status !== 'expired',
  }
}
