import { appendEvent, openThread } from '../../sandbox/inbox/chat-mutations.ts'
import type { Inbox } from '../../sandbox/inbox/inbox.ts'
import type { Chat } from '../../sandbox/model/chat.ts'
import type { World } from '../../sandbox/world/world.ts'

const me = 'agent@example.com'

function inboxOf(world: World): Inbox {
  const [inbox] = world.inboxes.values()
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** The newest chat that matches and that the agent may see. */
export function findChat(world: World, fits: (chat: Chat) => boolean): string {
  const inbox = inboxOf(world)
  const header = inbox.index.all().find(({ id, groupIds }) => {
    const chat = inbox.read(id)
    return groupIds.some((group) => group < 3) && chat?.customer !== undefined && fits(chat)
  })
  if (!header) throw new Error('the sandbox has no such chat')
  return header.id
}

const last = (chat: Chat) => chat.threads.at(-1)

export const isMine = (chat: Chat) =>
  last(chat)?.active === true && chat.agents.some(({ id, present }) => present && id === me)
export const isOpenToOthers = (chat: Chat) => last(chat)?.active === true && !isMine(chat)
export const isClosed = (chat: Chat) => last(chat)?.active === false
export const isRestricted = (chat: Chat) => last(chat)?.restricted_access !== undefined
export const hasCards = (chat: Chat) =>
  last(chat)?.restricted_access === undefined &&
  (last(chat)?.events.some((event) => event.type === 'rich_message') ?? false)

/** The customer of a closed chat comes back with a question. */
export function customerReturns(world: World): void {
  const inbox = inboxOf(world)
  const id = findChat(world, (chat) => isClosed(chat) && inbox.read(chat.id)?.agents.length !== 0)
  inbox.change(id, (chat) => {
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
    say(chat, world, 'One more question about the tent, if I may')
  })
}

/** Adds messages of a customer with every kind of text. */
export function sayMuch(world: World, chatId: string): void {
  inboxOf(world).change(chatId, (chat) => {
    say(chat, world, 'See https://example.com/tents?size=3 – and sorry for the length:')
    say(chat, world, 'Wirrwarr '.repeat(60))
    say(chat, world, 'مرحبا، هل هذه الخيمة متوفرة؟')
  })
}

function say(chat: Chat, world: World, text: string): void {
  const author = chat.customer?.id
  appendEvent(chat, { content: { type: 'message', text }, ...(author && { author }) }, world.now())
}
