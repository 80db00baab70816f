import type { ChatEvent } from '../../agent-chat/index.ts'

/** What an agent is writing in one chat. */
export interface Draft {
  text: string
  /** A note to agents only. */
  agentsOnly: boolean
}

/** A message on its way, shown before LiveChat has it. */
export interface Outgoing {
  customId: string
  chatId: string
  /** Of a message; of a file its name. */
  text: string
  file?: File
  agentsOnly: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  status: 'sending' | 'sent' | 'failed'
  /** Of the event it became, once that is known. */
  eventId?: string
  /** It may have arrived although no answer did. */
  deliveryUnknown?: boolean
  error?: Error
}

/** Where an agent was in a list. */
export interface Place {
  /** Pixels from the top of what was loaded. */
  offset: number
  /** The page they looked at; undefined: the top of the list. */
  pageId: string | undefined
  /** Pixels from the top at which that page began. */
  pageOffset: number
}

/** What lies on an agent's composer while they are signed in: drafts, messages on their way and places, in memory. */
export interface ComposerStore {
  draft(chatId: string): Draft
  setDraft(chatId: string, draft: Draft): void
  /** Oldest first; the same array until something changes. */
  outgoing(chatId: string): readonly Outgoing[]
  /** Adds it, or replaces the one with its `customId`. */
  put(message: Outgoing): void
  remove(message: Outgoing): void
  /** @param list Names it. */
  place(list: string): Place | undefined
  keepPlace(list: string, place: Place): void
  subscribe(listener: () => void): () => void
}

/** What is not among these events: still on its way, or only on the composer. */
export function unacknowledged(
  outgoing: readonly Outgoing[],
  events: readonly Pick<ChatEvent, 'id' | 'customId'>[],
): readonly Outgoing[] {
  const customIds = new Set(events.map(({ customId }) => customId))
  const ids = new Set<string | undefined>(events.map(({ id }) => id))
  return outgoing.filter(({ customId, eventId }) => !customIds.has(customId) && !ids.has(eventId))
}

const emptyDraft: Draft = { text: '', agentsOnly: false }
const none: readonly Outgoing[] = []

export function createComposerStore(): ComposerStore {
  const drafts = new Map<string, Draft>()
  const outbox = new Map<string, readonly Outgoing[]>()
  const places = new Map<string, Place>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const write = (chatId: string, messages: readonly Outgoing[]) => {
    outbox.set(chatId, messages)
    tell()
  }
  const outgoing = (chatId: string) => outbox.get(chatId) ?? none
  return {
    draft: (chatId) => drafts.get(chatId) ?? emptyDraft,
    setDraft(chatId, draft) {
      drafts.set(chatId, draft)
      tell()
    },
    outgoing,
    put(message) {
      const before = outgoing(message.chatId)
      const known = before.some((one) => one.customId === message.customId)
      write(
        message.chatId,
        known
          ? before.map((one) => (one.customId === message.customId ? message : one))
          : [...before, message],
      )
    },
    remove({ chatId, customId }) {
      write(
        chatId,
        outgoing(chatId).filter((one) => one.customId !== customId),
      )
    },
    place: (list) => places.get(list),
    keepPlace: (list, place) => void places.set(list, place),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
