import { createStore, type Store } from '../store/index.ts'
import { applyUpdate, emptyInbox, type Inbox } from './inbox.ts'
import type { InboxUpdate } from './inbox-update.ts'

/** The inbox of an agent, which others can watch. */
export interface InboxStore extends Omit<Store<Inbox>, 'set'> {
  /** Tells it what LiveChat responded or pushed, or what the agent did. */
  apply(update: InboxUpdate): void
}

export function createInboxStore(): InboxStore {
  const { getSnapshot, subscribe, set } = createStore(emptyInbox)
  return {
    getSnapshot,
    subscribe,
    apply: (update) => set(applyUpdate(getSnapshot(), update, Date.now())),
  }
}
