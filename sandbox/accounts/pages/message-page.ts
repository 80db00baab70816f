import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { World } from '../../world/world.ts'
import { showPage } from './page.ts'

type Message = { data: Record<string, unknown> } | { error: Record<string, string> }

/** Milliseconds, so that a test that waits for the window to close after its click is not too late. */
const usualCloseDelay = 300

/** A page that posts one message to the window that opened or framed it, if that has the app's origin, and closes. */
export function showMessagePage(
  { behaviour }: World,
  c: Context,
  message: Message,
  targetOrigin: string,
): Response | Promise<Response> {
  const closeDelay = behaviour.closePopupAtOnce ? 0 : usualCloseDelay
  return showPage(c, {
    title: 'Signing in',
    framedBy: targetOrigin,
    body: html`
      <h1>You can close this window</h1>
      <p class="quiet">Go back to the app to continue.</p>
      <script type="application/json" id="response">${raw(scriptSafe({ message, targetOrigin }))}</script>
      <script src="/assets/post-response.js" data-close-after="${closeDelay}"></script>
    `,
  })
}

/** JSON that cannot close the script element around it. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
