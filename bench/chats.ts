/**
 * What a long list costs, in a real browser against the sandbox: page 1,000 against page 1, scrolling at many loaded
 * chats against an empty scroller, memory against JSON. Ratios, since times differ from machine to machine.
 *
 *     npm run bench
 */
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { serveBuilt } from '../e2e/support/serve-built.ts'
import { startSandbox } from '../sandbox/server/serve.ts'
import { ensureChromium } from '../scripts/chromium.ts'

const chats = Number(process.env.BENCH_CHATS ?? 100_000)
const pageSize = 50
/** Pages that are timed together, since a single time varies too much. */
const sample = 10

const port = Number(process.env.BENCH_PORT ?? 4900)
const appUrl = `http://app.localhost:${port}`
const apiUrl = `http://api.localhost:${port + 2}`
const accountsUrl = `http://accounts.localhost:${port + 1}`
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'

const sandbox = await startSandbox({
  accountsPort: port + 1,
  apiPort: port + 2,
  chats,
  redirectUris: { [clientId]: [appUrl] },
})
Object.assign(process.env, {
  VITE_LIVECHAT_ACCOUNTS_URL: accountsUrl,
  VITE_LIVECHAT_API_URL: apiUrl,
  VITE_LIVECHAT_POLL_SECONDS: '0',
})
const app = await serveBuilt(join(import.meta.dirname, '..'), port, {})
const browser = await chromium.launch({
  executablePath: ensureChromium().chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await measure(await browser.newPage({ baseURL: appUrl, viewport: { width: 1280, height: 900 } }))
} finally {
  await browser.close()
  await app.close()
  await sandbox.close()
}

async function measure(page: Page): Promise<void> {
  // tsx wraps compiled functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  const debug = await page.context().newCDPSession(page)
  await debug.send('Performance.enable')
  await signIn(page)
  const json = await jsonPerChat(page)

  const first = await loadPages(page, sample)
  const early = await weigh(debug)
  await loadUntil(page, 1_000)
  const scrolls: [string, ScrollCost][] = [['1,000 chats', await scrollCost(page, debug)]]
  await loadUntil(page, 1_000 * pageSize - sample * pageSize)
  const late = await loadPages(page, sample)
  const heavy = await weigh(debug)
  print('page 1,000 against page 1')
  print('  time per page', ratio(late, first), `${first.toFixed(0)} ms, then ${late.toFixed(0)} ms`)
  print('  DOM nodes', ratio(heavy.nodes, early.nodes), `${early.nodes}, then ${heavy.nodes}`)
  print('  heap', ratio(heavy.heap, early.heap), `${mega(early.heap)}, then ${mega(heavy.heap)}`)

  await loadUntil(page, Number.POSITIVE_INFINITY)
  const loaded = await countLoaded(page)
  const full = await weigh(debug)
  scrolls.push([`${loaded.toLocaleString('en')} chats`, await scrollCost(page, debug)])
  const empty = await emptyScrollCost(page, debug)
  print('main thread per frame while scrolling, against an empty scroller')
  for (const [what, cost] of scrolls) {
    print(`  ${what}`, ratio(cost.work, empty.work), `${cost.work.toFixed(2)} ms of work`)
    print(
      '    slowest of twenty frames',
      ratio(cost.late, empty.late),
      `${cost.late.toFixed(1)} ms`,
    )
  }
  const perChat = (full.heap - early.heap) / (loaded - (sample + 1) * pageSize)
  print('heap per loaded chat against its JSON')
  print(
    '  heap',
    ratio(perChat, json),
    `${perChat.toFixed(0)} bytes for ${json.toFixed(0)} of JSON`,
  )
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Sign in with LiveChat' }).click()
  const popup = await opened
  await popup.getByTestId('login-email-input').fill('smith@example.com')
  await popup.getByTestId('login-password-input').fill('sandbox')
  await popup.getByTestId('login-submit-button').click()
  await page.getByRole('list', { name: 'Chats' }).getByRole('listitem').first().waitFor()
}

/** Bytes of JSON of one chat as LiveChat sends it. */
async function jsonPerChat(page: Page): Promise<number> {
  const answered = page.waitForResponse(/list_chats/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  const body = await (await answered).body()
  return body.length / pageSize
}

/** Milliseconds per page. */
async function loadPages(page: Page, pages: number): Promise<number> {
  const before = await countLoaded(page)
  const start = performance.now()
  await loadUntil(page, before + pages * pageSize)
  return (performance.now() - start) / pages
}

/** Scrolls to the end again and again, in the page, so that the test adds no time of its own. */
async function loadUntil(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async (wanted) => {
      const scroller = document.querySelector('.chat-scroller')
      if (!scroller) throw new Error('there is no list')
      const last = () => Number([...scroller.querySelectorAll('li')].at(-1)?.ariaPosInSet)
      const isWhole = () => scroller.textContent?.includes('These are all.') === true
      for (;;) {
        scroller.scrollTop = scroller.scrollHeight
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (isWhole() || last() >= wanted) return
      }
    },
    count === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : count,
  )
}

async function countLoaded(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('.chat-scroller')
    if (!scroller) throw new Error('there is no list')
    scroller.scrollTop = scroller.scrollHeight
    await new Promise((resolve) => setTimeout(resolve, 200))
    return Number([...scroller.querySelectorAll('li')].at(-1)?.ariaPosInSet)
  })
}

interface ScrollCost {
  /** Milliseconds of processor time of the main thread per frame; other work on the machine does not count. */
  work: number
  /** Milliseconds between two frames, of the slowest twentieth. */
  late: number
}

async function scrollCost(page: Page, debug: CDPSession): Promise<ScrollCost> {
  const before = await metrics(debug)
  const gaps = await page.evaluate(async () => {
    const scroller = document.querySelector('.chat-scroller')
    if (!scroller) throw new Error('there is no list')
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const found: number[] = []
    scroller.scrollTop = scroller.scrollHeight / 2
    let last = await frame()
    for (let step = 0; step < 240; step += 1) {
      scroller.scrollTop -= 60
      const now = await frame()
      found.push(now - last)
      last = now
    }
    return found
  })
  const after = await metrics(debug)
  const work = ((after.ThreadTime - before.ThreadTime) * 1000) / gaps.length
  return { work, late: gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? 0 }
}

/** The same scrolling over an empty element: the browser's own share. */
async function emptyScrollCost(page: Page, debug: CDPSession): Promise<ScrollCost> {
  await page.evaluate(() => {
    const height = document.querySelector('.chat-scroller')?.scrollHeight ?? 0
    const scroller = document.createElement('div')
    scroller.className = 'chat-scroller'
    scroller.style.blockSize = '600px'
    const tall = document.createElement('div')
    tall.style.blockSize = `${height}px`
    scroller.append(tall)
    document.body.replaceChildren(scroller)
  })
  return scrollCost(page, debug)
}

async function metrics(
  debug: CDPSession,
): Promise<Record<string, number> & { ThreadTime: number }> {
  const { metrics: list } = await debug.send('Performance.getMetrics')
  return { ThreadTime: 0, ...Object.fromEntries(list.map(({ name, value }) => [name, value])) }
}

async function weigh(debug: CDPSession): Promise<{ heap: number; nodes: number }> {
  await debug.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize = 0 } = await metrics(debug)
  const { result } = await debug.send('Runtime.evaluate', {
    expression: 'document.querySelectorAll("*").length',
  })
  return { heap: JSHeapUsedSize, nodes: Number(result.value) }
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)} ×`
}

function mega(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function print(what: string, value = '', detail = ''): void {
  console.log(value ? `${what.padEnd(44)} ${value.padStart(9)}   ${detail}` : `\n${what}`)
}
