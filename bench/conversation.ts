import { inboxOf } from '../e2e/support/world-inbox.ts'
import type { Chat } from '../sandbox/model/chat.ts'
import { toWireTime } from '../sandbox/model/wire-time.ts'
import type { World } from '../sandbox/world/world.ts'
import type { Group, Line } from './bench.ts'
import { type Page, until } from './browser.ts'
import { openInbox, pollCosts } from './inbox-page.ts'
import { race } from './race.ts'
import { agentEmail } from './servers.ts'
import { quantile } from './statistics.ts'

const sizes = [50, 500, 5_000]
/** Conversations of each size; each is opened once, so that none is in a cache. */
const conversations = { warmUp: 2, counted: 4 }
const keys = { warmUp: 1, counted: 12 }
/** Keys of one sample, since a key waits up to a frame, by chance. */
const keysOfSample = 5
const poll = { action: 'get_chat', samples: 8 }

/** What an open conversation costs as it grows, while it is polled. */
export const conversation: Group = {
  name: 'conversation',
  title: 'A conversation',
  async measure(bench) {
    const { servers, browser } = bench
    servers.resetWorld(250)
    const chats = fillChats(servers.world)
    const bareContext = await servers.openContext(browser)
    const [bare, field] = [await bareContext.newPage(), await bareContext.newPage()]
    await field.goto(`${servers.addresses.local.pages}/textarea.html`)
    await bare.goto(`${servers.addresses.local.pages}/floor.html`)
    await bare.click('#chats')
    await bareContext.popupsClosed()
    // High enough for all of these chats, so that no row is scrolled while it is clicked.
    const app = await openInbox(bench, { size: { height: 3_000 } })

    const opened: Line[] = []
    const typed: Line[] = []
    const looked: Line[] = []
    for (const [size, ids] of chats) {
      const name = `${size.toLocaleString('en')} events`
      const [bareIds, appIds] = [ids.values(), ids.values()]
      const line = { unit: 'ms', floor: 'floor' } as const
      opened.push({
        ...line,
        work: `open a conversation of ${name}`,
        samples: await race(
          [
            { name: 'floor', run: () => openAndClose(bare, `[data-id="${next(bareIds)}"]`) },
            { name: 'the app', run: () => openAndClose(app, rowOf(next(appIds))) },
          ],
          conversations,
        ),
        goal: '≤ 60 ms, flat',
      })
      const [id = ''] = ids
      await open(bare, `[data-id="${id}"]`)
      await bare.collectGarbage()
      const floor = await pollCosts(bare, servers.world, poll)
      await close(bare)
      await open(app, rowOf(id))
      await app.collectGarbage()
      looked.push({
        ...line,
        work: `look again at ${name}`,
        samples: { floor, 'the app': await pollCosts(app, servers.world, poll) },
        goal: '≤ 10 ms',
      })
      typed.push({
        ...line,
        work: `key → paint in the reply box, ${name}`,
        samples: await race(
          [
            { name: 'floor', run: () => typeKeys(field) },
            { name: 'the app', run: () => typeKeys(app) },
          ],
          keys,
        ),
        goal: '≤ 1.5, flat',
      })
      await close(app)
    }
    await app.close()
    await bareContext.close()
    return [...opened, ...typed, ...looked]
  },
}

function next(ids: Iterator<string>): string {
  const { value } = ids.next()
  if (value === undefined) throw new Error('There are not enough conversations.')
  return value
}

const rowOf = (id: string) => `.chat-item a[href^="/chats/${id}"]`

/** Gives some chats so many events and makes them the latest; returns their ids by size. */
function fillChats(world: World): Map<number, string[]> {
  const inbox = inboxOf(world)
  const each = conversations.warmUp + conversations.counted
  const candidates = inbox.index
    .all()
    .filter(({ active, groupIds, queuedAt }) => active && !groupIds.includes(0) && !queuedAt)
    .map(({ id }) => id)
  return new Map(
    sizes.map((size, index) => {
      const ids = candidates.slice(index * each, (index + 1) * each)
      for (const id of ids) inbox.change(id, (chat) => fill(chat, size, world.now()))
      return [size, ids]
    }),
  )
}

/** Customer and agent by turns, all within the last second. */
function fill(chat: Chat, size: number, now: number): void {
  const thread = chat.threads.at(-1)
  const { customer } = chat
  if (!thread || !customer) throw new Error(`The chat ${chat.id} is empty.`)
  const agent = { id: agentEmail, email: agentEmail, name: 'Agent Smith' }
  chat.agents = [{ ...agent, type: 'agent', present: true, visibility: 'all' }]
  thread.user_ids = [customer.id, agentEmail]
  const timeOf = (index: number) => toWireTime((now - 1_000 + (index * 1_000) / size) * 1000)
  thread.created_at = timeOf(0)
  thread.events = Array.from({ length: size }, (_, index) => ({
    id: `${thread.id}_${index + 1}`,
    type: 'message',
    text: `Message ${index + 1}: could you tell me when the order leaves the warehouse?`,
    created_at: timeOf(index),
    visibility: 'all',
    author_id: index % 2 === 0 ? customer.id : agentEmail,
  }))
}

async function openAndClose(page: Page, row: string): Promise<number> {
  const time = await open(page, row)
  await close(page)
  return time
}

/** Milliseconds from the click on a row to the frame that shows its events. */
async function open(page: Page, row: string): Promise<number> {
  const opened = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let clicked = Number.NaN
        const onClick = (event: MouseEvent) => {
          clicked = event.timeStamp
        }
        addEventListener('click', onClick, { capture: true, once: true })
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.conversation .event')) return
          observer.disconnect()
          window.bench.afterPaint(() => resolve(performance.now() - clicked))
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
  await page.click(row)
  return opened
}

async function close(page: Page): Promise<void> {
  await page.pressKey('Escape')
  await until(() => page.evaluate(() => !document.querySelector('.conversation')))
}

async function typeKeys(page: Page): Promise<number> {
  const times: number[] = []
  for (let key = 0; key < keysOfSample; key += 1) times.push(await typeKey(page))
  return quantile(times, 0.5)
}

/** Milliseconds from a key to the frame that shows its letter. */
async function typeKey(page: Page): Promise<number> {
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        document.querySelector('textarea')?.focus()
        let pressed = Number.NaN
        const onKey = (event: KeyboardEvent) => {
          pressed = event.timeStamp
        }
        addEventListener('keydown', onKey, { capture: true, once: true })
        const onInput = () => window.bench.afterPaint(() => resolve(performance.now() - pressed))
        addEventListener('input', onInput, { once: true })
      }),
  )
  await page.pressKey('a')
  return painted
}
