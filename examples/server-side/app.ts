import { Hono } from 'hono'
import { html } from 'hono/html'
import { createServerSignIn, type ServerSignInOptions } from 'sign-in-with-livechat/server'

export interface AppOptions extends ServerSignInOptions {
  accountsUrl: string
  /** Of the Agent Chat API. */
  apiUrl: string
  /** The page's script and styles. */
  assets: { script: string; styles: string }
}

/** A server-side app: pages made on the server, a session in a cookie, and chats that the page lists itself. */
export function createApp({ assets, ...options }: AppOptions): Hono {
  const { accountsUrl, apiUrl } = options
  const auth = createServerSignIn(options)
  const app = new Hono()

  app.all('/auth/sign-in', (c) => auth.signIn(c.req.raw))
  app.all('/auth/callback', (c) => auth.callback(c.req.raw))
  app.all('/auth/token', (c) => auth.token(c.req.raw))
  app.all('/auth/sign-out', (c) => auth.signOut(c.req.raw))

  app.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', contentSecurityPolicy(accountsUrl, apiUrl))
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Content-Type-Options', 'nosniff')
  })
  app.get('/page.js', (c) => c.body(assets.script, 200, { 'Content-Type': 'text/javascript' }))
  app.get('/page.css', (c) => c.body(assets.styles, 200, { 'Content-Type': 'text/css' }))
  app.get('/', async (c) => {
    const headers = new Headers()
    const session = await auth.getSession(c.req.raw, headers)
    for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    return c.html(session ? signedIn(options, session.scopes) : signedOut())
  })
  return app
}

function contentSecurityPolicy(...liveChat: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${liveChat.join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

type Markup = ReturnType<typeof html>

function page(attributes: Markup, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en" ${attributes}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Chats of a server-side app</title>
    <link rel="stylesheet" href="/page.css">
  </head>
  <body>
    <main>${content}</main>
  </body>
</html>`
}

function signedOut(): Markup {
  return page(
    html``,
    html`
      <h1>A server-side app</h1>
      <p>The server signs you in and keeps the session. The page gets an access token, and nothing else.</p>
      <p><a class="button" href="/auth/sign-in?returnTo=/">Sign in with LiveChat</a></p>`,
  )
}

/** The page's script draws the rest; what it needs to know is in the attributes. */
function signedIn(
  { accountsUrl, apiUrl }: Pick<AppOptions, 'accountsUrl' | 'apiUrl'>,
  scopes: readonly string[],
): Markup {
  return page(
    html`data-accounts-url="${accountsUrl}" data-api-url="${apiUrl}"`,
    html`
      <div id="root"></div>
      <footer>
        <p>This app may use ${scopes.join(', ')}.</p>
        <form method="post" action="/auth/sign-out"><button class="button">Sign out</button></form>
      </footer>
      <script type="module" src="/page.js"></script>`,
  )
}
