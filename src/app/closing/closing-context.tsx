import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import { usePerAgent } from '../../react/inbox/inbox-internal.ts'
import { useLeaveGuard } from '../lib/use-leave-guard.ts'
import { type ClosingChat, type ClosingStore, createClosingStore } from './closing-store.ts'

const ClosingContext = createContext<ClosingStore | undefined>(undefined)

/** Holds the chats that an agent is closing. */
export function ClosingProvider({ children }: { children: ReactNode }) {
  const closing = usePerAgent(createClosingStore)
  useLeaveGuard(() => closing.getSnapshot().some(({ status }) => status !== 'failed'))
  return <ClosingContext value={closing}>{children}</ClosingContext>
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
