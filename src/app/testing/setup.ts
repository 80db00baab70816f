/** What today's browsers have beyond jsdom, which draws nothing, and beyond Node 20. */
import { configure } from '@testing-library/react'
import { afterEach } from 'vitest'

configure({
  // The machine may be busy with other tests.
  asyncUtilTimeout: 5000,
  // Nothing is hidden by a style here, and looking whether it is takes most of a test's time.
  defaultHidden: true,
  // The whole page would be printed else.
  getElementError: (message) => new Error(message ?? undefined),
})

Promise.withResolvers ??= function withResolvers<T>() {
  let resolve!: (value: T | PromiseLike<T>) => void
  let reject!: (reason?: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

const viewport = { width: 1280, height: 920 }

class UnseenObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

Object.assign(globalThis, {
  CSS: { supports: () => true },
  IntersectionObserver: UnseenObserver,
  ResizeObserver: UnseenObserver,
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }),
  scrollTo() {},
})

// What is adopted has no effect without layout.
Object.assign(Document.prototype, { adoptedStyleSheets: [] })
CSSStyleSheet.prototype.replaceSync = () => {}

for (const [name, size] of [
  ['offsetWidth', viewport.width],
  ['offsetHeight', viewport.height],
  ['clientHeight', viewport.height],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size })
}

Object.assign(Element.prototype, {
  scrollIntoView() {},
  scrollTo(this: Element, options: ScrollToOptions) {
    this.scrollTop = options.top ?? 0
    this.dispatchEvent(new Event('scroll'))
  },
})

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  },
})

document.documentElement.style.fontSize = '16px'

afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})
