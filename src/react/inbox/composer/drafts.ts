import { createStore } from '../../../store/index.ts'

/** What an agent is writing in one chat. */
export interface Draft {
  readonly text: string
  /** A note to agents only. */
  readonly agentsOnly: boolean
  /** Sent after the text. */
  readonly files: readonly Attachment[]
}

/** A file that will be sent with a draft. */
export interface Attachment {
  readonly id: string
  readonly file: File
}

/** Where the texts of an agent's drafts outlive the page. */
export interface DraftStorage {
  /** By chat. */
  read(): ReadonlyMap<string, Draft>
  /** Keeps the drafts in place of those kept before. */
  write(drafts: ReadonlyMap<string, Draft>): void
}

/** What an agent is writing, by chat. */
export interface Drafts {
  get(chatId: string): Draft
  set(chatId: string, draft: Draft): void
  /** Whether a file would be lost with them. */
  holdFiles(): boolean
  subscribe(listener: () => void): () => void
}

/** A draft with nothing in it. */
export const emptyDraft: Draft = { text: '', agentsOnly: false, files: [] }

/** LiveChat's limit for one message, in bytes of UTF-8. */
const limit = 16 * 1024

/** Whether there is nothing to send. */
export function isEmpty({ text, files }: Draft): boolean {
  return text.trim() === '' && files.length === 0
}

/** How many bytes the text of a draft is longer than LiveChat allows. */
export function excessBytes({ text }: Draft): number {
  return Math.max(0, new TextEncoder().encode(text).length - limit)
}

/** @param storage Absent: drafts are in memory only. */
export function createDrafts(storage?: DraftStorage): Drafts {
  const drafts = createStore<ReadonlyMap<string, Draft>>(storage?.read() ?? new Map())
  return {
    get: (chatId) => drafts.getSnapshot().get(chatId) ?? emptyDraft,
    set(chatId, draft) {
      const next = new Map(drafts.getSnapshot())
      if (isEmpty(draft) && !draft.agentsOnly) next.delete(chatId)
      else next.set(chatId, draft)
      drafts.set(next)
      storage?.write(next)
    },
    holdFiles: () => [...drafts.getSnapshot().values()].some(({ files }) => files.length > 0),
    subscribe: drafts.subscribe,
  }
}
