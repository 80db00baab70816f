import {
  type InboxChat,
  type InboxStore,
  isJoined,
  isUnread,
  type PersistentMap,
} from '../../inbox/index.ts'
import { useMyId } from './agent/use-my-id.ts'
import { useInbox, useServices } from './inbox-provider.tsx'

type Chats = PersistentMap<InboxChat>

/** What was counted last, by the inbox of its agent, with which it goes. */
const counted = new WeakMap<InboxStore, { chats: Chats; myId: string | undefined; count: number }>()

/**
 * Gets how many open chats of the agent have something they have not seen, of all that are known: once the page is connected,
 * every one. Rendered again when the number changes.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useUnread(): number {
  const { inbox } = useServices()
  const myId = useMyId()
  return useInbox(({ chats }) => countUnread(inbox, chats, myId))
}

/** Looks at what has changed since it was asked last: of all that is loaded, little is open. */
function countUnread(store: InboxStore, chats: Chats, myId: string | undefined): number {
  const before = counted.get(store)
  const counts = (chat: InboxChat | undefined) => Number(chat !== undefined && isDue(chat, myId))
  let count = 0
  if (before && before.myId === myId) {
    count = before.count
    for (const change of chats.changesSince(before.chats)) {
      count += counts(change.after) - counts(change.before)
    }
  } else for (const chat of chats.values()) count += counts(chat)
  counted.set(store, { chats, myId, count })
  return count
}

function isDue(chat: InboxChat, myId: string | undefined): boolean {
  return chat.lastThread?.active === true && isJoined(chat, myId) && isUnread(chat, myId)
}
