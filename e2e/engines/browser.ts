import { expect } from '@playwright/test'
import { findElements, type Query } from './find-elements.ts'
import { elementKey, type Send, WebDriverError } from './webdriver.ts'

type Name = string | RegExp

/** A value that crosses to the page and back. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/** A browser with its windows. */
export class Browser {
  readonly #send: Send
  #baseUrl = ''
  #current = ''
  #inFrame = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(send: Send) {
    this.#send = send
  }

  /** The window the browser began with; paths opened in any window are of this site. */
  async first(baseUrl: string): Promise<Page> {
    this.#baseUrl = baseUrl
    return new Page(this, String(await this.#call('GetWindowHandle')))
  }

  /** A path of the site under test, or a whole address, as a whole address. */
  resolve(address: string): string {
    return new URL(address, this.#baseUrl).href
  }

  /** How each window looks. */
  async screenshots(): Promise<Buffer[]> {
    const images: Buffer[] = []
    for (const handle of await this.handles().catch(() => [])) {
      const image = await this.send(handle, undefined, 'TakeScreenshot').catch(() => '')
      if (image) images.push(Buffer.from(String(image), 'base64'))
    }
    return images
  }

  async handles(): Promise<string[]> {
    return (await this.#call('GetWindowHandles')) as string[]
  }

  /** Another tab, with nothing in it. */
  async newTab(): Promise<Page> {
    const { handle } = (await this.#call('NewWindow', { type: 'window' })) as { handle: string }
    return new Page(this, handle)
  }

  /** The window that opens while something is done. */
  async opened(during: () => Promise<void>): Promise<Page> {
    const before = await this.handles()
    await during()
    const fresh = async () => (await this.handles()).filter((one) => !before.includes(one))
    await expect.poll(async () => (await fresh()).length, 'a window opens').toBe(1)
    const [handle = ''] = await fresh()
    return new Page(this, handle)
  }

  /** Sends a command to one window, or to a frame in it; the standard knows one current window only. */
  send(window: string, frame: string | undefined, command: string, parameters: object = {}) {
    return this.#inTurn(async () => {
      if (this.#current !== window) {
        await this.#send('SwitchToWindow', { handle: window })
        this.#current = window
        this.#inFrame = true
      }
      if (this.#inFrame) await this.#send('SwitchToFrame', { id: null })
      this.#inFrame = false
      if (frame) {
        this.#inFrame = true
        const [id] = (await this.#send('ExecuteScript', {
          script: `return [...document.querySelectorAll(arguments[0])]`,
          args: [frame],
        })) as [object?]
        await this.#send('SwitchToFrame', { id: id ?? null })
      }
      return this.#send(command, parameters)
    })
  }

  #call(command: string, parameters?: object): Promise<unknown> {
    return this.#inTurn(() => this.#send(command, parameters))
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task)
    this.#queue = turn.catch(() => {})
    return turn
  }
}

/** One window, or a frame in one. */
export class Page {
  readonly browser: Browser
  readonly handle: string
  readonly #frame: string | undefined

  constructor(browser: Browser, handle: string, frame?: string) {
    this.browser = browser
    this.handle = handle
    this.#frame = frame
  }

  send(command: string, parameters?: object): Promise<unknown> {
    return this.browser.send(this.handle, this.#frame, command, parameters)
  }

  inFrame(selector: string): Page {
    return new Page(this.browser, this.handle, selector)
  }

  async goto(address: string): Promise<void> {
    await this.#loading(() => this.send('Navigate', { url: this.browser.resolve(address) }))
  }

  async url(): Promise<string> {
    return String(await this.send('GetCurrentURL'))
  }

  /** Waits until the window is at this path of the site. */
  async isAt(path: string): Promise<void> {
    await expect.poll(() => this.url().catch(String)).toBe(this.browser.resolve(path))
  }

  /** Goes back, as the agent does. It begins after the call: the page it leaves could not answer. */
  async back(): Promise<void> {
    await this.script(() => void setTimeout(() => history.back()))
  }

  async reload(): Promise<void> {
    await this.#loading(() => this.send('Refresh'))
  }

  /** Waits until another page is loaded; not every driver does. The first of a new browser takes a busy machine long. */
  async #loading(navigate: () => Promise<unknown>): Promise<void> {
    await this.script(() => void Object.assign(window, { isLeft: true })).catch(() => {})
    await navigate()
    const isLoaded = () =>
      this.script(() => !('isLeft' in window) && document.readyState === 'complete')
    await expect.poll(() => isLoaded().catch(() => false), { timeout: 30_000 }).toBe(true)
  }

  async close(): Promise<void> {
    await this.send('CloseWindow')
  }

  async isClosed(): Promise<boolean> {
    return !(await this.browser.handles()).includes(this.handle)
  }

  /** Runs a function in the page; what it needs is passed, for it sees nothing of the test. */
  async script<A extends Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const value = await this.send('ExecuteScript', {
      script: `return (${run})(...arguments)`,
      args,
    })
    return value as Awaited<R>
  }

  role(role: string, name?: Name): Locator {
    const pattern = name instanceof RegExp ? { source: name.source, flags: name.flags } : name
    return new Locator(this, { role, ...(pattern !== undefined && { name: pattern }) })
  }

  css(css: string): Locator {
    return new Locator(this, { css })
  }

  testId(id: string): Locator {
    return this.css(`[data-testid="${id}"]`)
  }

  /** What the page shows as text. */
  text(): Promise<string> {
    return this.script(() => document.body?.innerText ?? '')
  }

  /** Presses keys one after the other; several at once, as in `Shift+Tab`, are joined by a plus. */
  async press(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((combination) => {
      const together = combination === '+' ? ['+'] : combination.split('+')
      const values = together.map((key) => namedKeys[key] ?? key)
      return [
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]
    })
    await this.send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  /** Chooses a text file, as the dialog of the field would; Firefox lets no driver read one from the disk. */
  async attach(selector: string, name: string): Promise<void> {
    await this.script(
      (css, fileName) => {
        const field = document.querySelector<HTMLInputElement>(css)
        const chosen = new DataTransfer()
        chosen.items.add(new File(['To the customer'], fileName, { type: 'text/plain' }))
        if (field) field.files = chosen.files
        field?.dispatchEvent(new Event('change', { bubbles: true }))
      },
      selector,
      name,
    )
  }

  /** Types a text where the focus is. */
  type(text: string): Promise<void> {
    return this.press(...text)
  }

  /** Moves the pointer and acts with its button. */
  async pointer(...actions: object[]): Promise<void> {
    await this.send('PerformActions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    })
  }
}

/** Keys the standard gives a code point of their own. */
const namedKeys: Record<string, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Shift: '\uE008',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** What may be found on a page now or later: every use looks again. */
export class Locator {
  readonly #page: Page
  readonly #query: Query

  constructor(page: Page, query: Query) {
    this.#page = page
    this.#query = query
  }

  async #elements(): Promise<{ [elementKey]: string }[]> {
    const script = `return (${findElements})(arguments[0])`
    return (await this.#page.send('ExecuteScript', { script, args: [this.#query] })) as {
      [elementKey]: string
    }[]
  }

  /** Does something to the first one, as soon as it can be done. */
  async #act(command: string, parameters: object = {}): Promise<void> {
    await expect(async () => {
      const [element] = await this.#elements()
      if (!element) throw new Error(`There is no ${this}.`)
      await this.#page.send(command, { ...parameters, id: element[elementKey] })
    }).toPass({ timeout: 10_000 })
  }

  click(): Promise<void> {
    return this.#act('ElementClick')
  }

  /** Types into it, after what is there. */
  type(text: string): Promise<void> {
    return this.#act('ElementSendKeys', { text })
  }

  clear(): Promise<void> {
    return this.#act('ElementClear')
  }

  async count(): Promise<number> {
    return (await this.#elements()).length
  }

  /** The text of each. */
  async texts(): Promise<string[]> {
    return this.map((element) => element.textContent ?? '')
  }

  /** Asks each something, in the page. */
  async map<R>(read: (element: Element) => R): Promise<R[]> {
    const script = `return (${findElements})(arguments[0]).map(${read})`
    return (await this.#page.send('ExecuteScript', { script, args: [this.#query] })) as R[]
  }

  /** Waits until one is shown. */
  async appears(options: { timeout?: number } = {}): Promise<void> {
    await expect
      .poll(() => this.count().catch(notThereYet), { message: `${this} appears`, ...options })
      .toBeGreaterThan(0)
  }

  /** Waits until none is shown. */
  async disappears(): Promise<void> {
    await expect.poll(() => this.count().catch(() => 1), { message: `${this} disappears` }).toBe(0)
  }

  /** Waits until one says this, among other things. */
  async says(text: Name): Promise<void> {
    const matcher =
      typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text)
    await expect
      .poll(() => this.texts().catch(() => []), { message: `${this} says ${text}` })
      .toContainEqual(matcher)
  }

  toString(): string {
    const { css, role, name } = this.#query
    return css ?? `${role} ${typeof name === 'object' ? name.source : (name ?? '')}`
  }
}

/** A page that is just being replaced cannot be asked. */
function notThereYet(error: unknown): number {
  if (error instanceof WebDriverError && error.code !== 'no such window') return 0
  throw error
}
