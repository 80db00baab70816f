import * as v from 'valibot'
import { action } from './action.ts'
import { agentReaches, findChat } from './change-chat.ts'

/** Lists agents who could take a chat, the least busy first, without those who are in it. */
export const listAgentsForTransfer = action({
  scopes: [],
  body: v.object({ chat_id: v.string() }),
  answer({ inbox }, { chat_id }) {
    const chat = findChat(inbox, chat_id)
    const here = new Set(chat.agents.filter(({ present }) => present).map(({ id }) => id))
    return inbox.agents
      .filter((agent) => agentReaches(agent, chat.access.group_ids))
      .map(({ account }) => account.email)
      .filter((agent_id) => !here.has(agent_id) && inbox.routingStatus(agent_id) !== 'offline')
      .map((agent_id) => ({ agent_id, total_active_chats: inbox.load(agent_id) }))
      .toSorted((one, other) => one.total_active_chats - other.total_active_chats)
  },
})
