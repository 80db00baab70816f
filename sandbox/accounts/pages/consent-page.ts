import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Environment } from '../../lib/hono-env.ts'
import { scopeCatalogue } from '../../world/scopes.ts'
import type { World } from '../../world/world.ts'
import { allowedScopes, type Consent, isOptional } from '../authorize-checks.ts'
import { formToken } from '../browser-session.ts'
import { showPage } from './page.ts'

export function showConsentPage(c: Context<Environment>, world: World, consent: Consent) {
  const { request, account, membership } = consent
  const organization = world.organizations.get(membership.organizationId)
  const allowed = allowedScopes(world, consent)
  const required = consent.scopes.filter((scope) => !isOptional(request, scope))
  const optional = consent.scopes.filter((scope) => isOptional(request, scope))
  return showPage(c, {
    title: `Allow ${request.client.name}?`,
    formMayReach: request.redirectUri,
    body: html`
      <h1>Allow “${request.client.name}” to use your LiveChat account?</h1>
      <p class="quiet">
        You are signed in as <strong>${account.email}</strong> at ${organization?.name}.
        <a href="/signin${new URL(c.req.url).search}">Use another account</a>
      </p>
      ${
        required.length > 0 &&
        html`<h2 id="scopes">This app will be able to</h2>
          <ul class="scopes" aria-labelledby="scopes">
            ${required.map((scope) => html`<li>${meaningOf(scope)}</li>`)}
          </ul>`
      }
      <form method="post">
        ${
          optional.length > 0 &&
          html`<fieldset class="optional">
            <legend>${required.length > 0 ? 'You choose whether it may also' : 'You choose whether it may'}</legend>
            ${optional.map(
              (scope) => html`<label>
                <input type="checkbox" name="scope" value="${scope}" ${allowed.includes(scope) ? 'checked' : ''} />
                <span>${meaningOf(scope)}</span>
              </label>`,
            )}
          </fieldset>`
        }
        <input type="hidden" name="step" value="consent" />
        <input type="hidden" name="form_token" value="${formToken(c)}" />
        <div class="choices">
          <button class="button plain" name="decision" value="deny">Deny</button>
          <button class="button" name="decision" value="allow" id="allow">Allow</button>
        </div>
      </form>
      <script src="/assets/delay-consent.js"></script>
    `,
  })
}

function meaningOf(scope: string): string {
  return scopeCatalogue.get(scope)?.means ?? scope
}
