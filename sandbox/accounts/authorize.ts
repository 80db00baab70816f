import type { Context, Handler } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import type { Account, World } from '../world/world.ts'
import { AuthorizationError, identityError, oauthError } from './authorization-error.ts'
import {
  type AuthorizationRequest,
  allowedScopes,
  type Consent,
  checkChallenge,
  checkClient,
  checkFaults,
  checkInstalled,
  checkMembership,
  checkNothingRepeats,
  checkRedirectLoop,
  checkRedirectUri,
  checkResponseType,
  checkRole,
  checkScopes,
  grantableScopes,
  isOptional,
  needsConsent,
  type ReturnAddress,
  rememberConsent,
} from './authorize-checks.ts'
import {
  provesForm,
  type SignedInBrowser,
  signedInBrowser,
  signInBrowser,
} from './browser-session.ts'
import { directSignIn } from './direct-sign-in.ts'
import { issueResponse } from './issue-response.ts'
import { readLogin } from './login.ts'
import { showConsentPage } from './pages/consent-page.ts'
import { showDeniedPage } from './pages/denied-page.ts'
import { showLoginPage } from './pages/login-page.ts'
import { sendError, sendResponse, sendTo } from './response-modes.ts'

type C = Context<Environment>
type Answer = Response | Promise<Response>

/** Paths of the authorize endpoint; `/` may respond without a page, the others always show the sign-in form. */
export const authorizePaths = ['/', '/signin', '/signup', '/signin/signup']

/** The authorize endpoint: from an app's request to a page, or to the response the app gets (docs/protocol.md 1). */
export function authorize(world: World): Handler<Environment> {
  return async (c) => {
    const params = new URL(c.req.url).searchParams
    if (!params.has('client_id') && !params.has('response_type') && !params.has('redirect_uri')) {
      return directSignIn(world, c)
    }
    let address: ReturnAddress | undefined
    try {
      address = readReturnAddress(world, params)
      const request = readRequest(world, address, params)
      return await (c.req.method === 'POST' ? submit(world, c, request) : show(world, c, request))
    } catch (error) {
      if (error instanceof AuthorizationError) return sendError(world, c, address, error)
      throw error
    }
  }
}

function readReturnAddress(world: World, params: URLSearchParams): ReturnAddress {
  checkNothingRepeats(params)
  return checkRedirectUri(checkClient(world, params), params)
}

function readRequest(
  world: World,
  address: ReturnAddress,
  params: URLSearchParams,
): AuthorizationRequest {
  checkFaults(world)
  const { client } = address
  const responseType = checkResponseType(params)
  const challenge = checkChallenge(client, responseType, params)
  const scopes = checkScopes(client, params)
  const state = params.get('state')
  const organizationId = params.get('organization_id')
  return {
    ...address,
    responseType,
    scopes,
    forcesConsent: params.get('prompt') === 'consent',
    emailHint: params.get('email') ?? '',
    ...(challenge && { challenge }),
    ...(state !== null && { state }),
    ...(organizationId && { organizationId }),
  }
}

function checkPerson(request: AuthorizationRequest, account: Account): Consent {
  const membership = checkMembership(account, request.organizationId)
  checkInstalled(request.client, membership)
  checkRole(request.client, membership)
  return { request, account, membership, scopes: grantableScopes(request, membership) }
}

function show(world: World, c: C, request: AuthorizationRequest): Answer {
  const browser = signedInBrowser(world, c)
  if (!browser || c.req.path !== '/') {
    checkMayShowPage(c, request)
    return showLoginPage(c, {
      world,
      request,
      email: request.emailHint,
      signedIn: browser?.account,
    })
  }
  const consent = checkPerson(request, browser.account)
  if (needsConsent(world, consent)) {
    checkMayShowPage(c, request, browser.account)
    return showConsentPage(c, world, consent)
  }
  return finish(world, c, request, browser)
}

/** An iframe is the silent flow: it gets a response, never a page. */
function checkMayShowPage(c: C, request: AuthorizationRequest, account?: Account): void {
  if (request.messageOrigin && c.req.header('Sec-Fetch-Dest') === 'iframe') {
    throw identityError('unauthorized', account?.email)
  }
}

async function submit(world: World, c: C, request: AuthorizationRequest): Promise<Response> {
  const form = await c.req.parseBody()
  const { email, outcome } = readLogin(world, form)
  if (!provesForm(c, form.form_token)) {
    return showLoginPage(c, { world, request, email, problem: 'stale-form' })
  }
  if (form.step === 'consent') return decide(world, c, request)
  if (typeof outcome === 'string') {
    return showLoginPage(c, { world, request, email, problem: outcome })
  }
  signInBrowser(world, c, outcome)
  return sendTo(c, `/${new URL(c.req.url).search}`)
}

async function decide(world: World, c: C, request: AuthorizationRequest): Promise<Response> {
  const browser = signedInBrowser(world, c)
  if (!browser) return sendTo(c, `/${new URL(c.req.url).search}`)
  const consent = checkPerson(request, browser.account)
  const form = await c.req.formData()
  const chosen = form.getAll('scope').map(String)
  const allowsAny = consent.scopes.some(
    (scope) => !isOptional(request, scope) || chosen.includes(scope),
  )
  if (form.get('decision') !== 'allow' || !allowsAny) {
    if (request.messageOrigin && world.behaviour.announceDenial) throw oauthError('access_denied')
    return showDeniedPage(c, request)
  }
  rememberConsent(world, consent, chosen)
  browser.session.submittedForm = true
  return finish(world, c, request, browser)
}

function finish(
  world: World,
  c: C,
  request: AuthorizationRequest,
  { account, session }: SignedInBrowser,
): Answer {
  const consent = checkPerson(request, account)
  // A loop is made by an app alone; somebody who just filled in a form is not in one.
  if (!session.submittedForm) checkRedirectLoop(world, request, account)
  session.submittedForm = false
  const scopes = allowedScopes(world, consent)
  const fields = issueResponse(world, { ...consent, scopes }, session)
  return sendResponse(world, c, request, fields)
}
