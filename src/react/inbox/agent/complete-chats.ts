import { type AgentChatClient, AgentChatError } from '../../../agent-chat/index.ts'
import type { InboxStore } from '../../../inbox/index.ts'

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
      else await delay(pause, signal)
    }
    underWay.delete(chatId)
    if (!signal.aborted) completeAll()
  }
  const completeAll = () => {
    for (const id of inbox.getSnapshot().incomplete) if (!underWay.has(id)) void complete(id)
  }
  signal.addEventListener('abort', inbox.subscribe(completeAll))
}

/** Waits; not at all, and no longer, once the signal aborts. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}

function isGone(error: unknown): boolean {
  return (
    error instanceof AgentChatError &&
    (error.code === 'missing_access' || error.code === 'not_found')
  )
}
