import * as v from 'valibot'
import { action, requireScope } from './action.ts'
import { findAgent } from './change-chat.ts'

/** An action of the Configuration API, which tells an agent who they are (docs/protocol.md 3.8). */
export const getAgent = action({
  scopes: [['agents--my:ro', 'agents--all:ro']],
  body: v.object({ id: v.string() }),
  answer({ inbox, caller, agentId }, { id }) {
    if (id !== agentId) requireScope(caller, ['agents--all:ro'])
    const { account, membership } = findAgent(inbox, id)
    const owner = membership.accountsRole === 'owner' && membership.liveChatRole === 'administrator'
    return {
      id: account.email,
      account_id: account.accountId,
      name: account.name,
      ...(account.avatarUrl ? { avatar: account.avatarUrl } : {}),
      role: owner ? 'owner' : membership.liveChatRole,
      login_status: membership.loginStatus ?? 'not accepting chats',
      groups: membership.groupIds.map((groupId) => ({ id: groupId, priority: 'normal' })),
    }
  },
})
