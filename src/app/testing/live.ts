import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import type { World } from '../../../sandbox/world/world.ts'
import { email, inboxOf } from './inbox.ts'
import { type AppOptions, openApp } from './open-app.ts'

const hour = 3_600_000

/** Opens the app where it asks for nothing in the time of a test unless it is told. */
export async function openLive(options: AppOptions = {}) {
  const app = await openApp('/chats', {
    live: true,
    environment: { pollInterval: hour },
    ...options,
  })
  await rows()
  await isConnected(app.sandbox)
  return app
}

export const rows = async () =>
  within(await screen.findByRole('list', { name: 'Chats' })).getAllByRole('listitem')

export const connections = ({ rtm }: Sandbox) =>
  [...rtm.connections].filter(({ session }) => session)

/** Waits until an agent is connected, and the list has been loaded again because of it. */
export async function isConnected(sandbox: Sandbox): Promise<void> {
  const { requests } = sandbox.world
  await waitFor(() => expect(connections(sandbox)).toHaveLength(1))
  const login = requests.findLastIndex(({ endpoint }) => endpoint === 'login')
  await waitFor(() =>
    expect(requests.slice(login).map(({ endpoint }) => endpoint)).toContain('list_chats'),
  )
}

export function ownChats(world: World): string[] {
  const all = inboxOf(world).index.all()
  return all.filter(({ active, present }) => active && present.includes(email)).map(({ id }) => id)
}

/** The agent sees all of a chat in another place. */
export function seeAll(world: World, chatId: string): void {
  inboxOf(world).change(chatId, (chat) => {
    const me = chat.agents.find(({ id }) => id === email)
    const last = chat.threads.at(-1)?.events.at(-1)
    if (me && last) me.events_seen_up_to = last.created_at
  })
}

export const rowOf = (chatId: string) =>
  document.querySelector(`.chat-row[href^="/chats/${chatId}"]`)
