import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Environment } from '../../lib/hono-env.ts'
import type { Account, World } from '../../world/world.ts'
import type { AuthorizationRequest } from '../authorize-checks.ts'
import { formToken } from '../browser-session.ts'
import { describeException } from '../error-catalogue.ts'
import type { LoginProblem } from '../login.ts'
import { showPage } from './page.ts'

export interface LoginPage {
  world: World
  /** Absent when someone just visits the accounts server. */
  request?: AuthorizationRequest
  email: string
  problem?: LoginProblem
  /** An `identity_exception` to explain. */
  exception?: string | undefined
  /** Who is signed in already, to be offered as a shortcut. */
  signedIn?: Account | undefined
}

const problems: Record<LoginProblem, { field?: 'email' | 'password'; words: string }> = {
  'no-email': { field: 'email', words: 'Enter your email address.' },
  'no-password': { field: 'password', words: 'Enter your password.' },
  wrong: {
    field: 'password',
    words: 'Incorrect email or password. Try again.',
  },
  'stale-form': { words: 'This form has expired, or your browser blocks cookies. Sign in again.' },
}

export function showLoginPage(c: Context<Environment>, login: LoginPage) {
  const { request, email, problem, exception, signedIn } = login
  const token = formToken(c)
  const wrong = problem && problems[problem]
  const { cause, remedy } = describeException(exception ?? '')
  const alert = wrong && !wrong.field ? wrong.words : exception && `${cause} ${remedy}`
  const focused = wrong?.field ?? (email ? 'password' : 'email')
  return showPage(c, {
    title: 'Sign in',
    status: problem ? 422 : 200,
    ...(request && { formMayReach: request.redirectUri }),
    body: html`
      <h1>Sign in</h1>
      <p class="quiet">${request ? html`to continue to <strong>${request.client.name}</strong>` : 'to your LiveChat account'}</p>
      ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ''}
      ${request && signedIn ? continueAs(c, signedIn) : ''}
      <form method="post" novalidate>
        <input type="hidden" name="form_token" value="${token}" />
        ${field({ name: 'email', label: 'Email', type: 'email', autocomplete: 'username', value: email, focused, wrong })}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', value: '', focused, wrong })}
        <button class="button" data-testid="login-submit-button">Sign in</button>
      </form>
      ${sampleLogins(login.world)}
    `,
  })
}

function field(options: {
  name: 'email' | 'password'
  label: string
  type: string
  autocomplete: string
  value: string
  focused: string
  wrong: { field?: string; words: string } | undefined
}) {
  const { name, label, type, autocomplete, value, focused, wrong } = options
  const words = wrong?.field === name ? wrong.words : undefined
  return html`
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}"
      data-testid="login-${name}-input" required ${focused === name ? html`autofocus` : ''}
      ${words ? html`aria-invalid="true" aria-describedby="${name}-problem"` : ''} />
    ${words ? html`<p class="wrong" id="${name}-problem" role="alert">${words}</p>` : ''}
  `
}

function continueAs(c: Context, account: Account) {
  return html`
    <a class="button plain" href="/${new URL(c.req.url).search}">Continue as ${account.email}</a>
    <p class="or">or use another account</p>
  `
}

function sampleLogins(world: World) {
  const [first, second] = [...world.accounts.values()]
  if (!first || !second) return ''
  return html`
    <p class="hint">
      In this sandbox, sign in as <code>${first.email}</code> or <code>${second.email}</code> with
      the password <code>${first.password}</code>.
    </p>
  `
}
