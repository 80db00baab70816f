import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import {
  AgentChatError,
  type ChatDetails,
  type TransferChatRequest,
} from '../../agent-chat/index.ts'
import { randomId } from '../../older-browsers/index.ts'
import { useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { type Composer, useAgentChat } from '../../react/inbox/index.ts'
import { unexpectedErrorMessage } from '../chat/api-errors.ts'
import { isSameUser } from '../chat/participants.ts'
import { truncate } from '../lib/truncate.ts'
import {
  useAgents,
  useGroupName,
  useNamedGroups,
  useRoutingStatuses,
} from '../session/use-directory.ts'
import { Button } from '../ui/button.tsx'
import type { ChatAction } from './use-chat-action.ts'

export interface TransferChatProps {
  chat: ChatDetails
  composer: Composer
  /** Whether the agent is in it, and so can leave a note. */
  isJoined: boolean
  action: ChatAction
  onDone: () => void
}

/** Chooses the agent or the group that takes the chat. */
export function TransferChat({ chat, composer, isJoined, action, onDone }: TransferChatProps) {
  const agentChat = useAgentChat()
  const noteId = useId()
  const [note, setNote] = useState('')
  const { data, error } = useQuery({
    queryKey: useQueryKey('agents for transfer', chat.id),
    queryFn: ({ signal }) => agentChat.listAgentsForTransfer(chat.id, { signal }),
    gcTime: 0,
  })
  const groups = useNamedGroups()?.filter(({ groupId }) => !chat.groupIds.includes(groupId))
  const groupName = useGroupName()
  const agents = useAgents()
  const statuses = useRoutingStatuses()
  const nameOf = (agentId: string) =>
    agents?.find((one) => isSameUser(one.agentId, agentId))?.name ?? agentId

  const give = (request: Omit<TransferChatRequest, 'chatId'>) => {
    onDone()
    const text = note.trim()
    const event = { type: 'message', text, agentsOnly: true, customId: randomId() } as const
    action.run('transfer', () =>
      // After what was written before it.
      composer.inTurn(async () => {
        if (text !== '') await agentChat.sendEvent({ chatId: chat.id, event })
        await agentChat.transferChat({ chatId: chat.id, ...request })
      }),
    )
  }
  return (
    <section className="transfer-chat" aria-label="Transfer chat">
      {isJoined && (
        <div className="transfer-note">
          <label htmlFor={noteId}>Note to whoever takes it (optional)</label>
          <textarea
            id={noteId}
            rows={2}
            dir="auto"
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      )}
      {error && (
        <p role="alert">
          {error instanceof AgentChatError ? error.message : unexpectedErrorMessage}
        </p>
      )}
      {!data && !error && <p className="hint">Finding available agents…</p>}
      {data?.length === 0 && <p className="hint">No other agents are available.</p>}
      {data && data.length > 0 && (
        <>
          <p className="hint">Transfer to an agent</p>
          <ul aria-label="Agents">
            {data.map(({ agentId, activeChats }) => (
              <li key={agentId}>
                <Button
                  size="compact"
                  title={agentId}
                  onClick={() => give({ target: { agentId } })}
                >
                  <bdi>{truncate(nameOf(agentId), 80)}</bdi>{' '}
                  <span className="hint">
                    {[
                      activeChats === 1 ? '1 chat' : `${activeChats} chats`,
                      statusText(statuses?.get(agentId.toLowerCase())),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {groups && groups.length > 0 && (
        <>
          <p className="hint">Transfer to a group</p>
          <ul aria-label="Groups">
            {groups.map(({ groupId, routingStatus }) => (
              <li key={groupId}>
                <Button
                  size="compact"
                  onClick={() =>
                    give({ target: { groupId }, mayQueue: routingStatus !== 'accepting_chats' })
                  }
                >
                  <bdi>{truncate(groupName(groupId), 80)}</bdi>{' '}
                  <span className="hint">{statusText(routingStatus)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function statusText(status: string | undefined): string {
  switch (status) {
    case 'accepting_chats':
      return 'accepts chats'
    case 'not_accepting_chats':
      return 'doesn’t accept chats now'
    case 'offline':
      return 'offline'
    default:
      return ''
  }
}
