import {
  type AgentChatClient,
  AgentChatError,
  type AgentChatErrorCode,
} from '../../../agent-chat/index.ts'
import { type InboxStore, type OutgoingMessage, outgoingIn } from '../../../inbox/index.ts'

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
 * Sends an agent's messages, which are in the inbox until LiveChat has them.
 *
 * Those of a chat go out in the order they were written: one after another, whatever the first waits for, and none past
 * one that failed, until that is sent again, discarded, or turns out to have arrived.
 */
export interface Outbox {
  /**
   * Sends a message, also one that failed before. Never rejects: what became of it is in the inbox.
   *
   * A message that may have arrived is searched for before it is sent again, so this page never sends it twice.
   */
  send(message: OutgoingMessage): Promise<void>
  /** Gives up a message; what waits behind it goes out. */
  discard(message: OutgoingMessage): Promise<void>
  /** Gives up a file while it is uploaded. */
  cancel(message: OutgoingMessage): void
  /** Begins the task when those before it in the same chat have ended, and ends with it. */
  inTurn(chatId: string, task: () => Promise<void>): Promise<void>
  /** Whether a message would be lost with the page. */
  holdsUnsent(): boolean
}

/** @param agentChat Ends what it does when the agent signs out. */
export function createOutbox(agentChat: AgentChatClient, inbox: InboxStore): Outbox {
  const lastTurns = new Map<string, Promise<void>>()
  /** What stops an upload, by message. */
  const uploads = new Map<string, AbortController>()

  const outgoing = (chatId: string) => outgoingIn(inbox.getSnapshot(), chatId)
  const put = (message: OutgoingMessage) => inbox.apply({ type: 'message_written', message })
  const remove = ({ chatId, customId }: OutgoingMessage) =>
    inbox.apply({ type: 'message_discarded', chatId, customId })
  /** Not of one that has arrived meanwhile, as LiveChat may push before it responds. */
  const update = (message: OutgoingMessage) => {
    if (outgoing(message.chatId).some(({ customId }) => customId === message.customId)) put(message)
  }

  function inTurn(chatId: string, task: () => Promise<void>): Promise<void> {
    const turn = (lastTurns.get(chatId) ?? Promise.resolve()).then(task)
    lastTurns.set(
      chatId,
      turn.catch(() => {}),
    )
    return turn
  }

  const nextIn = (messages: readonly OutgoingMessage[]) =>
    messages.find(({ status }) => status !== 'sent')

  /** Sends what waits in a chat, in order, up to one that failed. */
  function goOn(chatId: string): Promise<void> {
    return inTurn(chatId, async () => {
      for (;;) {
        const next = nextIn(outgoing(chatId))
        if (next?.status !== 'sending') return
        await deliver(next)
      }
    })
  }

  async function deliver({ isCancelable: _, ...message }: OutgoingMessage): Promise<void> {
    const { chatId, customId } = message
    const upload = uploads.get(customId)?.signal
    const wasUnknown = message.deliveryUnknown === true
    const sent = (more?: { eventId: string }) => update({ ...message, ...more, status: 'sent' })
    try {
      if (wasUnknown && (await hasArrived(agentChat, message))) return sent()
      const event = await eventOf(agentChat, message, upload)
      // From here on it may arrive.
      uploads.delete(customId)
      if (message.file) update(message)
      sent({ eventId: await agentChat.sendEvent({ chatId, event }) })
    } catch (thrown) {
      uploads.delete(customId)
      if (upload?.aborted) return
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const inDoubt = error instanceof AgentChatError && deliveryUnknown.includes(error.code)
      if (inDoubt && (await hasArrived(agentChat, message).catch(() => false))) return sent()
      update({
        ...message,
        status: 'failed',
        error,
        deliveryUnknown: wasUnknown || inDoubt,
        ...(isSlowUpload(error) && { timeoutFactor: 4 * (message.timeoutFactor ?? 1) }),
      })
    }
  }

  let known = inbox.getSnapshot().outgoing
  inbox.subscribe(() => {
    const before = known
    known = inbox.getSnapshot().outgoing
    if (known === before) return
    for (const [chatId, messages] of before) {
      // One that counted as failed has arrived, and others wait for it.
      const failed = nextIn(messages)
      if (failed?.status === 'failed' && nextIn(outgoing(chatId))?.status === 'sending') {
        void goOn(chatId)
      }
    }
  })

  return {
    async send({ error: _, ...message }) {
      if (message.file) uploads.set(message.customId, new AbortController())
      put({ ...message, status: 'sending', ...(message.file && { isCancelable: true }) })
      await goOn(message.chatId)
    },
    async discard(message) {
      remove(message)
      await goOn(message.chatId)
    },
    cancel(message) {
      const upload = uploads.get(message.customId)
      if (!upload) return
      uploads.delete(message.customId)
      remove(message)
      upload.abort()
    },
    inTurn,
    holdsUnsent: () =>
      [...inbox.getSnapshot().outgoing.values()].some((messages) => nextIn(messages)),
  }
}

async function eventOf(
  agentChat: AgentChatClient,
  { customId, agentsOnly, file, text, timeoutFactor = 1 }: OutgoingMessage,
  canceled: AbortSignal | undefined,
) {
  const options = { timeoutFactor, ...(canceled && { signal: canceled }) }
  const content = file
    ? ({ type: 'file', url: await agentChat.uploadFile(file, options) } as const)
    : ({ type: 'message', text } as const)
  return { ...content, customId, agentsOnly }
}

async function hasArrived(agentChat: AgentChatClient, message: OutgoingMessage): Promise<boolean> {
  const { thread } = await agentChat.getChat({ chatId: message.chatId })
  return thread?.events.some((event) => event.customId === message.customId) ?? false
}

/** Whether a file took longer than it may. */
export function isSlowUpload(error: Error): boolean {
  return (
    error instanceof AgentChatError && error.code === 'timed_out' && error.action === 'upload_file'
  )
}
