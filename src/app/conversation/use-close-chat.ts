import { useNavigate, useSearchParams } from 'react-router'
import { AgentChatError, type ChatDetails } from '../../agent-chat/index.ts'
import { useInboxStore } from '../../react/inbox/inbox-internal.ts'
import { type Composer, type InboxChat, useAgentChat } from '../../react/inbox/index.ts'
import { chatPath } from '../chat/chat-path.ts'
import { useListContext } from '../chat/list-context.ts'
import { customerName, customerOf, isMe } from '../chat/participants.ts'
import { useClosingStore } from '../closing/closing-context.tsx'
import { CustomerWroteError, UnsentMessageError } from '../closing/closing-store.ts'
import { replyStateOf } from './reply-state.ts'

/** Tells the page without an open chat that the agent has just closed one, so that the focus goes there. */
export const afterClosing = 'after-closing'

/** Closes the open chat, with time to undo it, and opens the next one that waits for this agent. */
export function useCloseChat(
  chat: ChatDetails | undefined,
  composer: Composer,
  myId: string | undefined,
): () => void {
  const agentChat = useAgentChat()
  const inbox = useInboxStore()
  const closing = useClosingStore()
  const list = useListContext()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  return () => {
    if (!chat) return
    const chatId = chat.id
    const unsent = () => composer.getOutgoing().filter(({ status }) => status !== 'sent')
    // The agent was asked; what waits for it goes with it.
    if (unsent().some(({ status }) => status === 'failed'))
      for (const message of unsent()) void composer.discard(message)
    const ignorePresence = replyStateOf(chat, myId) === 'not-joined'
    const { wroteAt: seenUpTo = 0 } = customerOf(chat) ?? {}
    closing.close({ chatId, name: customerName(customerOf(chat)) }, (atOnce) =>
      // After what was written before it.
      composer.inTurn(async () => {
        if (unsent().length > 0) throw new UnsentMessageError()
        // The inbox learns what LiveChat has not told it.
        if (!atOnce) await agentChat.getChat({ chatId })
        const latest = inbox.getSnapshot().chats.get(chatId)
        if (latest?.lastThread?.active && wroteAfter(latest, seenUpTo)) {
          throw new CustomerWroteError()
        }
        await agentChat.deactivateChat({ chatId, ignorePresence }).catch(unlessClosed)
      }),
    )
    const next = list.nextWaiting(chatId)
    const search = parameters.toString()
    void (next
      ? navigate({ pathname: chatPath(next.id), search })
      : navigate({ pathname: '/chats', search }, { state: afterClosing }))
  }
}

function wroteAfter(chat: InboxChat, time: number): boolean {
  return (customerOf(chat)?.wroteAt ?? 0) > time
}

/** Somebody else may have closed it first. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof AgentChatError && error.code === 'chat_inactive')) throw error
}

/** Other agents who are in a chat, by name. */
export function otherAgents(chat: ChatDetails, myId: string | undefined): string[] {
  return chat.users.flatMap((user) =>
    user.type === 'agent' && user.present && !isMe(user, myId) ? [user.name ?? user.id] : [],
  )
}
