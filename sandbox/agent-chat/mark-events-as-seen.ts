import * as v from 'valibot'
import { fromWireTime, toWireTime } from '../model/wire-time.ts'
import { action } from './action.ts'
import { changeChat } from './change-chat.ts'
import { readChats } from './group-access.ts'
import { wireTime } from './time-range.ts'

export const markEventsAsSeen = action({
  scopes: readChats,
  body: v.object({ chat_id: v.string(), seen_up_to: wireTime }),
  answer: (call, { chat_id, seen_up_to }) =>
    changeChat(
      call,
      chat_id,
      (chat) => {
        // An agent who only looks on has no place to remember it, and is not refused.
        const user = chat.agents.find(({ id }) => id === call.agentId)
        const before = fromWireTime(user?.events_seen_up_to ?? '') || 0
        const seen = Math.min(fromWireTime(seen_up_to), call.world.now() * 1000)
        if (user) user.events_seen_up_to = toWireTime(Math.max(before, seen))
        return {}
      },
      'ro',
    ),
})
