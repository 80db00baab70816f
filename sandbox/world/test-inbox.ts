import { appendEvent } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { World } from './world.ts'

/** The inbox of the organization that most tests use. */
export function inboxOf({ inboxes }: World): Inbox {
  const [inbox] = inboxes.values()
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** Adds messages of the customer. */
export function say(world: World, chatId: string, ...texts: string[]): void {
  inboxOf(world).change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    for (const text of texts)
      appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
  })
}

/** The messages of the newest thread. */
export function textsOf(world: World, chatId: string): string[] {
  const events = inboxOf(world).read(chatId)?.threads.at(-1)?.events ?? []
  return events.flatMap((event) => (event.type === 'message' ? [event.text] : []))
}
