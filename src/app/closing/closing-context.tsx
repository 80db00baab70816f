import { createContext, type ReactNode, use, useEffect, useSyncExternalStore } from 'react'
import { usePerAgent } from '../../react/inbox/inbox-internal.ts'
import { useLeaveGuard } from '../lib/use-leave-guard.ts'
import { type ClosingChat, type ClosingStore, createClosingStore } from './closing-store.ts'

const ClosingContext = createContext<ClosingStore | undefined>(undefined)

/** Holds the chats that an agent is closing. */
export function ClosingProvider({ children }: { children: ReactNode }) {
  const closing = usePerAgent(createClosingStore)
  useLeaveGuard(() => isUnderWay(closing))
  useEffect(() => {
    // The request outlives the page.
    const finish = () => void closing.finish()
    window.addEventListener('pagehide', finish)
    return () => window.removeEventListener('pagehide', finish)
  }, [closing])
  return <ClosingContext value={closing}>{children}</ClosingContext>
}

function isUnderWay(closing: ClosingStore): boolean {
  return closing.getSnapshot().some(({ status }) => status !== 'failed')
}

/** Milliseconds for which an agent who signs out waits for LiveChat to close chats. */
const patience = 2_000

/** Gives what to do before signing out: what the agent has just closed is closed then, as nobody could do it afterwards. */
export function useFinishClosing(): () => Promise<void> {
  const closing = use(ClosingContext)
  return async () => {
    if (closing && isUnderWay(closing)) await Promise.race([closing.finish(), delay(patience)])
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** @throws {Error} Outside of a `ClosingProvider`. */
export function useClosingStore(): ClosingStore {
  const closing = use(ClosingContext)
  if (!closing) throw new Error('No closing store: render this inside <ClosingProvider>.')
  return closing
}

const none: readonly ClosingChat[] = []
const never = () => () => {}

/** The chats that are being closed; none on pages without chats. */
export function useClosingChats(): readonly ClosingChat[] {
  const closing = use(ClosingContext)
  return useSyncExternalStore(closing?.subscribe ?? never, closing?.getSnapshot ?? (() => none))
}

/** How far closing a chat is; undefined when nobody here closes it. */
export function useClosingStatus(chatId: string): ClosingChat['status'] | undefined {
  return useClosingChats().find((one) => one.chatId === chatId)?.status
}
