import type { EndedSession } from '../../auth/index.ts'
import { type Draft, type DraftStorage, emptyDraft } from '../../react/inbox/index.ts'
import { storedValue } from '../lib/stored-value.ts'

const stored = storedValue(() => sessionStorage, 'sign-in-with-livechat:drafts')

type Owner = Pick<EndedSession, 'accountId' | 'organizationId'>

/**
 * Keeps the texts of one agent's drafts in this tab's storage, so that they survive a reload; what another agent left
 * there is removed. Undefined when LiveChat did not say who the agent is.
 */
export function openDraftStorage({ accountId, organizationId }: Owner): DraftStorage | undefined {
  if (!accountId || !organizationId) {
    clearDrafts()
    return undefined
  }
  const owner = `${accountId} ${organizationId}`
  if (readStored()?.owner !== owner) clearDrafts()
  return {
    read: () => new Map((readStored()?.drafts ?? []).flatMap(readDraft)),
    write(drafts) {
      const kept = [...drafts].flatMap(([chatId, { text, agentsOnly }]) =>
        text === '' ? [] : [{ chatId, text, agentsOnly }],
      )
      stored.write(kept.length === 0 ? null : { owner, drafts: kept })
    },
  }
}

/** Removes whatever drafts are in this tab's storage. */
export function clearDrafts(): void {
  stored.write(null)
}

/** What is stored, unless somebody else wrote it in another form. */
function readStored(): { owner: unknown; drafts: unknown[] } | undefined {
  const value = stored.read()
  if (typeof value !== 'object' || value === null) return undefined
  const { owner, drafts } = value as Record<string, unknown>
  return Array.isArray(drafts) ? { owner, drafts } : undefined
}

function readDraft(value: unknown): [chatId: string, draft: Draft][] {
  if (typeof value !== 'object' || value === null) return []
  const { chatId, text, agentsOnly } = value as Record<string, unknown>
  if (typeof chatId !== 'string' || typeof text !== 'string') return []
  return [[chatId, { ...emptyDraft, text, agentsOnly: agentsOnly === true }]]
}
