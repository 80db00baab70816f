import type { World } from '../sandbox/world/world.ts'
import type { Bench } from './bench.ts'
import { type Page, type PageSize, until } from './browser.ts'

interface InboxPageOptions {
  size?: PageSize
  /** In a browser with web sockets; default: without, where the app polls. */
  isLive?: boolean
}

/** Signs in to the app and waits for the list of chats. */
export async function openInbox(
  { servers, browser }: Bench,
  { size, isLive = false }: InboxPageOptions = {},
): Promise<Page> {
  const context = await servers.openContext(browser)
  const page = await context.newPage(size)
  if (!isLive) {
    await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'WebSocket'))
  }
  await page.goto(new URL('/chats?show=all', servers.addresses.local.app).href)
  await page.click('button')
  await page.evaluate(async () => void (await window.bench.when('row')))
  await context.popupsClosed()
  return { ...page, close: () => context.close() }
}

/** How often a page has asked for an action since `world.requests` was emptied. */
function count(world: World, action: string): number {
  return world.requests.filter(({ endpoint }) => endpoint === action).length
}

/**
 * Milliseconds of the main thread from one poll to the next, with all that a page does in between. Processor time: what
 * else runs on the machine does not count.
 */
export async function pollCosts(
  page: Page,
  world: World,
  { action, samples }: { action: string; samples: number },
): Promise<number[]> {
  const costs: number[] = []
  const nextPoll = async () => {
    const before = count(world, action)
    await until(async () => count(world, action) > before)
    // Its response is handled by then.
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await nextPoll()
  let before = await page.mainThreadTime()
  for (let sample = 0; sample < samples; sample += 1) {
    await nextPoll()
    const now = await page.mainThreadTime()
    costs.push(now - before)
    before = now
  }
  return costs
}
