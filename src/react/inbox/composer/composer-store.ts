import type { OutgoingMessage } from '../../../inbox/index.ts'
import { createStore } from '../../../store/index.ts'

export { unacknowledged } from '../../../inbox/index.ts'

/** What an agent is writing in one chat. */
export interface Draft {
  text: string
  /** A note to agents only. */
  agentsOnly: boolean
  /** Sent after the text. */
  files: readonly Attachment[]
}

/** A file that will be sent with a draft. */
export interface Attachment {
  id: string
  file: File
}

/** A message on its way, and how it is sent. */
export interface Outgoing extends OutgoingMessage {
  /** One that is `sending` waits while one before it has failed. */
  status: OutgoingMessage['status']
  file?: File
  /** Whether it may have arrived although no response did. */
  deliveryUnknown?: boolean
  error?: Error
  /** How many times the usual time its upload may take: more each time that was too short. */
  timeoutFactor?: number
  /** Stops the upload of its file; absent once it has gone too far for that. */
  cancel?: () => void
  /** Tells whether that happened. */
  canceled?: AbortSignal
}

/** Where the texts of drafts outlive the page. */
export interface DraftStorage {
  read(): ReadonlyMap<string, Draft>
  write(drafts: ReadonlyMap<string, Draft>): void
}

/** What an agent is writing and sending while they are signed in. */
export interface ComposerStore {
  draft(chatId: string): Draft
  setDraft(chatId: string, draft: Draft): void
  /** Oldest first; the same array until something changes. */
  outgoing(chatId: string): readonly Outgoing[]
  /** Adds it, or replaces the one with its `customId`. */
  put(message: Outgoing): void
  remove(message: Outgoing): void
  /** Begins the task when those before it in the same chat have ended, and ends with it. */
  inTurn(chatId: string, task: () => Promise<void>): Promise<void>
  /** Whether leaving the page would lose something. */
  holdsUnsent(): boolean
  subscribe(listener: () => void): () => void
}

export const emptyDraft: Draft = { text: '', agentsOnly: false, files: [] }

/** Whether there is nothing to send. */
export function isEmpty({ text, files }: Draft): boolean {
  return text.trim() === '' && files.length === 0
}

const none: readonly Outgoing[] = []

/** @param storage Absent: drafts are in memory only. */
export function createComposerStore(storage?: DraftStorage): ComposerStore {
  const drafts = createStore<ReadonlyMap<string, Draft>>(storage?.read() ?? new Map())
  const outbox = createStore<ReadonlyMap<string, readonly Outgoing[]>>(new Map())
  const outgoing = (chatId: string) => outbox.getSnapshot().get(chatId) ?? none
  const write = (chatId: string, messages: readonly Outgoing[]) =>
    outbox.set(new Map(outbox.getSnapshot()).set(chatId, messages))
  const lastTurns = new Map<string, Promise<void>>()
  return {
    draft: (chatId) => drafts.getSnapshot().get(chatId) ?? emptyDraft,
    setDraft(chatId, draft) {
      const next = new Map(drafts.getSnapshot())
      if (isEmpty(draft) && !draft.agentsOnly) next.delete(chatId)
      else next.set(chatId, draft)
      drafts.set(next)
      storage?.write(next)
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
    inTurn(chatId, task) {
      const turn = (lastTurns.get(chatId) ?? Promise.resolve()).then(task)
      lastTurns.set(
        chatId,
        turn.catch(() => {}),
      )
      return turn
    },
    holdsUnsent: () =>
      [...outbox.getSnapshot().values()].flat().some(({ status }) => status !== 'sent') ||
      [...drafts.getSnapshot().values()].some(({ files }) => files.length > 0),
    subscribe(listener) {
      const stop = [drafts.subscribe(listener), outbox.subscribe(listener)]
      return () => {
        for (const each of stop) each()
      }
    },
  }
}
