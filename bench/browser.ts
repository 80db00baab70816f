import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { ensureChromium } from '../scripts/chromium.ts'

/**
 * Chromium, driven by its DevTools protocol over a pipe. Only pages opened here have a debugger; a window that a page
 * opens has none, since a debugger that waits for new windows pauses each of them.
 */
export interface Browser {
  /** A browser profile of its own: no cookies, nothing cached. */
  newContext(): Promise<Context>
  close(): Promise<void>
}

export interface PageSize {
  height: number
}

export interface Context {
  newPage(size?: PageSize): Promise<Page>
  setCookie(cookie: { name: string; value: string; url: string }): Promise<void>
  /** Resolves when only the pages opened here are left. */
  popupsClosed(): Promise<void>
  close(): Promise<void>
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

export interface Page {
  /** Runs in every document before its own scripts. */
  addInitScript(script: () => void): Promise<void>
  /** Resolves at the `load` event. */
  goto(url: string): Promise<void>
  evaluate<Result, Args extends Json[]>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** Resolves once there is such an element. */
  appearance(selector: string): Promise<void>
  /** Waits for an element and clicks it as a mouse does, which may open a window. */
  click(selector: string): Promise<void>
  movePointer(selector: string): Promise<void>
  pressKey(key: string): Promise<void>
  /** Makes the page's main thread so many times slower. */
  slowDown(factor: number): Promise<void>
  /** Milliseconds the main thread has worked. */
  mainThreadTime(): Promise<number>
  collectGarbage(): Promise<void>
  /** Bytes of JavaScript's heap. */
  heap(): Promise<number>
  close(): Promise<void>
}

/** Chromium's pages for the address bar and its own traffic would disturb the figures. */
const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,PreconnectToSearch',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
]

export async function launchBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'sign-in-with-livechat-bench-'))
  // Chromium cannot use its own sandbox as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    ensureChromium().chromium,
    [...flags, ...asRoot, `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const send = connect(child)
  return {
    async newContext() {
      const { browserContextId } = await send<{ browserContextId: string }>(
        'Target.createBrowserContext',
      )
      return createContext(send, browserContextId)
    },
    async close() {
      await send('Browser.close')
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Calls a method of the protocol, whose documents say what it returns. */
type Call = <Result>(method: string, params?: object) => Promise<Result>
type Send = <Result>(method: string, params?: object, sessionId?: string) => Promise<Result>

interface Message {
  id?: number
  method?: string
  sessionId?: string
  result?: unknown
  error?: { message: string }
}

/** Events that somebody waits for, by session and method. */
const waits = new Map<string, () => void>()

/** Messages are JSON texts with a zero byte after each. */
function connect(child: ChildProcess): Send {
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const pending = new Map<number, (message: Message) => void>()
  let last = 0
  let rest = ''
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0')
    rest = texts.pop() ?? ''
    for (const text of texts) receive(JSON.parse(text))
  })
  child.once('exit', () => {
    for (const settle of pending.values()) settle({ error: { message: 'Chromium has ended.' } })
  })

  function receive(message: Message) {
    const { id, sessionId, method } = message
    if (id === undefined) return waits.get(`${sessionId} ${method}`)?.()
    pending.get(id)?.(message)
    pending.delete(id)
  }

  return <Result>(method: string, params: object = {}, sessionId?: string) => {
    last += 1
    const id = last
    output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise<Result>((resolve, reject) => {
      pending.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result as Result)
      })
    })
  }
}

function createContext(send: Send, browserContextId: string): Context {
  const own = new Set<string>()
  return {
    async newPage({ height } = { height: 900 }) {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
        newWindow: true,
        width: 1280,
        height,
      })
      own.add(targetId)
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      })
      const call: Call = (method, params) => send(method, params, sessionId)
      const page = await createPage(call, sessionId)
      return {
        ...page,
        async close() {
          await send('Target.closeTarget', { targetId })
          own.delete(targetId)
        },
      }
    },
    async setCookie(cookie) {
      await send('Storage.setCookies', { cookies: [cookie], browserContextId })
    },
    async popupsClosed() {
      await until(async () => {
        const { targetInfos } = await send<{
          targetInfos: { type: string; targetId: string; browserContextId: string }[]
        }>('Target.getTargets')
        return !targetInfos.some(
          (one) =>
            one.browserContextId === browserContextId &&
            one.type === 'page' &&
            !own.has(one.targetId),
        )
      })
    },
    async close() {
      await send('Target.disposeBrowserContext', { browserContextId })
    },
  }
}

async function createPage(call: Call, sessionId: string): Promise<Omit<Page, 'close'>> {
  await call('Page.enable')
  await call('Performance.enable')
  // The compiler wraps functions in a helper that a page does not have.
  const helper = 'globalThis.__name ??= (named) => named;'
  await call('Page.addScriptToEvaluateOnNewDocument', { source: helper })

  const evaluate: Page['evaluate'] = async <Result, Args extends Json[]>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => {
    const { result, exceptionDetails } = await call<{
      result: { value: Result }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }>('Runtime.evaluate', {
      expression: `${helper}(${script})(${args.map((arg) => JSON.stringify(arg)).join()})`,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    }
    return result.value
  }
  const appearance = (selector: string) =>
    until(() => evaluate((which) => document.querySelector(which) !== null, selector))
  const pointOf = async (selector: string) => {
    await appearance(selector)
    return evaluate(async (which) => {
      document.querySelector(which)?.scrollIntoView({ block: 'nearest' })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const box = document.querySelector(which)?.getBoundingClientRect()
      // Left of the middle, since a block may be wider than the button in it.
      return box
        ? { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 }
        : { x: 0, y: 0 }
    }, selector)
  }
  const mouse = (type: string, point: { x: number; y: number }, more = {}) =>
    call('Input.dispatchMouseEvent', { type, ...point, ...more })
  const metric = async (wanted: string): Promise<number> => {
    const { metrics } = await call<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
    )
    return metrics.find(({ name }) => name === wanted)?.value ?? 0
  }

  return {
    async addInitScript(script) {
      await call('Page.addScriptToEvaluateOnNewDocument', { source: `${helper}(${script})()` })
    },
    async goto(url) {
      const loaded = eventOf(sessionId, 'Page.loadEventFired')
      const { errorText } = await call<{ errorText?: string }>('Page.navigate', { url })
      if (errorText) throw new Error(`${url}: ${errorText}`)
      await loaded
    },
    evaluate,
    appearance,
    async click(selector) {
      const point = await pointOf(selector)
      const left = { button: 'left', clickCount: 1 }
      await mouse('mousePressed', point, left)
      await mouse('mouseReleased', point, left)
    },
    async movePointer(selector) {
      await mouse('mouseMoved', await pointOf(selector))
    },
    async pressKey(key) {
      // Else only the window that was opened last takes keys.
      await call('Emulation.setFocusEmulationEnabled', { enabled: true })
      const text = key.length === 1 ? { text: key } : {}
      await call('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text })
      await call('Input.dispatchKeyEvent', { type: 'keyUp', key })
    },
    async slowDown(rate) {
      await call('Emulation.setCPUThrottlingRate', { rate })
    },
    async mainThreadTime() {
      return (await metric('ThreadTime')) * 1000
    },
    async collectGarbage() {
      await call('HeapProfiler.collectGarbage')
    },
    heap: () => metric('JSHeapUsedSize'),
  }
}

function eventOf(sessionId: string, method: string): Promise<void> {
  const key = `${sessionId} ${method}`
  return new Promise((resolve) => {
    waits.set(key, () => {
      waits.delete(key)
      resolve()
    })
  })
}

/** Asks again and again until something is so; a page that is leaving cannot answer. */
export async function until(isSo: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const end = performance.now() + patience
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${isSo}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
