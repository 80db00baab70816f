import { useState } from 'react'
import type { ChatDetails } from '../../agent-chat/index.ts'
import type { Composer } from '../../react/inbox/index.ts'
import { truncate } from '../lib/truncate.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CloseChatIcon } from '../ui/icons.tsx'
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
  const hasUnsent = composer.outgoing.some(({ status }) => status === 'failed')
  return (
    <>
      <Button
        className="label-when-wide"
        title="Close chat"
        size="compact"
        icon={<CloseChatIcon />}
        disabled={disabled}
        onClick={() => (others.length > 0 || hasUnsent ? setAsking(true) : close())}
      >
        <span>Close chat</span>
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Close this chat?"
          action="Close chat"
          onConfirm={async () => {}}
          onClose={(confirmed) => {
            setAsking(false)
            if (confirmed) close()
          }}
        >
          {hasUnsent && <p>A message in it wasn’t sent.</p>}
          {others.length > 0 && (
            <p>
              <bdi>{truncate(others.join(', '), 200)}</bdi>{' '}
              <span>{others.length === 1 ? 'is in it, too.' : 'are in it, too.'}</span>
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  )
}
