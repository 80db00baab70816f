import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Markup = ReturnType<typeof html>

export interface PageOptions {
  title: string
  body: Markup
  status?: ContentfulStatusCode
  /** The one origin that may frame the page; absent, nobody may. */
  framedBy?: string
  /** An app's redirect URI that a form of this page may end on. */
  formMayReach?: string
}

/** Shows a page of the accounts server, with its security headers. */
export function showPage(c: Context, options: PageOptions): Response | Promise<Response> {
  const { title, body, status = 200, framedBy, formMayReach } = options
  if (!framedBy) c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self'",
      "base-uri 'none'",
      `form-action 'self' ${formMayReach ? sourceOf(formMayReach) : ''}`.trim(),
      `frame-ancestors ${framedBy ?? "'none'"}`,
    ].join('; '),
  )
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · LiveChat sandbox</title>
          <link rel="icon" href="/assets/mark.svg" />
          <link rel="stylesheet" href="/assets/accounts.css" />
        </head>
        <body>
          <main>
            <img class="mark" src="/assets/mark.svg" alt="" width="44" height="44" />
            ${body}
          </main>
          <footer>Sandbox — not the real LiveChat</footer>
        </body>
      </html>`,
    status,
  )
}

/** Chromium applies `form-action` to the redirects that follow a form as well. */
function sourceOf(redirectUri: string): string {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined
  return url && url.origin !== 'null' ? url.origin : `${redirectUri.split(':')[0]}:`
}
