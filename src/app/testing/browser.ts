import { act } from '@testing-library/react'
import { vi } from 'vitest'
import type { Sandbox, SandboxServer } from '../../../sandbox/server/sandbox.ts'
import { createBrowser } from '../../../sandbox/testing.ts'

export const accountsUrl = 'http://localhost:3001'
export const apiUrl = 'http://localhost:3002'

/**
 * Connects the page to a sandbox in this process: `fetch` reaches its two servers, and its pop-ups show its pages.
 *
 * @param hasWebSockets Whether this browser has web sockets, which then reach the push feed.
 */
export function connect(sandbox: Sandbox, email: string, hasWebSockets = false): void {
  const servers = new Map([
    [accountsUrl, sandbox.accounts],
    [apiUrl, sandbox.api],
  ])
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
    answer(servers, new Request(input, init)),
  )
  vi.stubGlobal('WebSocket', hasWebSockets ? webSocketTo(sandbox) : undefined)
  vi.stubGlobal('open', (url: string) => openPopup(sandbox, email, url))
}

/** Says whether the machine has a network; what the browser says of it is `navigator.onLine`, which may be wrong. */
export const network = { isDown: false }

/** Keeps the rule a browser keeps: an answer that does not name this page's origin is none, unless nobody reads it. */
async function answer(
  servers: ReadonlyMap<string, SandboxServer>,
  request: Request,
): Promise<Response> {
  const server = servers.get(new URL(request.url).origin)
  if (!server || network.isDown) throw new TypeError('Failed to fetch')
  request.headers.set('Origin', location.origin)
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const { signal } = request
  signal.addEventListener('abort', () => reject(signal.reason))
  signal.throwIfAborted()
  const response = await Promise.race([server.fetch(request), aborted])
  if (request.mode === 'no-cors') return Response.error()
  if (response.headers.get('Access-Control-Allow-Origin') !== location.origin) {
    throw new TypeError('Failed to fetch')
  }
  return response
}

/** The web sockets of a browser, as far as a feed uses them; whatever happens to one happens a moment later. */
function webSocketTo({ rtm }: Sandbox) {
  return class {
    readonly OPEN = 1
    readyState = 0
    onopen?: () => void
    onclose?: () => void
    onmessage: ((message: { data: string }) => void) | null = null
    readonly #connection

    constructor(address: string) {
      const end = () => this.#later(() => this.#end())
      this.#connection = network.isDown
        ? undefined
        : rtm.connect(new URL(address), {
            send: (data) => this.#later(() => this.onmessage?.({ data })),
            close: end,
            terminate: end,
          })
      if (!this.#connection) end()
      this.#later(() => {
        if (this.readyState !== 0) return
        this.readyState = 1
        this.onopen?.()
      })
    }

    send(data: string) {
      if (!network.isDown) this.#connection?.receive(data)
    }

    close() {
      this.#connection?.closed()
      this.#later(() => this.#end())
    }

    #end() {
      if (this.readyState === 3) return
      this.readyState = 3
      this.onclose?.()
    }

    #later(happen: () => void) {
      queueMicrotask(() => act(happen))
    }
  }
}

/** A window in which somebody signs in and allows everything. */
function openPopup(sandbox: Sandbox, email: string, url: string) {
  const popup = {
    closed: false,
    focus() {},
    close() {
      popup.closed = true
    },
    location: { replace: (address: string) => void visit(address) },
  }
  const visit = async (address: string) => {
    const browser = createBrowser(sandbox.accounts, accountsUrl)
    let page = await browser.open(address)
    // The window waits there to be sent on.
    if (page.html.startsWith('User-agent:')) return
    // A refusal comes at once.
    if (!page.posted) page = await browser.submit(page, { email, password: 'sandbox' })
    if (!page.posted) page = await browser.submit(page, { decision: 'allow' })
    const { posted } = page
    if (!posted) throw new Error('The sign-in window did not answer.')
    const message = { data: posted.message, origin: accountsUrl, source: popup }
    window.dispatchEvent(Object.assign(new Event('message'), message))
  }
  void visit(url)
  return popup
}
