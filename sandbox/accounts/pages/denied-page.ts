import type { Context } from 'hono'
import { html } from 'hono/html'
import type { AuthorizationRequest } from '../authorize-checks.ts'
import { showPage } from './page.ts'

/** After a refusal the browser stays here; LiveChat does not send it back to the app. */
export function showDeniedPage(c: Context, request: AuthorizationRequest) {
  return showPage(c, {
    title: 'Access denied',
    body: html`
      <h1>You denied access</h1>
      <p>
        <strong>${request.client.name}</strong> was given nothing. You can close this window, or go
        back to the app and sign in again if you change your mind.
      </p>
    `,
  })
}
