import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Account } from '../../world/world.ts'
import { showPage } from './page.ts'

export function showHomePage(c: Context, account: Account) {
  return showPage(c, {
    title: 'Signed in',
    body: html`
      <h1>You are signed in</h1>
      <p>
        Apps on this computer can now sign you in as <strong>${account.email}</strong> without
        asking for the password.
      </p>
      <p><a href="/signin">Use another account</a></p>
    `,
  })
}
