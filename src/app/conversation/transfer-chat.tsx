import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { ChatDetails, TransferChatRequest } from '../../agent-chat/index.ts'
import { randomId } from '../../older-browsers/index.ts'
import { useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { type Composer, useAgentChat } from '../../react/inbox/index.ts'
import { isSameUser } from '../chat/participants.ts'
import { describeError } from '../language/describe-error.ts'
import { truncate } from '../lib/truncate.ts'
import {
  useAgents,
  useGroupName,
  useNamedGroups,
  useRoutingStatuses,
} from '../session/use-directory.ts'
import { Button } from '../ui/button.tsx'
import { conversationText } from './conversation-text.ts'
import type { ChatAction } from './use-chat-action.ts'

export interface TransferChatProps {
  chat: ChatDetails
  composer: Composer
  /** Whether the agent is in it, and so can leave a note. */
  isJoined: boolean
  action: ChatAction
  /** What is written to whoever takes it; kept outside, so that it is still there when this is opened again. */
  note: string
  onNote: (note: string) => void
  onDone: () => void
}

/** Chooses the agent or the group that takes the chat. */
export function TransferChat(props: TransferChatProps) {
  const { chat, composer, isJoined, action, note, onNote, onDone } = props
  const agentChat = useAgentChat()
  const noteId = useId()
  const text = conversationText()
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
    const trimmed = note.trim()
    const event = {
      type: 'message',
      text: trimmed,
      agentsOnly: true,
      customId: randomId(),
    } as const
    action.run('transfer', () =>
      // After what was written before it.
      composer.inTurn(async () => {
        if (trimmed !== '') {
          await agentChat.sendEvent({ chatId: chat.id, event })
          // It is in the chat now, whatever becomes of the transfer.
          onNote('')
        }
        await agentChat.transferChat({ chatId: chat.id, ...request })
      }),
    )
  }
  return (
    <section className="transfer-chat" aria-label={text.transferChat}>
      {isJoined && (
        <div className="transfer-note">
          <label htmlFor={noteId}>{text.transferNote}</label>
          <textarea
            id={noteId}
            rows={2}
            dir="auto"
            maxLength={4000}
            value={note}
            onChange={(event) => onNote(event.target.value)}
          />
        </div>
      )}
      {error && <p role="alert">{describeError(error)}</p>}
      {!data && !error && <p className="hint">{text.findingAgents}</p>}
      {data?.length === 0 && <p className="hint">{text.noAgents}</p>}
      {data && data.length > 0 && (
        <>
          <p className="hint">{text.toAgent}</p>
          <ul aria-label={text.agents}>
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
                      text.chatCount({ count: activeChats }),
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
          <p className="hint">{text.toGroup}</p>
          <ul aria-label={text.groups}>
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
  const text = conversationText()
  switch (status) {
    case 'accepting_chats':
      return text.acceptsChats
    case 'not_accepting_chats':
      return text.acceptsNone
    case 'offline':
      return text.offline
    default:
      return ''
  }
}
