import type { Bench, Group } from './bench.ts'
import type { Page } from './browser.ts'
import { openInbox, pollCosts } from './inbox-page.ts'
import type { Samples } from './race.ts'
import { quantile } from './statistics.ts'

const sizes = [250, 10_000, 100_000]
const pageSize = 50
const poll = { action: 'list_chats', samples: 6 }
/**
 * Milliseconds until what loading left behind is over: the time limits of its requests, of twenty seconds each, and two
 * collections that V8 begins by itself some eight seconds after the one asked for once the list was scrolled. The few
 * requests of the smallest list leave nothing to be seen.
 */
const afterLoading = (size: number) => (size === sizes[0] ? 0 : 24_000)
/** Scrolled stretches, and the frames of each. */
const stretches = 5
const framesOfStretch = 60

/** What the list of chats costs as it grows, while it is polled. */
export const list: Group = {
  name: 'list',
  title: 'The list of chats',
  async measure(bench) {
    const { servers } = bench
    // The agent's groups have some more of these than are loaded.
    servers.resetWorld(130_000)
    const bare = await measureBarePage(bench)
    const polls: Samples = { floor: bare.polls }
    const pollsUnderPointer: Samples = { floor: bare.polls }
    const frames: Samples = { 'empty scroller': bare.scrolled.map(({ work }) => work) }
    const lateFrames: Samples = { 'empty scroller': bare.scrolled.map(({ late }) => late) }
    const furtherPages: Samples = {}

    const page = await openInbox(bench)
    await page.collectGarbage()
    const [heapBefore, countBefore] = [await page.heap(), await countLoaded(page)]
    for (const size of sizes) {
      const name = `${size.toLocaleString('en')} chats`
      await page.movePointer('header')
      await loadUntil(page, size - 4 * pageSize)
      furtherPages[name] = []
      while ((await countLoaded(page)) < size) furtherPages[name].push(await timeNextPage(page))
      const loadedAt = performance.now()
      await page.collectGarbage()
      const scrolled = await scroll(page)
      frames[name] = scrolled.map(({ work }) => work)
      lateFrames[name] = scrolled.map(({ late }) => late)
      await page.evaluate(() => document.querySelector('.chat-scroller')?.scrollTo(0, 0))
      await page.collectGarbage()
      const rest = loadedAt + afterLoading(size) - performance.now()
      await new Promise((resolve) => setTimeout(resolve, rest))
      polls[name] = await pollCosts(page, servers.world, poll)
      await page.movePointer('.chat-row')
      pollsUnderPointer[name] = await pollCosts(page, servers.world, poll)
    }
    await page.collectGarbage()
    const heap = ((await page.heap()) - heapBefore) / ((await countLoaded(page)) - countBefore)
    await page.close()

    const ms = { unit: 'ms', floor: 'floor' } as const
    const scroller = { unit: 'ms', floor: 'empty scroller' } as const
    return [
      { ...ms, work: 'poll that changes nothing', samples: polls, goal: '≤ 2 ms, flat' },
      {
        ...ms,
        work: 'the same, the pointer in the list',
        samples: pollsUnderPointer,
        goal: '≤ 1 ms more',
      },
      { ...scroller, work: 'scrolled frame of the list: work', samples: frames, goal: '' },
      {
        ...scroller,
        work: 'scrolled frame of the list: time to the next, slowest of twenty',
        samples: lateFrames,
        goal: '≤ 17 ms',
      },
      { unit: 'ms', work: 'next 50 chats, response included', samples: furtherPages, goal: 'flat' },
      {
        unit: 'KB',
        work: 'memory of a loaded chat',
        samples: { 'its JSON': [bare.json / 1000], 'in memory': [heap / 1000] },
        floor: 'its JSON',
        goal: '',
      },
    ]
  },
}

/** A page that asks and compares, and scrolls nothing. */
async function measureBarePage({ servers, browser }: Bench) {
  const context = await servers.openContext(browser)
  const page = await context.newPage()
  await page.goto(`${servers.addresses.local.pages}/floor.html`)
  await page.evaluate(() => {
    const scroller = document.createElement('div')
    scroller.className = 'chat-scroller'
    scroller.style.cssText = 'block-size: 600px; overflow: auto'
    const tall = document.createElement('div')
    tall.style.blockSize = '7000000px'
    scroller.append(tall)
    document.body.append(scroller)
  })
  const scrolled = await scroll(page)
  await page.click('#poll')
  const polls = await pollCosts(page, servers.world, poll)
  const json = await page.evaluate(() => Number(document.querySelector('output')?.textContent))
  await context.close()
  return { scrolled, polls, json: json / pageSize }
}

async function countLoaded(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('.chat-scroller')
    scroller?.scrollTo(0, scroller.scrollHeight)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return Number([...document.querySelectorAll('.chat-scroller li')].at(-1)?.ariaPosInSet)
  })
}

/** Milliseconds until the list is longer, from the frame in which its end is reached. */
async function timeNextPage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('.chat-scroller')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const before = scroller?.scrollHeight
    const start = performance.now()
    scroller?.scrollTo(0, scroller.scrollHeight)
    while (scroller?.scrollHeight === before) await frame()
    return performance.now() - start
  })
}

/** Scrolls to the end again and again, in the page itself, so that nothing else takes time. */
async function loadUntil(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const scroller = document.querySelector('.chat-scroller')
    const last = () => [...document.querySelectorAll('.chat-scroller li')].at(-1)?.ariaPosInSet
    do {
      scroller?.scrollTo(0, scroller.scrollHeight)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    } while (Number(last()) < wanted)
  }, count)
}

interface Scrolled {
  /** Milliseconds of processor time of the main thread per frame. */
  work: number
  /** Milliseconds between two frames, of the slowest twentieth. */
  late: number
}

/** Scrolls up from the middle, frame by frame. */
async function scroll(page: Page): Promise<Scrolled[]> {
  await page.evaluate(() => {
    const scroller = document.querySelector('.chat-scroller')
    scroller?.scrollTo(0, scroller.scrollHeight / 2)
  })
  const found: Scrolled[] = []
  for (let stretch = 0; stretch <= stretches; stretch += 1) {
    const before = await page.mainThreadTime()
    const gaps = await page.evaluate(async (frames) => {
      const scroller = document.querySelector('.chat-scroller')
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const between: number[] = []
      let last = await frame()
      for (let step = 0; step < frames; step += 1) {
        scroller?.scrollBy(0, -60)
        const now = await frame()
        between.push(now - last)
        last = now
      }
      return between
    }, framesOfStretch)
    const work = ((await page.mainThreadTime()) - before) / framesOfStretch
    // The first stretch draws rows that were never drawn before.
    if (stretch > 0) found.push({ work, late: quantile(gaps, 0.95) })
  }
  return found
}
