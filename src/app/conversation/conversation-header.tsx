import { type Ref, useRef, useState } from 'react'
import type { To } from 'react-router'
import type { ChatDetails } from '../../agent-chat/index.ts'
import { type Composer, useAgentChat } from '../../react/inbox/index.ts'
import { ChatHeading } from '../layout/chat-heading.tsx'
import { useEscapeKey } from '../lib/use-escape-key.ts'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { BackIcon, FilledStarIcon, StarIcon, TransferIcon } from '../ui/icons.tsx'
import { CloseChat } from './close-chat.tsx'
import { conversationText } from './conversation-text.ts'
import { replyStateOf } from './reply-state.ts'
import { TransferChat } from './transfer-chat.tsx'
import type { ChatAction } from './use-chat-action.ts'

export interface ConversationHeaderProps {
  ref: Ref<HTMLHeadingElement>
  name: string
  chat: ChatDetails | undefined
  composer: Composer
  myId: string | undefined
  /** Where leaving leads. */
  close: To
  action: ChatAction
  disabled: boolean
}

/** The header of a conversation: the customer, the way back, and actions for the whole chat. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { ref, name, chat, composer, myId, close, action, disabled } = props
  const agentChat = useAgentChat()
  const [isTransferring, setTransferring] = useState(false)
  const [note, setNote] = useState('')
  const transfer = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  useEscapeKey(() => {
    setTransferring(false)
    transfer.current?.focus()
  }, isTransferring)
  const text = conversationText()
  const state = chat && replyStateOf(chat, myId)
  const isOpen = state === 'joined' || state === 'not-joined'
  const busy = disabled || action.doing !== undefined
  return (
    <header className="talk-header">
      <div className="talk-bar">
        <ButtonLink
          className="back"
          kind="plain"
          icon={<BackIcon />}
          to={close}
          aria-label={text.backToList}
        />
        <ChatHeading ref={ref}>{name}</ChatHeading>
        {chat && state !== 'joined' && (
          <IconButton
            label={chat.isFollowed ? text.following : text.follow}
            icon={chat.isFollowed ? <FilledStarIcon /> : <StarIcon />}
            aria-pressed={chat.isFollowed}
            disabled={busy}
            onClick={() =>
              action.run('follow', () =>
                chat.isFollowed ? agentChat.unfollowChat(chat.id) : agentChat.followChat(chat.id),
              )
            }
          />
        )}
        {chat && isOpen && (
          <>
            <Button
              ref={transfer}
              className="label-when-wide"
              title={text.transfer}
              size="compact"
              icon={<TransferIcon />}
              aria-expanded={isTransferring}
              disabled={busy}
              onClick={() => setTransferring(!isTransferring)}
            >
              <span>{text.transfer}</span>
            </Button>
            <CloseChat chat={chat} composer={composer} myId={myId} disabled={busy} />
          </>
        )}
      </div>
      {chat && isOpen && isTransferring && (
        <TransferChat
          chat={chat}
          composer={composer}
          isJoined={state === 'joined'}
          action={action}
          note={note}
          onNote={setNote}
          onDone={() => setTransferring(false)}
        />
      )}
    </header>
  )
}
