import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { type AppOptions, openApp } from '../testing/open-app.ts'
import { lasting, refusals } from '../testing/refusals.ts'

const email = 'agent@example.com'
const talk = () => screen.findByRole('region', { name: 'Conversation' })
const field = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: /^(Reply to customer|Note to agents)$/,
  })
const sendButton = () => screen.getByRole('button', { name: /^(Send|Add note)$/ })

type Entry = ReturnType<ReturnType<typeof inboxOf>['index']['all']>[number]

function inboxOf(sandbox: Sandbox) {
  const inbox = sandbox.world.inboxes.values().next().value
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** Opens the first chat of the sandbox that fits. */
async function openChat(fits: (chat: Entry) => boolean, options: AppOptions = {}) {
  const app = await openApp('/chats', options)
  const chat = inboxOf(app.sandbox).index.all().find(fits)
  if (!chat) throw new Error('the sandbox has no such chat')
  const goTo = `/chats/${chat.id}`
  history.pushState(null, '', goTo)
  window.dispatchEvent(new PopStateEvent('popstate'))
  await waitFor(() => expect(document.querySelector('.event, .restricted')).not.toBeNull())
  return { ...app, chatId: chat.id }
}

const isMine = (chat: Entry) => chat.present.includes(email)

const sent = (sandbox: Sandbox) =>
  sandbox.world.requests.filter(({ endpoint }) => endpoint === 'send_event').length

test('every refusal of an action is explained in its own words, and the conversation stays', async () => {
  const { sandbox, bend, user } = await openChat(
    (chat) => chat.active && !isMine(chat) && chat.groupIds.includes(0),
  )
  const follow = await screen.findByRole('button', { name: 'Follow' })
  const events = document.querySelectorAll('.event').length
  const said = new Set<string>()
  for (const errorType of refusals) {
    bend('follow_chat', lasting(errorType))
    await waitFor(() => expect(follow.getAttribute('aria-disabled')).not.toBe('true'))
    await user.click(follow)
    await waitFor(() => {
      expect(screen.getByRole('alert').textContent).toContain('That didn’t work.')
      expect([...said]).not.toContain(screen.getByRole('alert').textContent)
    })
    said.add(screen.getByRole('alert').textContent ?? '')
    sandbox.world.faults.length = 0
    expect(document.querySelectorAll('.event').length).toBe(events)
  }
  expect(said.size).toBe(refusals.length)

  bend('follow_chat', lasting('authentication'))
  await waitFor(() => expect(follow.getAttribute('aria-disabled')).not.toBe('true'))
  await user.click(follow)
  await screen.findByRole('region', { name: 'Your session has ended' })
  expect(document.querySelectorAll('.event').length).toBe(events)
}, 60_000)

test.each([
  ['missing_access', 'don’t have access to this chat'],
  ['not_found', 'no longer exists'],
  ['internal', 'LiveChat had a problem'],
  ['authorization', 'does not include permission'],
])(
  '%s while opening a chat is explained beside the list, and it opens when tried again',
  async (errorType, words) => {
    const app = await openApp('/chats')
    const chat = inboxOf(app.sandbox)
      .index.all()
      .find((one) => !one.active && one.groupIds.includes(0))
    if (!chat) throw new Error('the sandbox has no such chat')
    app.bend('get_chat', { errorType, times: 99 })
    history.pushState(null, '', `/chats/${chat.id}`)
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect((await screen.findByRole('alert')).textContent).toContain(words)
    screen.getByRole('list', { name: 'Chats' })
    app.sandbox.world.faults.length = 0
    await app.user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  },
)

test('Enter sends, Shift and Enter begin a new line, and the message appears once', async () => {
  const { sandbox, user } = await openChat(isMine)
  await user.type(await field(), 'first line{Shift>}{Enter}{/Shift}second line')
  expect(sent(sandbox)).toBe(0)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(sent(sandbox)).toBe(1))
  await waitFor(() => expect(screen.queryByText('Sending…')).toBeNull())
  expect((await field()).textContent).toBe('')
  await waitFor(async () =>
    expect(within(await talk()).getAllByText(/first line\s+second line/).length).toBe(1),
  )
})

test('a key changes nothing on the page but the text of the reply', async () => {
  const { user } = await openChat(isMine)
  await user.type(await field(), 'H')
  const changed: Node[] = []
  const observer = new MutationObserver((all) => changed.push(...all.map(({ target }) => target)))
  observer.observe(document.body, {
    subtree: true,
    attributes: true,
    characterData: true,
    childList: true,
  })
  await user.keyboard('ello')
  expect((await field()).value).toBe('Hello')
  observer.disconnect()
  expect(changed).toEqual([])
})

test('a message that is empty or too long is not sent', async () => {
  const { sandbox, user } = await openChat(isMine)
  await user.click(await field())
  await user.keyboard('   {Enter}')
  expect(sendButton().getAttribute('aria-disabled')).toBe('true')
  await user.clear(await field())
  await user.paste('ż'.repeat(8 * 1024 + 1))
  await screen.findByText('2 bytes too long.')
  await user.keyboard('{Enter}')
  expect(sendButton().getAttribute('aria-disabled')).toBe('true')
  expect(sent(sandbox)).toBe(0)
})

test('a note is marked as one and goes to agents only', async () => {
  const { sandbox, user } = await openChat(isMine)
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await user.type(await screen.findByRole('textbox', { name: 'Note to agents' }), 'ask Jamie')
  await user.click(screen.getByRole('button', { name: 'Add note' }))
  await waitFor(() => expect(sent(sandbox)).toBe(1))
  const note = await waitFor(() => {
    const found = document.querySelector('.event[data-note="true"][data-side="agent"]')
    if (!found?.textContent?.includes('ask Jamie')) throw new Error('no note yet')
    return found
  })
  expect(note.textContent).toContain('visible to agents only')
})

test('a message that was refused keeps its words, and goes once when sent again', async () => {
  const { sandbox, bend, user } = await openChat(isMine)
  bend('send_event', { errorType: 'limit_reached' })
  await user.type(await field(), 'please wait{Enter}')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Not sent. You’ve reached a limit')
  expect((await talk()).textContent).toContain('please wait')
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull())
  expect(sent(sandbox)).toBe(2)
})

test('what the agent sends offline is kept, and sent once they are back online', async () => {
  const { sandbox, user, goOffline, goOnline } = await openChat(isMine)
  const text = await field()
  goOffline()
  await user.type(text, 'later{Enter}')
  await screen.findByText(/^Not sent\./)
  expect((await talk()).textContent).toContain('later')
  expect(sent(sandbox)).toBe(0)
  goOnline()
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(sent(sandbox)).toBe(1))
})

test('a chat of other agents can be joined, and then answered', async () => {
  const { user } = await openChat((chat) => chat.active && !isMine(chat))
  await screen.findByText('You’re not in this chat.')
  await user.click(screen.getByRole('button', { name: 'Join chat' }))
  await field()
})

test('a closed chat can be reopened, and then answered', async () => {
  const { user } = await openChat((chat) => !chat.active)
  await screen.findByText('This chat is closed.')
  await user.click(screen.getByRole('button', { name: 'Reopen chat' }))
  await field()
})

test('a chat that does not exist says so', async () => {
  await openApp('/chats/NOSUCHCHAT')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Couldn’t load this chat')
  expect(alert.textContent).toContain('no longer exists')
})

test('keys of an input method neither send half a word nor leave the chat, as Safari reports them', async () => {
  const { sandbox, user, chatId } = await openChat(isMine)
  const text = await field()
  await user.type(text, 'にほん')
  for (const key of ['Enter', 'Escape'])
    fireEvent.keyDown(text, { key, keyCode: 229, isComposing: false })
  expect((text as HTMLTextAreaElement).value).toBe('にほん')
  expect(location.pathname).toContain(chatId)
  await user.type(text, '{Enter}')
  await waitFor(() => expect(sent(sandbox)).toBe(1))
})

test('on a narrow page the open chat is the page, with its heading', async () => {
  const { matchMedia } = window
  window.matchMedia = (media) => ({ ...matchMedia(media), matches: /max-width/.test(media) })
  onTestFinished(() => {
    window.matchMedia = matchMedia
  })
  await openChat(isMine)
  const heading = document.querySelector('.talk-bar h1')
  expect(heading?.textContent).toBeTruthy()
})
