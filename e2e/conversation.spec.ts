import type { Locator, Page } from '@playwright/test'
import { appendEvent, closeThread, systemMessage } from '../sandbox/inbox/chat-mutations.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, expect, goTo, openPopup, test } from './support/fixtures.ts'
import { pixel } from './support/pixel.ts'
import { goOnline, openSignedIn, refreshList } from './support/session-steps.ts'
import { inboxOf, say } from './support/world-inbox.ts'
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

async function open(page: Page, chatId: string) {
  await openSignedIn(page)
  await goTo(page, `/chats/${chatId}`)
  await expect(card(page)).toBeVisible()
}

/** Adds more messages than fit on the page or load at once. */
function sayMuch(world: World, chatId: string) {
  say(world, chatId, ...Array.from({ length: 160 }, (_, index) => `line ${index}`))
}

async function readUpTo(page: Page, what: Locator) {
  await page.locator('.talk-scroller').hover()
  await expect(async () => {
    await page.mouse.wheel(0, -5000)
    await expect(what).toBeAttached({ timeout: 200 })
  }).toPass({ intervals: [100] })
  await what.scrollIntoViewIfNeeded()
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

/** Holds back the page's requests to an address until they are released. */
async function hold(page: Page, address: string) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return { release: () => release() }
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

test('a chat loads back to its first event, and what is in view stays in place', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => chat.threads.length > 4)
  sayMuch(world, chatId)
  await open(page, chatId)
  const threads = page.locator('.thread')
  await expect(threads).toHaveCount(1)
  const held = await hold(page, '**/list_threads')
  const older = page.getByRole('button', { name: /older chats/ })
  await readUpTo(page, older)
  await expect(older).toHaveText('Loading older chats…')
  const reading = threads.locator('.event').nth(2)
  const before = await reading.boundingBox()
  const place = await reading.elementHandle()
  held.release()
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
  await readUpTo(page, reading)
  const before = await reading.boundingBox()
  say(world, chatId, 'did you see this?')
  await refreshList(page)
  await expect(talk(page).getByText('did you see this?')).toBeAttached()
  expect(await reading.boundingBox()).toEqual(before)
  await expectNotSeen(page, world, chatId)
  await talk(page).getByText('did you see this?').scrollIntoViewIfNeeded()
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
})

test('what was in view is marked as seen, even if the first request fails', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, (chat) => isMine(chat) && chat.customer !== undefined)
  say(world, chatId, 'unseen')
  world.faults.push({ endpoint: 'mark_events_as_seen', times: 1, errorType: 'internal' })
  await page.clock.install()
  await open(page, chatId)
  await expect(talk(page).getByText('unseen')).toBeVisible()
  await expect.poll(() => world.faults).toEqual([])
  await page.clock.fastForward('00:10')
  await expect.poll(() => isSeen(world, chatId)).toBe(true)
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

test('a file is sent', async ({ page, world }) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  await page.locator('input[type="file"]').setInputFiles({
    name: 'label.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF'),
  })
  await page.keyboard.press('Enter')
  await expect(talk(page).getByRole('link', { name: 'label.pdf' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  )
})

test('a picture sent on the sandbox is shown, under the page’s policy', async ({ page, world }) => {
  await open(page, findChat(world, isMine))
  await page.locator('input[type="file"]').setInputFiles({
    name: 'tent.png',
    mimeType: 'image/png',
    buffer: pixel,
  })
  await page.keyboard.press('Enter')
  const picture = talk(page).getByRole('img', { name: 'tent.png' })
  await expect(picture).toHaveJSProperty('naturalWidth', 1)
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
  await goOnline(page)
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

test('what is taken off the page hands its focus to what comes next in the chat', async ({
  page,
  world,
}) => {
  const chatId = findChat(world, isMine)
  await open(page, chatId)
  const button = (name: string | RegExp) => talk(page).getByRole('button', { name })
  const giveAway = async () => {
    await button('Transfer').press('Enter')
    const agents = talk(page).getByRole('list', { name: 'Agents' })
    await agents.getByRole('button').first().press('Enter')
  }
  const messages = talk(page).getByRole('region', { name: 'Messages' })

  world.faults.push({ endpoint: 'transfer_chat', times: 1, errorType: 'internal' })
  await giveAway()
  await expect(talk(page).getByRole('alert')).toBeVisible()
  await expect(messages).toBeFocused()

  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await reply(page).fill('Hello')
  await reply(page).press('Enter')
  await button('Discard').press('Enter')
  await expect(reply(page)).toBeFocused()

  const file = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF') }
  const files = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => ({ name, ...file }))
  await page.locator('input[type="file"]').setInputFiles(files)
  await button('Remove a.pdf').press('Enter')
  await expect(button('Remove b.pdf')).toBeFocused()
  const afterFiles = talk(page).getByRole('radio', { name: 'Reply' })
  await button('Remove c.pdf').press('Enter')
  await expect(afterFiles).toBeFocused()
  await button('Remove b.pdf').press('Enter')
  await expect(afterFiles).toBeFocused()

  await giveAway()
  await expect(button('Join chat')).toBeVisible()
  await expect(messages).toBeFocused()
  await button('Join chat').press('Enter')
  await expect(reply(page)).toBeFocused()

  await page.keyboard.type('How can I')
  const closed = systemMessage('manual_archived_customer', 'The customer closed the chat')
  inboxOf(world).change(chatId, (chat) => closeThread(chat, closed, world.now()))
  await page.getByRole('button', { name: 'Refresh' }).dispatchEvent('click')
  await expect(button('Reopen chat')).toBeFocused()
})

test('the customer’s name and the reply box are there at once, from the list, and nothing moves afterwards', async ({
  page,
}) => {
  await openSignedIn(page, { at: '/chats' })
  await expect(page.locator('.found')).toHaveText(/assigned to you$/)
  const first = chatList(page).getByRole('listitem').first()
  const name = await first.locator('.chat-name').innerText()
  const held = await hold(page, '**/get_chat')
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
  held.release()
  await expect(card(page)).toBeVisible()
  expect(await newest.boundingBox()).toEqual(place)
  await expect(reply(page)).toBeFocused()
  await expect(reply(page)).toHaveValue('On my way')
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
