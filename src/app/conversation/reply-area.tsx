import { type Composer, useAgentChat } from '../../react/inbox/index.ts'
import { customerOf } from '../chat/participants.ts'
import { useClosingStatus, useClosingStore } from '../closing/closing-context.tsx'
import { ReplyBox } from '../composer/reply-box.tsx'
import { Button } from '../ui/button.tsx'
import { conversationText } from './conversation-text.ts'
import { type AnswerableChat, type ReplyState, replyStateOf } from './reply-state.ts'
import { StartChat } from './start-chat.tsx'
import type { ChatAction } from './use-chat-action.ts'

export interface ReplyAreaProps {
  chat: AnswerableChat
  composer: Composer
  myId: string | undefined
  action: ChatAction
  disabledReason: string | undefined
  onSent: () => void
}

/** The reply box, or what the agent has to do first. */
export function ReplyArea(props: ReplyAreaProps) {
  const { chat, composer, myId, action, disabledReason, onSent } = props
  const agentChat = useAgentChat()
  const state = replyStateOf(chat, myId)
  const closing = useClosingStatus(chat.id)
  if (closing === 'undoable' || closing === 'closing')
    return <Closing chatId={chat.id} canUndo={closing === 'undoable'} />
  if (state === 'joined')
    return (
      <ReplyBox
        chatId={chat.id}
        composer={composer}
        disabledReason={disabledReason}
        onSent={onSent}
      />
    )

  const text = conversationText()
  const [words, label] = invitations[state]
  const customerId = customerOf(chat)?.id
  const enter = () =>
    state === 'not-joined' && myId !== undefined
      ? agentChat.addAgentToChat({ chatId: chat.id, agentId: myId })
      : agentChat.resumeChat({
          chatId: chat.id,
          groupIds: chat.groupIds,
          ...(customerId !== undefined && { customerId }),
        })
  return (
    <div className="reply-invitation">
      <p>{text[words]}</p>
      <Button
        kind="primary"
        busy={action.doing === 'enter'}
        disabled={disabledReason !== undefined || action.doing !== undefined}
        onClick={() => action.run('enter', enter)}
      >
        {text[label]}
      </Button>
      {state === 'closed' && action.failed === 'enter' && customerId !== undefined && (
        <StartChat
          customerId={customerId}
          groupIds={chat.groupIds}
          disabled={disabledReason !== undefined || action.doing !== undefined}
          onStarted={onSent}
        />
      )}
    </div>
  )
}

/** In the place of the reply box: what is written now would not arrive. */
function Closing({ chatId, canUndo }: { chatId: string; canUndo: boolean }) {
  const closing = useClosingStore()
  return (
    <div className="reply-invitation">
      <p>{conversationText().closing}</p>
      {canUndo && (
        <Button kind="primary" onClick={() => closing.undo(chatId)}>
          {conversationText().keepOpen}
        </Button>
      )}
    </div>
  )
}

const invitations = {
  'not-started': ['noMessages', 'startChat'],
  closed: ['isClosed', 'reopen'],
  'not-joined': ['notInChat', 'join'],
} as const satisfies Record<Exclude<ReplyState, 'joined'>, readonly [words: string, label: string]>
