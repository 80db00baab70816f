import { inboxOf } from '../e2e/support/world-inbox.ts'
import type { Bench, Group, Line } from './bench.ts'
import type { Page } from './browser.ts'
import { openInbox } from './inbox-page.ts'
import type { Samples } from './race.ts'

const counts = { live: 50, polling: 8 }
const customerName = 'Robin Fields'
/** Milliseconds between two things that customers or agents write, so that what is typed is told at once. */
const pause = 550
/** Milliseconds between two polls. */
const pollInterval = 1_000

/** From an act in one window to the frame that shows it in the other: an agent's and their customer's. */
export const live: Group = {
  name: 'live',
  title: 'From the customer to the agent, and back',
  async measure(bench) {
    const told = await measureAgent(bench, 'live')
    const polled = await measureAgent(bench, 'polling')
    const goal = '≤ 300 ms'
    const line = (work: string, samples: Samples): Line => ({ unit: 'ms', work, samples, goal })
    const both = (what: keyof typeof told) => ({
      'the app, told by LiveChat': told[what],
      'the app, asking every second': polled[what],
    })
    return [
      line('a customer writes → the agent sees what is not sent yet', { 'the app': told.typed }),
      line('a customer sends → the agent reads', both('received')),
      line('a customer ends the chat → the agent sees it', both('ended')),
      line('an agent writes → the customer sees that they do', { 'the app': told.typedBack }),
      line('an agent sends → the customer reads', { 'the app': told.sent }),
    ]
  },
}

async function measureAgent(bench: Bench, way: keyof typeof counts) {
  const { servers, browser } = bench
  servers.resetWorld(250)
  const agent = await openInbox(bench, { isLive: way === 'live' })
  const context = await servers.openContext(browser)
  const customer = await context.newPage()
  await customer.goto(`${servers.addresses.local.api}/customer`)
  await customer.appearance('#start:not([hidden])')
  await enter(customer, '#name', customerName)
  await startChat(customer)
  const row = `.chat-item a[href^="/chats/${chatIdOf(bench)}"]`
  await agent.appearance(row)
  // Not by the mouse: the rows still move.
  await press(agent, row)
  await agent.appearance(replyBox)

  const times = { typed: [], received: [], ended: [], typedBack: [], sent: [] } as Record<
    'typed' | 'received' | 'ended' | 'typedBack' | 'sent',
    number[]
  >
  // So that things happen at any time between two polls.
  const anyTime = () => wait(way === 'polling' ? Math.random() * pollInterval : 0)
  const step = async (list: number[], act: Promise<number>, seen: Promise<number>) =>
    void list.push((await seen) - (await act))
  for (let round = 0; round < counts[way]; round += 1) {
    const [word, reply] = [`word ${round}.`, `reply ${round}.`]
    if (way === 'live') {
      await step(times.typed, enter(customer, '#message', word), shown(agent, '.unsent', word))
      await step(
        times.typedBack,
        enter(agent, replyBox, reply),
        shown(customer, '#typing', 'is typing'),
      )
      await step(times.sent, send(agent, replyBox), shown(customer, '#messages', reply))
    } else {
      await enter(customer, '#message', word)
    }
    await step(
      times.received,
      send(customer, '#message'),
      shown(agent, '.event:not(:has(.unsent))', word),
    )
    await wait(pause)
    await anyTime()
  }
  for (let round = 0; round < counts[way]; round += 1) {
    const ended = press(customer, '#end')
    await step(times.ended, ended, shown(agent, '.reply-invitation', ''))
    await press(customer, '#again')
    await startChat(customer)
    await agent.appearance(replyBox)
    await anyTime()
  }
  await context.close()
  await agent.close()
  return times
}

const replyBox = '.conversation textarea'
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function chatIdOf({ servers: { world } }: Bench): string {
  const inbox = inboxOf(world)
  const chat = inbox.index.all().find(({ id }) => inbox.read(id)?.customer?.name === customerName)
  if (!chat) throw new Error('The customer has no chat.')
  return chat.id
}

async function startChat(customer: Page): Promise<void> {
  await enter(customer, '#first', 'Hello')
  await press(customer, '#start button')
  await customer.appearance('#composer:not([hidden])')
}

/** Milliseconds since 1970 at which the text of a field was entered. */
function enter(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    (which, value) => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(which)
      if (!field) throw new Error(`There is no ${which}.`)
      field.focus()
      const at = performance.timeOrigin + performance.now()
      // As a key does; a field that React controls would not notice an assignment.
      document.execCommand('insertText', false, value)
      return at
    },
    selector,
    text,
  )
}

/** Milliseconds since 1970 at which Enter was pressed in a field. */
function send(page: Page, selector: string): Promise<number> {
  return page.evaluate((which) => {
    const at = performance.timeOrigin + performance.now()
    const options = { key: 'Enter', bubbles: true, cancelable: true }
    document.querySelector(which)?.dispatchEvent(new KeyboardEvent('keydown', options))
    return at
  }, selector)
}

/** Milliseconds since 1970 at which a button was pressed. */
function press(page: Page, selector: string): Promise<number> {
  return page.evaluate((which) => {
    const at = performance.timeOrigin + performance.now()
    document.querySelector<HTMLElement>(which)?.click()
    return at
  }, selector)
}

/** Milliseconds since 1970 of the frame that shows a text. */
function shown(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    (which, wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const found = [...document.querySelectorAll(which)]
          if (!found.some((one) => one.textContent?.includes(wanted))) return
          observer.disconnect()
          window.bench.afterPaint(() => resolve(performance.timeOrigin + performance.now()))
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
        look()
      }),
    selector,
    text,
  )
}
