import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Thread } from '../../agent-chat/index.ts'
import {
  type ComposerStore,
  createComposerStore,
  type Draft,
  isEmpty,
  type Outgoing,
  unacknowledged,
  usePerAgent,
} from '../../react/inbox/inbox-internal.ts'
import { useLeaveGuard } from '../lib/use-leave-guard.ts'
import { openDraftStorage } from './draft-storage.ts'

const ComposerContext = createContext<ComposerStore | undefined>(undefined)

/** Holds what an agent writes. */
export function ComposerProvider({ children }: { children: ReactNode }) {
  const composer = usePerAgent((session) => createComposerStore(openDraftStorage(session)))
  useLeaveGuard(composer.holdsUnsent)
  return <ComposerContext value={composer}>{children}</ComposerContext>
}

/** @throws {Error} Outside of a `ComposerProvider`. */
export function useComposerStore(): ComposerStore {
  const composer = use(ComposerContext)
  if (!composer) throw new Error('No composer store: render this inside <ComposerProvider>.')
  return composer
}

/** A fact about a draft, so that a component is drawn again when that changes and not with each key. */
export function useDraft<Fact extends string | number | boolean | Draft['files']>(
  chatId: string,
  factOf: (draft: Draft) => Fact,
): Fact {
  const composer = useComposerStore()
  return useSyncExternalStore(composer.subscribe, () => factOf(composer.draft(chatId)))
}

/** Whether the agent has begun to write in a chat. */
export function useHasDraft(chatId: string): boolean {
  return !useDraft(chatId, isEmpty)
}

/** The messages these threads do not show yet; the others leave the store, or they would reappear later. */
export function useOutgoing(chatId: string, threads: readonly Thread[]): readonly Outgoing[] {
  const composer = useComposerStore()
  const outgoing = useSyncExternalStore(composer.subscribe, () => composer.outgoing(chatId))
  const waiting = useMemo(
    () =>
      outgoing.length === 0
        ? outgoing
        : unacknowledged(
            outgoing,
            threads.flatMap(({ events }) => events),
          ),
    [outgoing, threads],
  )
  useEffect(() => {
    for (const message of outgoing) if (!waiting.includes(message)) composer.remove(message)
  }, [composer, outgoing, waiting])
  return waiting
}
