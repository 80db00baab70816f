import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { goTo, signInButton } from '../support/fixtures.ts'
import { ended, signIn } from '../support/session-steps.ts'

/** A tab of the app. */
export interface Tab {
  page: Page
  /** Milliseconds since 1970. */
  openedAt: number
  /** Stops its scripts, as a browser does with a tab it keeps, and lets them go on. */
  freeze(isFrozen: boolean): Promise<void>
}

/** What went over the web sockets of all tabs. */
export interface Traffic {
  pushes: number
  logins: number
  'token swaps': number
}

/** What is wrong in a console but for the network's own messages. */
const ofTheNetwork = /net::|Failed to load resource|WebSocket connection to/

/** Opens a tab, signs in and shows the agent's own chats. */
export async function openTab(
  context: BrowserContext,
  traffic: Traffic,
  problems: string[],
): Promise<Tab> {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !ofTheNetwork.test(text)) problems.push(text)
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => count(traffic, String(payload))),
  )
  await noteWords(page)
  // The browser remembers how the agent signed in first.
  const isFirst = context.pages().length === 1
  await signIn(page, { at: '/chats?show=mine', ...(isFirst && { grantType: 'Code' }) })
  const debug = await context.newCDPSession(page)
  return { page, openedAt: Date.now(), freeze: (isFrozen) => freeze(debug, isFrozen) }
}

async function freeze(debug: CDPSession, isFrozen: boolean): Promise<void> {
  await debug.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' })
}

function count(traffic: Traffic, text: string): void {
  const { type, action, success }: { type: string; action: string; success?: boolean } =
    JSON.parse(text)
  if (type === 'push') traffic.pushes += 1
  if (!success) return
  if (action === 'login') traffic.logins += 1
  if (action === 'update_session') traffic['token swaps'] += 1
}

/** Notes when each word is first on screen. */
async function noteWords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const words = new Map<string, number>()
    Object.assign(window, { words })
    let isDue = false
    const note = () => {
      isDue = false
      for (const { textContent } of document.querySelectorAll('.chat-text, .talk .bubble')) {
        for (const [word] of textContent.matchAll(/\bword-\d+\b/g)) {
          if (!words.has(word)) words.set(word, Date.now())
        }
      }
    }
    new MutationObserver(() => {
      if (!isDue) requestAnimationFrame(note)
      isDue = true
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

/** When each word was first on screen. */
export async function wordsIn({ page }: Tab): Promise<ReadonlyMap<string, number>> {
  return new Map(
    await page.evaluate(() => [...(Reflect.get(window, 'words') as Map<string, number>)]),
  )
}

/** The agent comes back to a tab. */
export async function look(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
}

/** What a row says but the time. */
interface Row {
  id: string
  name: string
  preview: string
  badges: string[]
  isUnread: boolean
}

/** The agent's own chats, and the queue: of the messages in it LiveChat tells nothing. */
export async function listsIn({ page }: Tab) {
  const queued = await rowsIn(page, 'Queued')
  return {
    queued: queued.map(({ id, badges }) => ({ id, badges })),
    mine: await rowsIn(page, 'My chats'),
  }
}

/** What the head of a view says, with chats in it and without. */
const heads = {
  Queued: /^(\d+ queued chats?|No queued chats)$/,
  'My chats': /^(\d+ chats? assigned to you|You have no open chats)$/,
}

/** The rows of a view, which all are drawn in a window high enough. */
async function rowsIn(page: Page, view: keyof typeof heads): Promise<Row[]> {
  await page.getByRole('radio', { name: view, exact: true }).check()
  // The switch turns at once, and the rows are those of the view before until the address has changed.
  await page.getByText(heads[view]).first().waitFor()
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('ul[aria-label="Chats"] > li a')].map(
      (row) => {
        const textOf = (part: string) => row.querySelector(part)?.textContent ?? ''
        return {
          id: decodeURIComponent(row.pathname.split('/')[2] ?? ''),
          name: textOf('.chat-name'),
          preview: textOf('.chat-preview'),
          badges: [...(row.querySelector('.chat-badges')?.children ?? [])].map(
            ({ textContent }) => textContent ?? '',
          ),
          isUnread: row.dataset.unread === 'true',
        }
      },
    ),
  )
}

export async function openChat(page: Page, chatId: string): Promise<void> {
  await goTo(page, `/chats/${encodeURIComponent(chatId)}?show=mine`)
}

/** The texts of the messages of an open chat, as far as they are drawn, oldest first. */
export function textsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.talk .event:not([data-status]) .bubble:not(.unsent)')].map(
      ({ textContent }) => textContent ?? '',
    ),
  )
}

/** Messages that are on their way or failed. */
export const outgoingIn = (page: Page) => page.locator('.event[data-status]')

export const beingWrittenIn = (page: Page) => page.getByRole('list', { name: 'Being written' })

export const talkWith = (page: Page, customer: string) =>
  page.locator('.talk').getByRole('heading', { name: customer, exact: true })

export const replyField = (page: Page) => page.getByRole('textbox', { name: 'Reply to customer' })

/** Presses what an agent would press about something that did not work. */
export async function repair(page: Page): Promise<number> {
  let pressed = 0
  if (await ended(page).isVisible()) {
    await signInButton(page).click()
    await ended(page).waitFor({ state: 'hidden' })
    pressed += 1
  }
  for (const name of [/^Send again$/, /Try again$/]) {
    const button = page.getByRole('button', { name }).first()
    if (!(await button.isVisible())) continue
    // It may go away by itself.
    await button.click({ timeout: 1000 }).then(
      () => {
        pressed += 1
      },
      () => {},
    )
  }
  return pressed
}
