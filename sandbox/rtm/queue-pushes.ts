import { groupReach } from '../agent-chat/group-access.ts'
import { secondsToWait } from '../agent-chat/serialize.ts'
import { type ChatIndexEntry, indexEntryOf } from '../inbox/chat-index-entry.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Chat } from '../model/chat.ts'
import type { Listener, Push } from './push.ts'

/**
 * The new numbers of the chats behind one that joined or left a queue.
 *
 * @param tellsOwn Whether the chat's own number is told, too: no other push has it.
 */
export function queuePushes(
  inbox: Inbox,
  before: Chat | undefined,
  after: Chat,
  tellsOwn: boolean,
): Push[] {
  const left = before && placeOf(before)
  const joined = placeOf(after)
  if (left?.queuedAt === joined?.queuedAt && left?.group === joined?.group) return []
  const moved = new Map<string, ChatIndexEntry>()
  for (const place of [left, joined]) {
    for (const entry of place ? inbox.queue(place.group) : []) {
      const isOwn = entry.id === after.id
      const isBehind = place && (entry.queuedAt ?? 0) >= place.queuedAt
      if (isOwn ? tellsOwn : isBehind) moved.set(entry.id, entry)
    }
  }
  if (moved.size === 0) return []
  const news = [...moved.values()].map((entry) => {
    const position = inbox.queuePosition(entry.id) ?? 1
    const queue = { position, wait_time: secondsToWait(position) }
    return { entry, item: { chat_id: entry.id, thread_id: threadOf(inbox, entry.id), queue } }
  })
  const heardBy = ({ caller }: Listener) => {
    const mayOpen = groupReach(caller)
    return news.filter(({ entry }) => mayOpen(entry.groupIds)).map(({ item }) => item)
  }
  return [
    {
      action: 'queue_positions_updated',
      reaches: (listener) => heardBy(listener).length > 0,
      payload: heardBy,
    },
  ]
}

function placeOf(chat: Chat) {
  const { queuedAt, groupIds } = indexEntryOf(chat)
  return queuedAt === undefined ? undefined : { queuedAt, group: groupIds[0] ?? 0 }
}

function threadOf(inbox: Inbox, chatId: string): string | undefined {
  return inbox.read(chatId)?.threads.at(-1)?.id
}
