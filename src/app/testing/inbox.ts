import { waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { appendEvent, openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Inbox } from '../../../sandbox/inbox/inbox.ts'
import type { Chat } from '../../../sandbox/model/chat.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { type AppOptions, type OpenApp, openApp } from './open-app.ts'

export const email = 'agent@example.com'

export function inboxOf({ inboxes }: World): Inbox {
  const inbox = inboxes.values().next().value
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

export const isClosed = (chat: Chat) => chat.threads.at(-1)?.active === false
export const isMine = (chat: Chat) =>
  chat.threads.at(-1)?.active === true &&
  chat.agents.some(({ id, present }) => present && id === email)
export const isOpenToOthers = (chat: Chat) =>
  chat.threads.at(-1)?.active === true && !isMine(chat) && chat.customer !== undefined

/** The first chat of the agent's groups that fits. */
export function findChat(world: World, fits: (chat: Chat) => boolean): Chat {
  const inbox = inboxOf(world)
  const chat = inbox.index
    .all()
    .filter(({ groupIds }) => groupIds.some((group) => group < 3))
    .map(({ id }) => inbox.read(id))
    .find((one) => one && fits(one))
  if (!chat) throw new Error('the sandbox has no such chat')
  return chat
}

/** Opens the app with a chat in view. */
export async function openChat(
  fits: (chat: Chat) => boolean,
  options: AppOptions & { change?: (world: World, chatId: string) => void } = {},
): Promise<OpenApp & { world: World; chatId: string }> {
  const app = await openApp('/chats', options)
  const { world } = app.sandbox
  const chatId = findChat(world, fits).id
  options.change?.(world, chatId)
  goTo(`/chats/${chatId}`)
  await waitFor(() => expect(document.querySelector('.event, .restricted')).not.toBeNull())
  return { ...app, world, chatId }
}

/** Adds messages of the customer. */
export function say(world: World, chatId: string, ...texts: string[]): void {
  inboxOf(world).change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    for (const text of texts)
      appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
  })
}

/** Opens a new thread in a chat, in the group of everybody. */
export function reopen(world: World, chatId: string): void {
  const inbox = inboxOf(world)
  inbox.change(chatId, (chat) =>
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now()),
  )
}

/** The messages of the newest thread. */
export function textsOf(world: World, chatId: string): string[] {
  const events = inboxOf(world).read(chatId)?.threads.at(-1)?.events ?? []
  return events.flatMap((event) => (event.type === 'message' ? [event.text] : []))
}

/** The requests to an action or page of LiveChat. */
export function asked({ world }: Pick<Sandbox, 'world'>, endpoint: string) {
  return world.requests.filter((one) => one.endpoint === endpoint)
}

/** Navigates inside the app, as one of its links would. */
export function goTo(path: string): void {
  history.pushState(null, '', path)
  window.dispatchEvent(new PopStateEvent('popstate'))
}
