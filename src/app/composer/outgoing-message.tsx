import { AgentChatError } from '../../agent-chat/index.ts'
import type { Composer, OutgoingMessage as Outgoing } from '../../react/inbox/index.ts'
import { UserText } from '../chat/user-text.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { fileSize } from '../lib/file-size.ts'
import { Button } from '../ui/button.tsx'
import { composerText } from './composer-text.ts'
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
  const text = composerText()
  const discard = () => void composer.discard(message).then(onSent)
  return (
    <li
      className="event"
      data-side="agent"
      data-note={message.agentsOnly}
      data-status={message.status}
    >
      <p className="visually-hidden">{message.agentsOnly ? text.yourNote : text.you}</p>
      <div className="bubble">
        <UserText text={message.file ? text.file({ name: message.text }) : message.text} />
      </div>
      {failed ? (
        <div className="failed" role="alert">
          <p>{text.notSent({ reason: describeSendError(message.error) })}</p>
          {!isTooLarge(message) && (
            <Button size="xcompact" aria-disabled={!canRetry} onClick={retry}>
              {text.sendAgain}
            </Button>
          )}
          <Button size="xcompact" kind="plain" onClick={discard}>
            {text.discard}
          </Button>
        </div>
      ) : (
        <p className="event-time">
          <span>{isHeld ? text.waiting : describeStatus(message)}</span>
          {message.isCancelable && !isHeld && <progress aria-hidden="true" />}
          {(message.isCancelable || isHeld) && (
            <Button
              size="xcompact"
              kind="plain"
              onClick={isHeld ? discard : () => composer.cancel(message)}
            >
              {text.cancel}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

function describeStatus({ status, isCancelable, file }: Outgoing): string {
  const text = composerText()
  if (status !== 'sending') return text.sent
  if (!file || !isCancelable) return text.sending
  return text.uploading({ size: fileSize(file.size, currentLocale()) })
}

/** Whether sending it again would fail again. */
function isTooLarge({ error }: Outgoing): boolean {
  return error instanceof AgentChatError && error.code === 'entity_too_large'
}
