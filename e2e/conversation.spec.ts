import type { Locator, Page } from '@playwright/test'
import {
  appendEvent,
  closeThread,
  openThread,
  systemMessage,
} from '../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, expect, goTo, openPopup, test } from './support/fixtures.ts'
import { ended, openSignedIn, refreshList } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'
import { asked } from './support/world-requests.ts'

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const card = (page: Page) => page.getByRole('complementary', { name: 'Customer details' })
const reply = (page: Page) => page.getByRole('textbox', { name: /Reply|Note/ })

function findChat(world: World, fits: (chat: Chat) => boolean): string {
  const inbox = inboxOf(world)
  const header = inbox.index.all().find(({ id, groupIds }) => {
    const chat = inbox.read(id)
    return groupIds.some((group) => group < 3) && chat !== undefined && fits(chat)
  })
  if (!header) throw new Error('the sandbox has no such chat')
  return header.id
}

const isMine = (chat: Chat) =>
  chat.threads.at(-1)?.active === true &&
  chat.agents.some(({ id, present }) => present && id === agent.email)
const isOpenToOthers = (chat: Chat) =>
  chat.threads.at(-1)?.active === true && !isMine(chat) && chat.customer !== undefined
const isClosed = (chat: Chat) => chat.threads.at(-1)?.active === false

async function open(page: Page, chatId: string) {
  await openSignedIn(page)
  await goTo(page, `/chats/${chatId}`)
  await expect(card(page)).toBeVisible()
}

/** Adds a message of the customer. */
function say(world: World, chatId: string, ...texts: string[]) {
  inboxOf(world).change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    for (const text of texts)
      appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
  })
}

/** Adds more messages than fit on the page or load at once. */
function sayMuch(world: World, chatId: string) {
  say(world, chatId, ...Array.from({ length: 160 }, (_, index) => `line ${index}`))
}

async function readUpTo(page: Page, what: Locator, step = 5000) {
  await page.locator('.talk-scroller').hover()
  await expect(async () => {
    await page.mouse.wheel(0, -step)
    await expect(what).toBeInViewport({ timeout: 200 })
  }).toPass({ intervals: [100] })
  // Scrolling comes to rest.
  await expect(async () => {
    const before = await what.boundingBox()
    await drawn(page)
    expect(await what.boundingBox()).toEqual(before)
  }).toPass()
}

/** Waits until the page has rendered and its observers have run. */
async function drawn(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() =>
          new IntersectionObserver((_, observer) => {
            observer.disconnect()
            resolve()
          }).observe(document.body),
        ),
      ),
  )
}

async function showPage(page: Page, value: DocumentVisibilityState) {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, value)
}

function isSeen(world: World, chatId: string): boolean {
  const chat = inboxOf(world).read(chatId)
  const seen = chat?.agents.find(({ id }) => id === agent.email)?.events_seen_up_to ?? ''
  const last = chat?.threads.at(-1)?.events.at(-1)?.created_at ?? 'never'
  // LiveChat gets the time in milliseconds.
  return seen.slice(0, 23) >= last.slice(0, 23)
}

async function expectNotSeen(page: Page, world: World, chatId: string) {
  const marks = asked(world, 'mark_events_as_seen').length
  await drawn(page)
  await refreshList(page)
  expect(asked(world, 'mark_events_as_seen')).toHaveLength(marks)
  expect(isSeen(world, chatId)).toBe(false)
}

const textsOf = (world: World, chatId: string) =>
  inboxOf(world)
    .read(chatId)
    ?.threads.at(-1)
    ?.events.flatMap((event) => (event.type === 'message' ? [event.text] : [])) ?? []

test('a chat loads back to its first event, and what is in view stays in place', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => chat.threads.length > 4)
  sayMuch(world, chatId)
  await open(page, chatId)
  const threads = page.locator('.thread')
  await expect(threads).toHaveCount(1)
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/list_threads', async (route) => {
    await held
    await route.continue()
  })
  const older = page.getByRole('button', { name: /older chats/ })
  await readUpTo(page, older)
  await expect(older).toHaveText('Loading older chats…')
  const reading = threads.locator('.event').nth(2)
  const before = await reading.boundingBox()
  const place = await reading.elementHandle()
  answer()
  await expect(threads).not.toHaveCount(1)
  expect(await place?.boundingBox()).toEqual(before)
  await readUpTo(page, page.getByText('Start of conversation'))
  expect(await threads.count()).toBe(
    inboxOf(world)
      .read(chatId)
      ?.threads.filter((one) => one.access.group_ids[0] !== 3).length,
  )
})

test('a message that arrives while the agent reads further up moves nothing and is not marked as seen', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  sayMuch(world, chatId)
  await open(page, chatId)
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
  const reading = talk(page).getByText('line 40', { exact: true })
  await readUpTo(page, reading, 300)
  const before = await reading.boundingBox()
  say(world, chatId, 'did you see this?')
  await expect(talk(page).getByText('did you see this?')).toBeAttached()
  expect(await reading.boundingBox()).toEqual(before)
  await expectNotSeen(page, world, chatId)
  await talk(page).getByText('did you see this?').scrollIntoViewIfNeeded()
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
})

test('an agent answers, leaves a note, closes the chat, all by mouse', async ({ page, world }) => {
  const chatId = findChat(world, isOpenToOthers)
  await open(page, chatId)
  await page.getByRole('button', { name: 'Join chat' }).click()
  await reply(page).fill('Hello, I am here')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(talk(page).locator('.event').filter({ hasText: 'Hello, I am here' })).toContainText(
    /\d:\d\d/,
  )
  await page.getByRole('radio', { name: 'Note' }).check()
  await reply(page).fill('ask Jamie first')
  await page.getByRole('button', { name: 'Add note' }).click()
  const note = talk(page).locator('.event[data-note="true"]').filter({ hasText: 'ask Jamie' })
  await expect(note).toContainText('visible to agents only')
  await expect
    .poll(() => textsOf(world, chatId).slice(-2))
    .toEqual(['Hello, I am here', 'ask Jamie first'])
  await page.getByRole('button', { name: 'Close chat' }).click()
  await expect(page.getByText('This chat is closed.')).toBeVisible()
  expect(isClosed(inboxOf(world).read(chatId) as Chat)).toBe(true)
})

test('a customer needs a reply until somebody answers; joining or adding a note does not count', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isClosed(chat) && chat.customer !== undefined)
  const inbox = inboxOf(world)
  inbox.change(chatId, (chat) => {
    openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
  })
  say(world, chatId, 'is anybody there?')
  await open(page, chatId)
  const row = chatList(page).locator(`a[href^="/chats/${chatId}"]`)
  await expect(row).toContainText('is anybody there?')
  await expect(row).toContainText('Needs a reply')
  await page.getByRole('button', { name: 'Join chat' }).click()
  await page.getByRole('radio', { name: 'Note' }).check()
  await reply(page).fill('on my way')
  await reply(page).press('Enter')
  await expect(row).toContainText('on my way')
  await expect(row).toContainText('Needs a reply')
  await page.getByRole('radio', { name: 'Reply' }).check()
  await reply(page).fill('I am')
  await reply(page).press('Enter')
  await expect(row).toContainText('Active')
})

test('a closed chat is started again', async ({ page, world }) => {
  const chatId = findChat(world, isClosed)
  await open(page, chatId)
  await page.getByRole('button', { name: 'Reopen chat' }).click()
  await expect(reply(page)).toBeVisible()
  expect(isMine(inboxOf(world).read(chatId) as Chat)).toBe(true)
})

test('messages stay, each once, when the chat is closed and reopened', async ({ page, world }) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  const said = talk(page).locator('.event').filter({ hasText: 'said just once' })
  await reply(page).fill('said just once')
  await reply(page).press('Enter')
  await expect(said).toContainText(/\d:\d\d/)
  await page.getByRole('button', { name: 'Close chat' }).click()
  await page.getByRole('button', { name: 'Reopen chat' }).click()
  await expect(reply(page)).toBeVisible()
  await expect(talk(page).locator('.thread').filter({ hasText: 'said just once' })).toBeVisible()
  await expect(said).toHaveCount(1)
})

test('threads started while the agent was elsewhere leave no gap', async ({ page, world }) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  await open(page, chatId)
  await reply(page).fill('before it closed')
  await reply(page).press('Enter')
  await expect.poll(() => textsOf(world, chatId).at(-1)).toBe('before it closed')
  const inbox = inboxOf(world)
  inbox.change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    for (const text of ['missed at first', 'here again']) {
      closeThread(chat, systemMessage('manual_archived_customer', 'Closed'), world.now())
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      for (let count = 0; count < 31; count += 1)
        appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
    }
  })
  const thread = (text: string) => talk(page).locator('.thread').filter({ hasText: text })
  await expect(thread('here again')).toHaveCount(1)
  await expect(thread('missed at first')).toHaveCount(1)
  await expect(thread('before it closed')).toHaveCount(1)
})

test('a failed message says so, keeps its text, and is sent once when tried again', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await reply(page).fill('once only')
  await reply(page).press('Enter')
  await expect(page.getByRole('alert')).toContainText(
    'Close the chat and reopen it, then try again',
  )
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect
    .poll(() => textsOf(world, chatId).filter((one) => one === 'once only'))
    .toHaveLength(1)
  await expect(talk(page).locator('.event').filter({ hasText: 'once only' })).toHaveCount(1)
})

test('a message whose response was lost is found, not sent twice', async ({ page, world }) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  // It arrives, and the connection breaks before the response.
  await page.route('**/send_event', async (route) => {
    const request = route.request()
    const { authorization = '' } = request.headers()
    await fetch(request.url().replace('api.localhost', '127.0.0.1'), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: request.postData(),
    })
    await route.abort('connectionreset')
  })
  await reply(page).fill('sent but unanswered')
  await reply(page).press('Enter')
  await expect(talk(page).locator('.event').filter({ hasText: 'sent but unanswered' })).toHaveCount(
    1,
  )
  const arrived = () => textsOf(world, chatId).filter((one) => one === 'sent but unanswered')
  await expect.poll(arrived).toHaveLength(1)
  await expect(talk(page).getByText('Sending…')).toBeHidden()
  await expect(page.getByRole('alert')).toBeHidden()
  expect(arrived()).toHaveLength(1)
})

test('chat_inactive: a chat closed by somebody else says so and offers to start it again', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await reply(page).fill('are you there?')
  inboxOf(world).change(chatId, (chat) =>
    closeThread(
      chat,
      systemMessage('manual_archived_customer', 'The customer closed it'),
      world.now(),
    ),
  )
  await reply(page).press('Enter')
  await expect(page.getByRole('alert')).toContainText('This chat is closed')
  await page.getByRole('button', { name: 'Reopen chat' }).click()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => textsOf(world, chatId).at(-1)).toBe('are you there?')
})

test('the draft of each chat is kept while the agent is elsewhere', async ({ page, world }) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await reply(page).fill('half a thought')
  await chatList(page).getByRole('link').first().click()
  await expect(page).not.toHaveURL(`/chats/${chatId}`)
  await page.goBack()
  await expect(reply(page)).toHaveValue('half a thought')
})

test('what was in view is marked as seen, even if the first request fails', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  say(world, chatId, 'unseen')
  world.faults.push({ endpoint: 'mark_events_as_seen', times: 1, errorType: 'internal' })
  await open(page, chatId)
  await expect(talk(page).getByText('unseen')).toBeVisible()
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
  expect(world.faults).toHaveLength(0)
})

test('a hidden page marks nothing as seen', async ({ page, world }) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  say(world, chatId, 'unseen')
  await openSignedIn(page)
  await showPage(page, 'hidden')
  await goTo(page, `/chats/${chatId}`)
  await expect(talk(page).getByText('unseen')).toBeInViewport()
  await expectNotSeen(page, world, chatId)
  await showPage(page, 'visible')
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
})

test('follows, tags and hands a chat over', async ({ page, world }) => {
  const chatId = findChat(world, isOpenToOthers)
  await open(page, chatId)
  await page.getByRole('button', { name: 'Follow' }).click()
  await expect(page.getByRole('button', { name: 'Following' })).toBeVisible()
  const toggle = page.getByRole('button', { name: 'Show details' })
  if (await toggle.isVisible()) await toggle.click()
  await page.getByRole('textbox', { name: 'New tag' }).fill('vip')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove tag vip' }).click()
  await expect(page.getByRole('button', { name: 'Remove tag vip' })).toBeHidden()
  await page.getByRole('button', { name: 'Transfer' }).click()
  const taker = page.getByRole('region', { name: 'Transfer chat' }).getByRole('button').first()
  const name = (await taker.locator('bdi').textContent()) ?? ''
  await taker.click()
  await expect
    .poll(
      () =>
        inboxOf(world)
          .read(chatId)
          ?.agents.find(({ id }) => id === name)?.present,
    )
    .toBe(true)
})

test('a file is sent', async ({ page, world }) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await page.locator('input[type="file"]').setInputFiles({
    name: 'label.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF'),
  })
  await expect(talk(page).getByRole('link', { name: 'label.pdf' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  )
})

test('a file that is too large can only be discarded', async ({ page, world }) => {
  await open(page, findChat(world, isMine))
  await page.locator('input[type="file"]').setInputFiles({
    name: 'film.mov',
    mimeType: 'video/quicktime',
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  })
  await expect(talk(page).getByRole('alert')).toContainText('The limit is 10 MB')
  await expect(talk(page).getByRole('button', { name: 'Send again' })).toHaveCount(0)
  await talk(page).getByRole('button', { name: 'Discard' }).click()
  await expect(talk(page).getByText('film.mov')).toHaveCount(0)
  expect(asked(world, 'upload_file')).toHaveLength(0)
})

test('after the session has ended nothing is sent, attached or sent again until the agent signs in', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'authentication' })
  await reply(page).fill('kept for later')
  await reply(page).press('Enter')
  await expect(ended(page)).toBeVisible()
  const again = talk(page).getByRole('button', { name: 'Send again' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByLabel('Attach file')).toBeDisabled()
  await expect(talk(page).getByText('Sign in again to send.')).toBeVisible()
  const sends = asked(world, 'send_event').length
  await again.click({ force: true })
  await openPopup(page)
  await expect(ended(page)).toBeHidden()
  await expect(page.getByLabel('Attach file')).toBeEnabled()
  expect(asked(world, 'send_event')).toHaveLength(sends)
  await again.click()
  await expect.poll(() => textsOf(world, chatId).at(-1)).toBe('kept for later')
})

test('what the agent sends offline is kept, and sent once they are back online', async ({
  page,
  context,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await context.setOffline(true)
  await reply(page).fill('from the train')
  await reply(page).press('Enter')
  await expect(page.getByText('Not sent.')).toBeVisible()
  await expect(page.getByText('from the train')).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => textsOf(world, chatId).at(-1)).toBe('from the train')
  expect(textsOf(world, chatId).filter((text) => text === 'from the train')).toHaveLength(1)
})

test('on a narrow page the chat itself reports network and session problems', async ({
  page,
  context,
  world,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open(page, findChat(world, isMine))
  await context.setOffline(true)
  await expect(talk(page).getByText('You’re offline', { exact: true })).toBeVisible()
  await context.setOffline(false)
  await expect(talk(page).getByText('You’re offline', { exact: true })).toBeHidden()
  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'authentication' })
  await reply(page).fill('still there?')
  await reply(page).press('Enter')
  await openPopup(page, talk(page))
  await expect(talk(page).getByText('Your session has ended', { exact: true })).toBeHidden()
})

test('what others send in a chat is shown as text, and links lead to the web only (A42, A43, A44)', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  inboxOf(world).change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    const say = (text: string) =>
      appendEvent(chat, { content: { type: 'message', text }, author }, world.now())
    say('<img src=x onerror="document.title=\'owned\'"> javascript:alert(1) https://example.com/a')
    say('x'.repeat(5_000_000))
    appendEvent(
      chat,
      {
        content: {
          type: 'rich_message',
          template_id: 'cards',
          elements: [
            {
              title: '<b>bold</b>',
              buttons: [
                {
                  text: 'Buy',
                  type: 'url',
                  value: 'javascript:alert(1)',
                  postback_id: 'x',
                  user_ids: [],
                },
              ],
            },
          ],
        },
        author,
      },
      world.now(),
    )
  })
  await open(page, chatId)
  await expect(talk(page).getByText('<img src=x')).toBeVisible()
  await expect(talk(page).getByText('<b>bold</b>')).toBeVisible()
  await expect(page).not.toHaveTitle('owned')
  for (const link of await talk(page).locator('.events a').all()) {
    await expect(link).toHaveAttribute('href', /^https?:/)
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  }
  expect(await talk(page).locator('.card').getByRole('button').count()).toBe(0)
  expect((await talk(page).textContent())?.length).toBeLessThan(60_000)
})

test('a picture shows its name and size, a form its choices, the card where the chat started', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  inboxOf(world).change(chatId, (chat) => {
    const author = chat.customer?.id ?? ''
    const url = 'https://cdn.example.com/tent.png'
    const picture = { type: 'file', name: 'tent.png', url, content_type: 'image/png' } as const
    appendEvent(chat, { content: { ...picture, size: 184_320 }, author }, world.now())
    const options = ['Support', 'Sales'].map((label, index) => ({ id: String(index), label }))
    const fields = [
      { type: 'radio', id: '1', label: 'Purpose', options },
      { type: 'name', id: '2', label: 'Your name' },
    ]
    appendEvent(chat, { content: { type: 'form', form_id: 'f', fields } }, world.now())
  })
  // It never comes, and so is never broken.
  await page.route('https://cdn.example.com/**', () => {})
  await open(page, chatId)
  await expect(talk(page).getByRole('figure').last()).toHaveText('tent.png · 180 KB')
  const form = talk(page).locator('.event').last()
  await expect(form.getByText('Options: Support, Sales')).toBeVisible()
  await expect(form.getByText('Not answered')).toBeVisible()
  await card(page).getByRole('button', { name: 'Show details' }).click()
  await expect(card(page).getByText('Started on')).toBeVisible()
  await expect(card(page).getByText('https://shop.example.com/', { exact: true })).toBeVisible()
})

test('after the session has ended the chat stays readable with its draft; signing in continues there', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await reply(page).fill('unfinished')
  world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'authentication' })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(ended(page)).toBeVisible()
  await expect(talk(page).locator('.event').first()).toBeAttached()
  await openPopup(page)
  await expect(ended(page)).toBeHidden()
  await expect(reply(page)).toHaveValue('unfinished')
  await expect(page).toHaveURL(`/chats/${chatId}`)
})

test('the customer’s name and the reply box are there at once, from the list, and nothing moves afterwards', async ({
  page,
  world,
}) => {
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'My chats' }).check()
  await expect(page.locator('.found')).toHaveText(/assigned to you$/)
  const first = chatList(page).getByRole('listitem').first()
  const name = await first.locator('.chat-name').innerText()
  world.faults.push({ endpoint: 'get_chat', times: 1, delay: 4000 })
  await first.click()
  await expect(talk(page).getByRole('heading', { level: 2 })).toHaveText(name)
  await expect(reply(page)).toBeFocused()
  await page.keyboard.type('On my way')
  const newest = talk(page).locator('.event').last()
  await expect(newest).toBeVisible()
  await expect(talk(page).getByText('Unknown', { exact: true })).toHaveCount(0)
  await expect(page.getByText('Loading chat…')).toHaveCount(0)
  await expect(card(page)).toHaveCount(0)
  const place = await newest.boundingBox()
  await expect(card(page)).toBeVisible()
  expect(await newest.boundingBox()).toEqual(place)
  await expect(reply(page)).toBeFocused()
  await expect(reply(page)).toHaveValue('On my way')
})

test('a chat that loads late leaves the focus where the agent moved it', async ({
  page,
  world,
}) => {
  await openSignedIn(page)
  world.faults.push({ endpoint: 'get_chat', times: 1, delay: 1_500 })
  await goTo(page, `/chats/${findChat(world, isMine)}`)
  await expect(talk(page)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search archives' }).pressSequentially('tele')
  await expect(reply(page)).toBeVisible()
  await page.keyboard.type('phone')
  await expect(page.getByRole('searchbox', { name: 'Search archives' })).toHaveValue('telephone')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })

  test('opening a chat on a phone does not open the keyboard until the reply box is touched', async ({
    page,
    world,
  }) => {
    await openSignedIn(page)
    await goTo(page, `/chats/${findChat(world, isMine)}`)
    await expect(reply(page)).toBeVisible()
    await expect(talk(page).getByRole('heading', { level: 1 })).toBeFocused()
    await reply(page).tap()
    await expect(reply(page)).toBeFocused()
  })
})
