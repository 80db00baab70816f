import { AgentChatError } from '../../agent-chat/index.ts'
import type { Composer, OutgoingMessage as Outgoing } from '../../react/inbox/index.ts'
import { UserText } from '../chat/user-text.tsx'
import { fileSize } from '../lib/file-size.ts'
import { Button } from '../ui/button.tsx'
import { describeSendError } from './send-error-text.ts'

export interface OutgoingMessageProps {
  message: Outgoing
  composer: Composer
  /** Whether sending is impossible now, for instance after the session has ended. */
  disabledReason: string | undefined
  /** Whether one before it was not sent, which it waits for. */
  isHeld: boolean
  /** Called when it turns out to have been sent. */
  onSent: () => void
}

/** A message that is being sent, or one that failed, with what to do about it. */
export function OutgoingMessage(props: OutgoingMessageProps) {
  const { message, composer, disabledReason, isHeld, onSent } = props
  const failed = message.status === 'failed'
  const canRetry = disabledReason === undefined
  const retry = () => {
    if (canRetry) void composer.sendAgain(message).then(onSent)
  }
  const discard = () => void composer.discard(message).then(onSent)
  return (
    <li
      className="event"
      data-side="agent"
      data-note={message.agentsOnly}
      data-status={message.status}
    >
      <p className="visually-hidden">
        {message.agentsOnly ? 'You · note, visible to agents only' : 'You'}
      </p>
      <div className="bubble">
        <UserText text={message.file ? `File: ${message.text}` : message.text} />
      </div>
      {failed ? (
        <div className="failed" role="alert">
          <p>{`Not sent. ${describeSendError(message.error)}`}</p>
          {!isTooLarge(message) && (
            <Button size="xcompact" aria-disabled={!canRetry} onClick={retry}>
              Send again
            </Button>
          )}
          <Button size="xcompact" kind="plain" onClick={discard}>
            Discard
          </Button>
        </div>
      ) : (
        <p className="event-time">
          <span>{isHeld ? 'Waiting for the message above' : describeStatus(message)}</span>
          {message.isCancelable && !isHeld && <progress aria-hidden="true" />}
          {(message.isCancelable || isHeld) && (
            <Button
              size="xcompact"
              kind="plain"
              onClick={isHeld ? discard : () => composer.cancel(message)}
            >
              Cancel
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function describeStatus({ status, isCancelable, file }: Outgoing): string {
  if (status !== 'sending') return 'Sent'
  return file && isCancelable ? `Uploading ${fileSize(file.size)}…` : 'Sending…'
}

/** Whether sending it again would fail again. */
function isTooLarge({ error }: Outgoing): boolean {
  return error instanceof AgentChatError && error.code === 'entity_too_large'
}
