import { defineAction } from './define-action.ts'

const body = (chatId: string) => ({ id: chatId })

/** Follows a chat the agent is not in. */
export const followChat = defineAction({ name: 'follow_chat', body })

/** Stops following a chat. */
export const unfollowChat = defineAction({ name: 'unfollow_chat', body })
