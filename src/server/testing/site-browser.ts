import { createBrowser, signIn } from '../../../sandbox/testing.ts'

type Handler = (request: Request) => Promise<Response>

/** A browser without a window, at a site with these handlers: it keeps cookies and says where a request comes from. */
export interface SiteBrowser {
  readonly cookies: Map<string, string>
  /** Every response it got, as text: headers and body. */
  readonly received: string[]
  get(handler: Handler, url: string): Promise<Response>
  post(handler: Handler, url: string, init?: PostInit): Promise<Response>
}

interface PostInit {
  form?: Record<string, string>
  headers?: Record<string, string>
}

export function createSiteBrowser(origin: string): SiteBrowser {
  const cookies = new Map<string, string>()
  const received: string[] = []

  async function send(handler: Handler, url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map((one) => one.join('=')).join('; '))
    const response = await handler(new Request(url, { ...init, headers }))
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/Max-Age=0\b/.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    received.push(JSON.stringify([...response.headers]) + (await response.clone().text()))
    return response
  }

  return {
    cookies,
    received,
    get: (handler, url) => send(handler, url),
    post: (handler, url, { form = {}, headers = {} } = {}) =>
      send(handler, url, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { Origin: origin, ...headers },
      }),
  }
}

/** Does what an agent does on LiveChat's pages, and returns the URL they are sent back to. */
export async function visitLiveChat(url: string, email?: string): Promise<string> {
  const { origin } = new URL(url)
  const accounts = { fetch: (request: Request) => fetch(request, { redirect: 'manual' }) }
  const page = await signIn(createBrowser(accounts, origin), url, email)
  return page.leftFor ?? page.url
}
