import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { showPage } from './page.ts'

type Message = { data: Record<string, unknown> } | { error: Record<string, string> }

/** Posts one message to whoever opened or framed the page, if it is of the app's origin, and closes. */
export function showMessagePage(
  c: Context,
  message: Message,
  targetOrigin: string,
): Response | Promise<Response> {
  return showPage(c, {
    title: 'Signing in',
    framedBy: targetOrigin,
    body: html`
      <h1>You can close this window</h1>
      <p class="quiet">The app has been told how the sign-in ended.</p>
      <script type="application/json" id="response">${raw(scriptSafe({ message, targetOrigin }))}</script>
      <script src="/assets/post-response.js"></script>
    `,
  })
}

/** JSON in which nothing can end the script element it stands in. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
