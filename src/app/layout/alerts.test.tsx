import { act, screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { appendEvent } from '../../../sandbox/inbox/chat-mutations.ts'
import { alertPreferences } from '../live/alert-preferences.ts'
import { email, goTo, inboxOf, say } from '../testing/inbox.ts'
import { connections, openLive, ownChats, seeAll } from '../testing/live.ts'
import { openApp } from '../testing/open-app.ts'

/** The system's notifications, as far as the browser was allowed to show them. */
function stubNotifications(answer: NotificationPermission) {
  const shown: { title: string; body: string | undefined; onclick?: () => void }[] = []
  class SystemNotification {
    static permission: NotificationPermission = 'default'
    static readonly requestPermission = vi.fn(async () => {
      SystemNotification.permission = answer
      return answer
    })
    onclick?: () => void
    constructor(title: string, { body }: NotificationOptions = {}) {
      shown.push(Object.assign(this, { title, body }))
    }
    close() {}
  }
  vi.stubGlobal('Notification', SystemNotification)
  onTestFinished(() => alertPreferences.set({ sound: false, system: false }))
  return { shown, asked: SystemNotification.requestPermission }
}

/** Somebody who listens to the page; what matters is how often it sounds. */
function stubSound() {
  const sounds = { count: 0 }
  class Node {
    readonly gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} }
    connect(next: unknown) {
      return next
    }
    start() {}
    stop() {}
  }
  vi.stubGlobal('OscillatorNode', Node)
  vi.stubGlobal('GainNode', Node)
  vi.stubGlobal(
    'AudioContext',
    class {
      async resume() {
        sounds.count += 1
      }
    },
  )
  return sounds
}

const choice = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name })

test('a customer’s message calls the agent by a notification they asked for; a click opens the chat', async () => {
  const { shown, asked: permission } = stubNotifications('granted')
  const { sandbox, user } = await openLive()
  const { world } = sandbox
  const [first = '', second = ''] = ownChats(world)
  for (const id of [first, second]) seeAll(world, id)
  say(world, first, 'nobody asked to hear of this')
  goTo('/account')
  expect(permission).not.toHaveBeenCalled()
  await user.click(await choice('Show a system notification'))
  await waitFor(async () => expect((await choice('Show a system notification')).checked).toBe(true))
  expect(permission).toHaveBeenCalledOnce()
  say(world, second, 'Hello?', 'Anybody?')
  await waitFor(() => expect(shown).toHaveLength(1))
  const name = inboxOf(world).read(second)?.customer?.name
  expect(shown[0]).toMatchObject({ ...(name && { title: name }), body: 'Anybody?' })
  act(() => shown[0]?.onclick?.())
  await waitFor(() => expect(location.pathname).toBe(`/chats/${second}`))
})

test('what the agent sees in another place, or writes themselves, makes no sound', async () => {
  stubNotifications('granted')
  const sounds = stubSound()
  const { sandbox, user } = await openLive()
  const { world } = sandbox
  const [first = '', second = '', third = ''] = ownChats(world)
  goTo('/account')
  await user.click(await choice('Play a sound'))
  // So it sounds.
  expect(sounds.count).toBe(1)
  say(world, first, 'seen at once elsewhere')
  seeAll(world, first)
  inboxOf(world).change(third, (chat) => {
    appendEvent(chat, { content: { type: 'message', text: 'mine' }, author: email }, world.now())
  })
  say(world, second, 'not seen')
  await waitFor(() => expect(sounds.count).toBe(2))
})

test('an agent who begins on another page than the chats is connected, too', async () => {
  const { sandbox } = await openApp('/archives', {
    live: true,
    environment: { pollInterval: 60_000 },
  })
  await waitFor(() => expect(connections(sandbox)).toHaveLength(1))
})

test('a browser that blocks notifications is said so, and the choice is not taken', async () => {
  stubNotifications('denied')
  const { user } = await openLive()
  goTo('/account')
  await user.click(await choice('Show a system notification'))
  await screen.findByText(/^Your browser blocks notifications/)
  expect((await choice('Show a system notification')).checked).toBe(false)
})
