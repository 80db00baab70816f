import { type Ref, useState } from 'react'
import { Link, type To } from 'react-router'
import type { OpenedChat } from '../../agent-chat/index.ts'
import { useAgentChat } from '../agent-chat-context.ts'
import { BackIcon, StarIcon } from '../icons.tsx'
import { HandOver } from './hand-over.tsx'
import { replyStateOf } from './reply-state.ts'
import type { ChatAction } from './use-chat-action.ts'

export interface ConversationHeaderProps {
  ref: Ref<HTMLHeadingElement>
  name: string
  chat: OpenedChat | undefined
  myId: string | undefined
  /** Where leaving leads. */
  close: To
  action: ChatAction
  disabled: boolean
}

/** Who this is with, the way back, and what can be done with the chat as a whole. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { ref, name, chat, myId, close, action, disabled } = props
  const agentChat = useAgentChat()
  const [handingOver, setHandingOver] = useState(false)
  const state = chat && replyStateOf(chat, myId)
  const isOpen = state === 'joined' || state === 'not-joined'
  const busy = disabled || action.doing !== undefined
  return (
    <header className="talk-header">
      <div className="talk-bar">
        <Link className="button quiet back" to={close}>
          <BackIcon />
          <span className="visually-hidden">Back to the list</span>
        </Link>
        <h2 ref={ref} tabIndex={-1}>
          <bdi>{name}</bdi>
        </h2>
        {chat && state !== 'joined' && (
          <button
            type="button"
            className="button quiet"
            aria-pressed={chat.isFollowed}
            disabled={busy}
            onClick={() =>
              action.run('follow', () =>
                chat.isFollowed ? agentChat.unfollowChat(chat.id) : agentChat.followChat(chat.id),
              )
            }
          >
            <StarIcon />
            <span className="button-words">{chat.isFollowed ? 'Following' : 'Follow'}</span>
          </button>
        )}
        {chat && isOpen && (
          <>
            <button
              type="button"
              className="button"
              aria-expanded={handingOver}
              disabled={busy}
              onClick={() => setHandingOver(!handingOver)}
            >
              Hand over
            </button>
            <button
              type="button"
              className="button"
              aria-busy={action.doing === 'close'}
              disabled={busy}
              onClick={() =>
                action.run('close', () =>
                  agentChat.deactivateChat({
                    chatId: chat.id,
                    ignorePresence: state === 'not-joined',
                  }),
                )
              }
            >
              Close chat
            </button>
          </>
        )}
      </div>
      {chat && isOpen && handingOver && (
        <HandOver chat={chat} action={action} onDone={() => setHandingOver(false)} />
      )}
    </header>
  )
}
