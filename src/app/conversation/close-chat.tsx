import { useState } from 'react'
import type { ChatDetails } from '../../agent-chat/index.ts'
import type { Composer } from '../../react/inbox/index.ts'
import { NameList } from '../chat/name-list.tsx'
import { currentLocale } from '../language/define-messages.ts'
import { withElements } from '../language/with-elements.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CloseChatIcon } from '../ui/icons.tsx'
import { conversationText } from './conversation-text.ts'
import { otherAgents, useCloseChat } from './use-close-chat.ts'

export interface CloseChatProps {
  chat: ChatDetails
  composer: Composer
  myId: string | undefined
  disabled: boolean
}

/** Closes the chat; asks first when it would close for another agent, too, or lose a message. */
export function CloseChat({ chat, composer, myId, disabled }: CloseChatProps) {
  const [isAsking, setAsking] = useState(false)
  const close = useCloseChat(chat, composer, myId)
  const others = otherAgents(chat, myId)
  const text = conversationText()
  const hasUnsent = composer.outgoing.some(({ status }) => status === 'failed')
  return (
    <>
      <Button
        className="label-when-wide"
        title={text.closeChat}
        size="compact"
        icon={<CloseChatIcon />}
        disabled={disabled}
        onClick={() => (others.length > 0 || hasUnsent ? setAsking(true) : close())}
      >
        <span>{text.closeChat}</span>
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text.closeQuestion}
          action={text.closeChat}
          onConfirm={async () => {}}
          onClose={(confirmed) => {
            setAsking(false)
            if (confirmed) close()
          }}
        >
          {hasUnsent && <p>{text.unsent}</p>}
          {others.length > 0 && (
            <p>
              {withElements(others.length === 1 ? text.otherInIt : text.othersInIt, {
                names: <NameList names={others} locale={currentLocale()} />,
              })}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  )
}
