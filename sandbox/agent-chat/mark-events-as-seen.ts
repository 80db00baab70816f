import * as v from 'valibot'
import { markSeen } from '../inbox/chat-mutations.ts'
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
        if (user) markSeen(user, seen_up_to, call.world.now())
        return {}
      },
      'ro',
    ),
})
