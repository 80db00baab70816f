import { type AgentChatClient, AgentChatError } from '../../agent-chat/index.ts'
import type { InboxStore } from '../../inbox/index.ts'

/** Milliseconds until a chat that could not be loaded is asked for again. */
const pause = 5_000

/**
 * Asks for the chats of which an inbox knows too little, each once at a time. One that the agent may not see is gone.
 *
 * @param agentChat Tells the inbox what LiveChat responds.
 */
export function completeChats(
  inbox: InboxStore,
  agentChat: AgentChatClient,
  signal: AbortSignal,
): void {
  const underWay = new Set<string>()
  const complete = async (chatId: string) => {
    underWay.add(chatId)
    try {
      await agentChat.getChat({ chatId })
    } catch (error) {
      if (isGone(error)) inbox.apply({ type: 'chat_deleted', chatId })
      else await new Promise((resolve) => setTimeout(resolve, pause))
    }
    underWay.delete(chatId)
    if (!signal.aborted) completeAll()
  }
  const completeAll = () => {
    for (const id of inbox.getSnapshot().incomplete) if (!underWay.has(id)) void complete(id)
  }
  signal.addEventListener('abort', inbox.subscribe(completeAll))
}

function isGone(error: unknown): boolean {
  return (
    error instanceof AgentChatError &&
    (error.code === 'missing_access' || error.code === 'not_found')
  )
}
