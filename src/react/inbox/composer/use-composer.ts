import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { largestFile } from '../../../agent-chat/index.ts'
import { type OutgoingMessage, outgoingIn } from '../../../inbox/index.ts'
import { randomId } from '../../../older-browsers/index.ts'
import { useInbox, useServices } from '../inbox-provider.tsx'
import type { Attachment, Draft } from './drafts.ts'
import { useTypingIndicator } from './use-typing-indicator.ts'

/** What {@link useComposer} returns. */
export interface Composer {
  /** The messages of the chat that LiveChat does not have yet, or has not shown; oldest first. */
  outgoing: readonly OutgoingMessage[]
  /** Reads them as they are now, for instance after a wait. */
  getOutgoing: () => readonly OutgoingMessage[]
  /** Reads the draft without following it; `useDraft` follows it. */
  getDraft: () => Draft
  /** Changes some of the draft. The others in the chat are shown that the agent types. */
  setDraft: (changes: Partial<Draft>) => void
  /** Adds files to the draft; returns those that are too large, which are not added. */
  attach: (files: readonly File[]) => File[]
  /** Takes a file out of the draft. */
  detach: (attachment: Attachment) => void
  /**
   * Sends the draft, first the text, then each file, unless it is empty or too long. Resolves when they are sent, or one
   * failed; never rejects.
   */
  send: () => Promise<void>
  /** Sends again what failed, then what waits behind it. One that has arrived is not sent twice. Never rejects. */
  sendAgain: (message: OutgoingMessage) => Promise<void>
  /** Gives up a message that failed or waits; what waits behind it goes out. Never rejects. */
  discard: (message: OutgoingMessage) => Promise<void>
  /** Stops the upload of a file that `isCancelable`. */
  cancel: (message: OutgoingMessage) => void
  /** Does something, such as closing the chat, after what is being sent in it; rejects as it does. */
  inTurn: (task: () => Promise<void>) => Promise<void>
}

const none: readonly OutgoingMessage[] = []

/**
 * Gets what an agent needs to write in a chat. Messages leave in the order they were written, whatever fails or waits, and
 * end with the session. While the component is there the others in the chat see that the agent types, so one component
 * for each chat calls it and hands it on.
 *
 * Rendered again when a message goes or fails, not with each key.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useComposer(chatId: string): Composer {
  const { composer, inbox } = useServices()
  const outgoing = useInbox(({ outgoing }) => outgoing.get(chatId) ?? none)
  useTypingIndicator(chatId)
  const actions = useMemo(() => {
    const { drafts, outbox } = composer
    const getDraft = () => drafts.get(chatId)
    const setDraft = (changes: Partial<Draft>) => drafts.set(chatId, { ...getDraft(), ...changes })
    return {
      getOutgoing: () => outgoingIn(inbox.getSnapshot(), chatId),
      getDraft,
      setDraft,
      attach(files: readonly File[]) {
        const added = files
          .filter(({ size }) => size <= largestFile)
          .map((file) => ({ id: randomId(), file }))
        if (added.length > 0) setDraft({ files: [...getDraft().files, ...added] })
        return files.filter(({ size }) => size > largestFile)
      },
      detach: ({ id }: Attachment) =>
        setDraft({ files: getDraft().files.filter((one) => one.id !== id) }),
      send: () => composer.send(chatId),
      sendAgain: outbox.send,
      discard: outbox.discard,
      cancel: outbox.cancel,
      inTurn: (task: () => Promise<void>) => outbox.inTurn(chatId, task),
    }
  }, [composer, inbox, chatId])
  return useMemo(() => ({ ...actions, outgoing }), [actions, outgoing])
}

/**
 * Gets what the agent is writing in a chat; rendered again with each key.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useDraft(chatId: string): Draft
/**
 * Gets something of what the agent is writing in a chat; rendered again when that is another value.
 *
 * @param select Picks what counts.
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useDraft<Part>(chatId: string, select: (draft: Draft) => Part): Part
export function useDraft<Part>(chatId: string, select?: (draft: Draft) => Part): Draft | Part {
  const { drafts } = useServices().composer
  const getPart = () => {
    const draft = drafts.get(chatId)
    return select ? select(draft) : draft
  }
  return useSyncExternalStore(drafts.subscribe, getPart, getPart)
}

/**
 * Gets a function that tells whether leaving the page would lose a message or a file, for a guard that asks first.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useHoldsUnsent(): () => boolean {
  const { drafts, outbox } = useServices().composer
  return useCallback(() => outbox.holdsUnsent() || drafts.holdFiles(), [drafts, outbox])
}
