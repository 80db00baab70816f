import type { Context } from 'hono'
import { html } from 'hono/html'
import type { AuthorizationRequest } from '../authorize-checks.ts'
import { showPage } from './page.ts'

/** The page after Deny: LiveChat does not send the browser back to the app. */
export function showDeniedPage(c: Context, request: AuthorizationRequest) {
  return showPage(c, {
    title: 'Access denied',
    body: html`
      <h1>You denied access</h1>
      <p>
        <strong>${request.client.name}</strong> can't use your LiveChat account. You can close this
        window. If you change your mind, go back to the app and sign in again.
      </p>
    `,
  })
}
