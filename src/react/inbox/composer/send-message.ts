import {
  type AgentChatClient,
  AgentChatError,
  type AgentChatErrorCode,
} from '../../../agent-chat/index.ts'
import type { ComposerStore, Outgoing } from './composer-store.ts'

/** Errors after which nobody knows whether the message arrived. */
const deliveryUnknown: readonly AgentChatErrorCode[] = [
  'network',
  'timed_out',
  'invalid_response',
  'internal',
  'request_timeout',
  'service_unavailable',
]

/**
 * Sends a message and records the result in the store. Never rejects.
 *
 * The messages of a chat go out in the order they were written: one after another, whatever the first waits for, and
 * none past one that failed, until that is sent again or discarded.
 *
 * A message that may have arrived is searched for before it is sent again, so this page never sends it twice.
 */
export async function sendMessage(
  agentChat: AgentChatClient,
  composer: ComposerStore,
  message: Outgoing,
): Promise<void> {
  const { error: _, ...clean } = message
  const stop = new AbortController()
  const cancel = () => {
    composer.remove(message)
    stop.abort()
  }
  const upload = message.file && { cancel, canceled: stop.signal }
  composer.put({ ...clean, status: 'sending', ...upload })
  await goOn(agentChat, composer, message.chatId)
}

/** Gives up a message; what waits behind it goes out. */
export async function discardMessage(
  agentChat: AgentChatClient,
  composer: ComposerStore,
  message: Outgoing,
): Promise<void> {
  composer.remove(message)
  await goOn(agentChat, composer, message.chatId)
}

/** Sends what waits in a chat, in order, up to one that failed. */
function goOn(agentChat: AgentChatClient, composer: ComposerStore, chatId: string): Promise<void> {
  return composer.inTurn(chatId, async () => {
    for (;;) {
      const next = composer.outgoing(chatId).find(({ status }) => status !== 'sent')
      if (next?.status !== 'sending') return
      await send(agentChat, composer, next)
    }
  })
}

async function send(
  agentChat: AgentChatClient,
  composer: ComposerStore,
  { cancel: _, canceled, ...message }: Outgoing,
): Promise<void> {
  const wasUnknown = message.deliveryUnknown === true
  const sent = (more?: { eventId: string }) => composer.put({ ...message, ...more, status: 'sent' })
  try {
    if (wasUnknown && (await hasArrived(agentChat, message))) return sent()
    const event = await eventOf(agentChat, message, canceled)
    // From here on it may arrive.
    if (message.file) composer.put({ ...message, status: 'sending' })
    sent({ eventId: await agentChat.sendEvent({ chatId: message.chatId, event }) })
  } catch (thrown) {
    if (canceled?.aborted) return
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const inDoubt = error instanceof AgentChatError && deliveryUnknown.includes(error.code)
    if (inDoubt && (await hasArrived(agentChat, message).catch(() => false))) return sent()
    composer.put({
      ...message,
      status: 'failed',
      error,
      deliveryUnknown: wasUnknown || inDoubt,
      ...(isSlowUpload(error) && { timeoutFactor: 4 * (message.timeoutFactor ?? 1) }),
    })
  }
}

async function eventOf(
  agentChat: AgentChatClient,
  { customId, agentsOnly, file, text, timeoutFactor = 1 }: Outgoing,
  canceled: AbortSignal | undefined,
) {
  const options = { timeoutFactor, ...(canceled && { signal: canceled }) }
  const content = file
    ? ({ type: 'file', url: await agentChat.uploadFile(file, options) } as const)
    : ({ type: 'message', text } as const)
  return { ...content, customId, agentsOnly }
}

async function hasArrived(agentChat: AgentChatClient, message: Outgoing): Promise<boolean> {
  const { thread } = await agentChat.getChat({ chatId: message.chatId })
  return thread?.events.some((event) => event.customId === message.customId) ?? false
}

/** Whether a file took longer than it may. */
export function isSlowUpload(error: Error): boolean {
  return (
    error instanceof AgentChatError && error.code === 'timed_out' && error.action === 'upload_file'
  )
}
