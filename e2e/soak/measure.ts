import type { Page } from '@playwright/test'
import type { World } from '../../sandbox/world/world.ts'

export interface Measure {
  /** Kilobytes that JavaScript holds after a collection of garbage. */
  heap: number
  listeners: number
  nodes: number
  /** Timers that are set and have not run. */
  timers: number
}

/** Counts the timers of a page from its start; call it before the page is opened. */
export async function countTimers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const set = new Set<number>()
    const { setTimeout, clearTimeout, setInterval, clearInterval } = window
    Object.assign(window, {
      timers: set,
      setTimeout(run: (...values: unknown[]) => void, ...rest: [number?, ...unknown[]]) {
        const once = (...values: unknown[]) => {
          set.delete(id)
          run(...values)
        }
        const id = setTimeout(once, ...rest)
        set.add(id)
        return id
      },
      clearTimeout(id: number) {
        set.delete(id)
        clearTimeout(id)
      },
      setInterval(...given: Parameters<typeof setInterval>) {
        const id = setInterval(...given)
        set.add(id)
        return id
      },
      clearInterval(id: number) {
        set.delete(id)
        clearInterval(id)
      },
    })
  })
}

/** Measures a page where {@link countTimers} was called. */
export async function measure(page: Page): Promise<Measure> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // What the first collection finalizes, the second frees.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  return {
    heap: Math.round(read('JSHeapUsedSize') / 1024),
    listeners: read('JSEventListeners'),
    nodes: read('Nodes'),
    timers: await page.evaluate(() => (Reflect.get(window, 'timers') as Set<number>).size),
  }
}

/** Figures of a page before and after something long. */
export function growth(before: Measure, after: Measure): Record<string, string> {
  const from = (name: keyof Measure) => `${before[name]} → ${after[name]}`
  return {
    'heap in kB': from('heap'),
    'event listeners': from('listeners'),
    'DOM nodes': from('nodes'),
    'timers set': from('timers'),
  }
}

/** Tokens with which LiveChat would do something. */
export function aliveTokens({ accessTokens, refreshTokens, now }: World): number {
  const unused = [...refreshTokens.values()].filter(({ used }) => !used)
  return [...accessTokens.values(), ...unused].filter(({ expiresAt }) => expiresAt > now()).length
}
