import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { showPage } from './page.ts'

type Message = { data: Record<string, unknown> } | { error: Record<string, string> }

/** A page that posts one message to the window that opened or framed it, if that has the app's origin, and closes. */
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
      <p class="quiet">Go back to the app to continue.</p>
      <script type="application/json" id="response">${raw(scriptSafe({ message, targetOrigin }))}</script>
      <script src="/assets/post-response.js"></script>
    `,
  })
}

/** JSON that cannot close the script element around it. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
