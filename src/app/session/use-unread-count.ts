import { type InboxChat, isUnread, meIn, type PersistentMap } from '../../inbox/index.ts'
import { useInbox } from './services.tsx'
import { useAccount } from './use-account.ts'

type Chats = PersistentMap<InboxChat>

let counted: { chats: Chats; myId: string | undefined } | undefined
let count = 0

/** How many open chats of the agent have something they have not seen. */
export function useUnreadCount(): number {
  const account = useAccount()?.email
  return useInbox(({ chats, myId }) => countUnread(chats, myId ?? account))
}

/** Looks at what has changed since it was asked last: of all that is loaded, little is open. */
export function countUnread(chats: Chats, myId: string | undefined): number {
  const counts = (chat: InboxChat | undefined) => Number(chat !== undefined && isDue(chat, myId))
  if (counted && counted.myId === myId) {
    for (const { before, after } of chats.changesSince(counted.chats)) {
      count += counts(after) - counts(before)
    }
  } else {
    count = 0
    for (const chat of chats.values()) count += counts(chat)
  }
  counted = { chats, myId }
  return count
}

function isDue(chat: InboxChat, myId: string | undefined): boolean {
  return (
    chat.lastThread?.active === true && meIn(chat, myId)?.present === true && isUnread(chat, myId)
  )
}
