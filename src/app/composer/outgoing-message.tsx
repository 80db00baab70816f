import { AgentChatError } from '../../agent-chat/index.ts'
import { StrangerText } from '../chat/user-text.tsx'
import { useAgentChat } from '../session/agent-chat-context.ts'
import { Button } from '../ui/button.tsx'
import { useDesk } from './composer-context.tsx'
import type { Outgoing } from './composer-store.ts'
import { sendErrorWords, sendMessage } from './send-message.ts'

export interface OutgoingViewProps {
  message: Outgoing
  /** Sending makes no sense now, such as offline. */
  hindrance: string | undefined
  /** It was sent after all. */
  onSent: () => void
}

/** A message on its way, or one that did not arrive and what to do about it. */
export function OutgoingView({ message, hindrance, onSent }: OutgoingViewProps) {
  const agentChat = useAgentChat()
  const desk = useDesk()
  const failed = message.status === 'failed'
  const canRetry = hindrance === undefined
  const retry = () => {
    if (canRetry) void sendMessage(agentChat, desk, message).then(onSent)
  }
  return (
    <li
      className="event"
      data-side="agent"
      data-note={message.agentsOnly}
      data-status={message.status}
    >
      <p className="visually-hidden">
        {message.agentsOnly ? 'You · note, only agents see it' : 'You'}
      </p>
      <div className="bubble">
        <StrangerText text={message.file ? `File: ${message.text}` : message.text} />
      </div>
      {failed ? (
        <div className="failed" role="alert">
          <p>Not sent. {sendErrorWords(message.error)}</p>
          {!isTooLarge(message) && (
            <Button size="xcompact" aria-disabled={!canRetry} onClick={retry}>
              Send again
            </Button>
          )}
          <Button size="xcompact" kind="plain" onClick={() => desk.remove(message)}>
            Discard
          </Button>
        </div>
      ) : (
        <p className="event-time">{message.status === 'sending' ? 'Sending…' : 'Sent'}</p>
      )}
    </li>
  )
}

/** It would be refused again. */
function isTooLarge({ error }: Outgoing): boolean {
  return error instanceof AgentChatError && error.code === 'entity_too_large'
}
