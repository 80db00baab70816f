import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Environment } from '../../lib/hono-env.ts'
import { scopeCatalogue } from '../../world/scopes.ts'
import type { Account, Membership, World } from '../../world/world.ts'
import type { AuthorizationRequest } from '../authorize-checks.ts'
import { formToken } from '../browser-session.ts'
import { showPage } from './page.ts'

interface ConsentPage {
  world: World
  request: AuthorizationRequest
  account: Account
  membership: Membership
}

export function showConsentPage(c: Context<Environment>, consent: ConsentPage) {
  const { world, request, account, membership } = consent
  const organization = world.organizations.get(membership.organizationId)
  return showPage(c, {
    title: `Allow ${request.client.name}?`,
    formMayReach: request.redirectUri,
    body: html`
      <h1>Allow “${request.client.name}” to use your LiveChat account?</h1>
      <p class="quiet">
        You are signed in as <strong>${account.email}</strong> at ${organization?.name}.
        <a href="/signin${new URL(c.req.url).search}">Use another account</a>
      </p>
      <h2 id="scopes">This app will be able to</h2>
      <ul class="scopes" aria-labelledby="scopes">
        ${request.scopes.map((scope) => html`<li>${scopeCatalogue.get(scope)?.means ?? scope}</li>`)}
      </ul>
      <form method="post">
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
