import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAgentChat } from '../../react/inbox/index.ts'
import { chatPath } from '../chat/chat-path.ts'
import { withElements } from '../language/with-elements.tsx'
import { Button } from '../ui/button.tsx'
import { conversationText } from './conversation-text.ts'
import { describeStartError, startCustomerChat } from './start-customer-chat.ts'

export interface StartChatProps {
  customerId: string
  groupIds: readonly number[]
  disabled: boolean
  onStarted: () => void
}

type Outcome = { status: 'open-already'; chatId: string } | { status: 'failed'; error: Error }

/** The button that starts another chat with the customer and opens it. */
export function StartChat({ customerId, groupIds, disabled, onStarted }: StartChatProps) {
  const agentChat = useAgentChat()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const [starting, setStarting] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const text = conversationText()
  const addressOf = (chatId: string) => ({
    pathname: chatPath(chatId),
    search: parameters.toString(),
  })
  const start = async () => {
    setStarting(true)
    setOutcome(undefined)
    try {
      const started = await startCustomerChat(agentChat, customerId, groupIds)
      if (started.status === 'started') {
        onStarted()
        await navigate(addressOf(started.chatId))
      } else setOutcome(started)
    } catch (error) {
      setOutcome({
        status: 'failed',
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
    setStarting(false)
  }
  return (
    <div className="start-chat">
      <Button
        size="compact"
        busy={starting}
        disabled={disabled || starting}
        onClick={() => void start()}
      >
        {starting ? text.starting : text.startNew}
      </Button>
      {outcome?.status === 'open-already' && (
        <p role="alert">
          {withElements(text.openAlready, {
            link: <Link to={addressOf(outcome.chatId)}>{text.openThat}</Link>,
          })}
        </p>
      )}
      {outcome?.status === 'failed' && (
        <p className="action-error" role="alert">
          {text.notStarted({ reason: describeStartError(outcome.error) })}
        </p>
      )}
    </div>
  )
}
