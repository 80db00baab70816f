import * as v from 'valibot'
import { action } from './action.ts'
import { ApiError } from './api-error.ts'
import { changeChat } from './change-chat.ts'
import { readChats } from './group-access.ts'

const body = v.object({ id: v.string() })

export const followChat = action({
  scopes: readChats,
  body,
  answer: (call, { id }) =>
    changeChat(
      call,
      id,
      (chat) => {
        if (!chat.followers.includes(call.agentId)) chat.followers.push(call.agentId)
        return {}
      },
      'ro',
    ),
})

/** Unfollows a chat; the action needs no scope, and so no access to the chat. */
export const unfollowChat = action({
  scopes: [],
  body,
  answer(call, { id }) {
    const chat = call.inbox.read(id)
    if (!chat) throw new ApiError('not_found', 'Chat not found')
    if (chat.agents.some((agent) => agent.present && agent.id === call.agentId)) {
      throw new ApiError('validation', 'A user of the chat cannot unfollow it')
    }
    call.inbox.change(
      id,
      (followed) => {
        followed.followers = followed.followers.filter((one) => one !== call.agentId)
      },
      call.cause,
    )
    return {}
  },
})
