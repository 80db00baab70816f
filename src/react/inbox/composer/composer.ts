import type { AgentChatClient } from '../../../agent-chat/index.ts'
import type { InboxStore } from '../../../inbox/index.ts'
import { randomId } from '../../../older-browsers/index.ts'
import {
  createDrafts,
  type DraftStorage,
  type Drafts,
  emptyDraft,
  excessBytes,
  isEmpty,
} from './drafts.ts'
import { createOutbox, type Outbox } from './outbox.ts'

/** What an agent writes, and what of it is on its way, while they are signed in. */
export interface ComposerService {
  drafts: Drafts
  outbox: Outbox
  /** Sends what is written in a chat, unless it is empty or too long: first the text, then each file. Never rejects. */
  send(chatId: string): Promise<void>
}

export function createComposer(
  agentChat: AgentChatClient,
  inbox: InboxStore,
  storage?: DraftStorage,
): ComposerService {
  const drafts = createDrafts(storage)
  const outbox = createOutbox(agentChat, inbox)
  return {
    drafts,
    outbox,
    async send(chatId) {
      const draft = drafts.get(chatId)
      if (isEmpty(draft) || excessBytes(draft) > 0) return
      const { agentsOnly, files } = draft
      const text = draft.text.trim()
      const contents = [
        ...(text === '' ? [] : [{ text }]),
        ...files.map(({ file }) => ({ text: file.name, file })),
      ]
      // A note is one of a kind: what is written next is for the customer again.
      drafts.set(chatId, emptyDraft)
      const about = { chatId, agentsOnly, createdAt: Date.now(), status: 'sending' } as const
      await Promise.all(
        contents.map((content) => outbox.send({ ...content, ...about, customId: randomId() })),
      )
    },
  }
}
