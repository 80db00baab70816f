import { useQuery } from '@tanstack/react-query'
import { AgentChatError, type ChatDetails } from '../../agent-chat/index.ts'
import { unexpectedErrorMessage } from '../chat/api-errors.ts'
import { truncate } from '../lib/truncate.ts'
import { useAgentChat } from '../session/services.tsx'
import { useQueryKey } from '../session/use-query-key.ts'
import { Button } from '../ui/button.tsx'
import type { ChatAction } from './use-chat-action.ts'

export interface TransferChatProps {
  chat: ChatDetails
  action: ChatAction
  onDone: () => void
}

/** Chooses the agent who takes the chat. */
export function TransferChat({ chat, action, onDone }: TransferChatProps) {
  const agentChat = useAgentChat()
  const { data, error } = useQuery({
    queryKey: useQueryKey('agents for transfer', chat.id),
    queryFn: ({ signal }) => agentChat.listAgentsForTransfer(chat.id, { signal }),
    gcTime: 0,
  })
  const give = (agentId: string) => {
    onDone()
    action.run('transfer', () => agentChat.transferChat({ chatId: chat.id, target: { agentId } }))
  }
  return (
    <section className="transfer-chat" aria-label="Transfer chat">
      {error && (
        <p role="alert">
          {error instanceof AgentChatError ? error.message : unexpectedErrorMessage}
        </p>
      )}
      {!data && !error && <p className="hint">Finding available agents…</p>}
      {data?.length === 0 && <p className="hint">No other agents are available.</p>}
      {data && data.length > 0 && (
        <>
          <p className="hint">Transfer to</p>
          <ul>
            {data.map(({ agentId, activeChats }) => (
              <li key={agentId}>
                <Button size="compact" onClick={() => give(agentId)}>
                  <bdi>{truncate(agentId, 80)}</bdi>{' '}
                  <span className="hint">
                    {activeChats === 1 ? '1 chat' : `${activeChats} chats`}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
