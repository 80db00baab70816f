import type { Page } from './browser.ts'

/**
 * Puts a clock into every document of a page. It marks the first click, the window that is opened then and the first
 * message from it, the frames in which a list of chats and a sign-in button are first on screen, and what the page itself
 * says by `bench.mark()`.
 */
export async function instrument(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const clicked = 'bench:clicked'
    const waiting = new Map<string, (time: number) => void>()
    const now = () => performance.timeOrigin + performance.now()
    const bench: Window['bench'] = {
      times: {},
      mark(what) {
        if (what in bench.times) return
        const time = now()
        bench.times[what] = time
        waiting.get(what)?.(time)
      },
      afterPaint(callback) {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = callback
          port2.postMessage(null)
        })
      },
      when: (what) =>
        new Promise((resolve) => {
          const time = bench.times[what]
          if (time === undefined) waiting.set(what, resolve)
          else resolve(time)
        }),
    }
    window.bench = bench
    // A redirect is timed from the click on the page before.
    const before = sessionStorage.getItem(clicked)
    if (before !== null) bench.times.click = Number(before)
    sessionStorage.removeItem(clicked)
    addEventListener(
      'click',
      () => {
        bench.mark('click')
        sessionStorage.setItem(clicked, String(bench.times.click))
      },
      true,
    )
    const open = window.open.bind(window)
    window.open = (...request) => {
      const opened = open(...request)
      bench.mark('window')
      return opened
    }
    addEventListener('message', () => bench.mark('message'))

    const awaited = new Map([
      ['row', 'ul[aria-label="Chats"] > li'],
      ['button', 'button'],
    ])
    const observer = new MutationObserver(() => {
      for (const [what, selector] of awaited) {
        if (!document.querySelector(selector)) continue
        awaited.delete(what)
        bench.afterPaint(() => bench.mark(what))
      }
      if (awaited.size === 0) observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}

/** Milliseconds from the click to something else. */
export async function sinceClick(page: Page, what: string): Promise<number> {
  const { [what]: time = Number.NaN } = await timesSinceClick(page, what)
  return time
}

/** Milliseconds from the click to all that was marked, once something was. */
export async function timesSinceClick(page: Page, what: string): Promise<Record<string, number>> {
  const { click = Number.NaN, ...times } = await page.evaluate(async (which) => {
    await window.bench.when(which)
    return window.bench.times
  }, what)
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time - click]))
}
