import type { SandboxServer } from './server/sandbox.ts'

/** What a browser shows in the end. */
export interface Page {
  url: string
  status: number
  headers: Headers
  html: string
  /** Where it was sent, when that was another server. */
  leftFor?: string
  /** What it posted to its opener. */
  posted?: { message: unknown; targetOrigin: string }
}

export interface Browser {
  open(url: string, headers?: Record<string, string>): Promise<Page>
  /** Fills in the page's form as a person would, hidden fields included. */
  submit(page: Page, fields: Record<string, string>): Promise<Page>
}

/** A browser without a window for tests: cookies, redirects and forms of the accounts server. */
export function createBrowser(accounts: SandboxServer, origin = 'http://localhost:3001'): Browser {
  const cookies = new Map<string, string>()

  async function go(url: string, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const response = await accounts.fetch(new Request(url, { ...init, headers }))
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const page = {
      url,
      status: response.status,
      headers: response.headers,
      html: await response.text(),
    }
    const location = response.headers.get('Location')
    if (location?.startsWith('/')) return go(new URL(location, origin).href)
    if (location) return { ...page, leftFor: location }
    const [, posted] =
      /<script type="application\/json" id="response">(.*?)<\/script>/.exec(page.html) ?? []
    return posted ? { ...page, posted: JSON.parse(posted) } : page
  }

  return {
    open: (url, headers = {}) => go(new URL(url, origin).href, { headers }),
    submit(page, fields) {
      const hidden = page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
      const form = new URLSearchParams()
      for (const [, name = '', value = ''] of hidden) form.set(name, value)
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      return go(page.url, { method: 'POST', body: form })
    },
  }
}

/** Opens an authorize URL and signs in; returns the consent page or the response. */
export async function signIn(
  browser: Browser,
  url: string,
  email = 'agent@example.com',
  password = 'sandbox',
): Promise<Page> {
  return browser.submit(await browser.open(url), { email, password })
}
