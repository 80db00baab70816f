import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Thread } from '../../agent-chat/index.ts'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { ownerOf } from '../session/cache-owner.ts'
import { createDesk, type Desk, type Draft, notAmong, type Outgoing } from './composer-store.ts'

const DeskContext = createContext<Desk | undefined>(undefined)

/** Gives each agent a desk of their own, which is cleared when they leave. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const session = sessionOf(useSession())
  return <OwnedDesk key={session && ownerOf(session)}>{children}</OwnedDesk>
}

function OwnedDesk({ children }: { children: ReactNode }) {
  const [desk] = useState(createDesk)
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** @throws {Error} Outside of a `DeskProvider`. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('No desk: render this inside <DeskProvider>.')
  return desk
}

export function useDraft(chatId: string): Draft {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, () => desk.draft(chatId))
}

/** What these threads do not show yet; what they show leaves the desk, or it would come back once they are gone. */
export function useOutgoing(chatId: string, threads: readonly Thread[]): readonly Outgoing[] {
  const desk = useDesk()
  const outgoing = useSyncExternalStore(desk.subscribe, () => desk.outgoing(chatId))
  const waiting = useMemo(
    () =>
      notAmong(
        outgoing,
        threads.flatMap(({ events }) => events),
      ),
    [outgoing, threads],
  )
  useEffect(() => {
    for (const message of outgoing) if (!waiting.includes(message)) desk.remove(message)
  }, [desk, outgoing, waiting])
  return waiting
}
