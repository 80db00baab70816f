import { waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { openThread } from '../../../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../../../sandbox/model/chat.ts'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { inboxOf, say, textsOf } from '../../../sandbox/world/test-inbox.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { type AppOptions, type OpenApp, openApp } from './open-app.ts'

export { inboxOf, say, textsOf }

export const email = 'agent@example.com'

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

/** Opens the app with a chat in view, beside the list of all. */
export async function openChat(
  fits: (chat: Chat) => boolean,
  options: AppOptions & { change?: (world: World, chatId: string) => void } = {},
): Promise<OpenApp & { world: World; chatId: string }> {
  const app = await openApp('/chats?show=all', options)
  const { world } = app.sandbox
  const chatId = findChat(world, fits).id
  options.change?.(world, chatId)
  goTo(`/chats/${chatId}?show=all`)
  await waitFor(() => expect(document.querySelector('.event, .restricted')).not.toBeNull())
  return { ...app, world, chatId }
}

/** Opens a new thread in a chat, in the group of everybody. */
export function reopen(world: World, chatId: string): void {
  const inbox = inboxOf(world)
  inbox.change(chatId, (chat) =>
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now()),
  )
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
