import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Account } from '../../world/world.ts'
import { showPage } from './page.ts'

export function showHomePage(c: Context, account: Account) {
  return showPage(c, {
    title: 'Signed in',
    body: html`
      <h1>You're signed in</h1>
      <p>
        You are signed in as <strong>${account.email}</strong>. Apps on this computer can sign you in
        without asking for your password.
      </p>
      <p><a href="/signin">Use another account</a></p>
    `,
  })
}
