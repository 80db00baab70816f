import type { Context } from 'hono'
import { html } from 'hono/html'
import { describeException } from '../error-catalogue.ts'
import { showPage } from './page.ts'

/** The page on which every authorization error of a redirect ends (docs/protocol.md 1.8). */
export function ooopsPage(c: Context) {
  const exception = c.req.query('oauth_exception') ?? ''
  const details = c.req.query('exception_details') ?? ''
  const { cause, remedy } = describeException(exception, details)
  return showPage(c, {
    title: 'Sign-in failed',
    status: 400,
    body: html`
      <h1>Sign-in failed</h1>
      <p>${cause}</p>
      <p class="quiet">${remedy}</p>
      ${
        exception
          ? html`<dl class="facts">
              <dt>oauth_exception</dt>
              <dd><code>${exception}</code></dd>
              ${details ? html`<dt>exception_details</dt><dd><code>${details}</code></dd>` : ''}
            </dl>`
          : ''
      }
    `,
  })
}
