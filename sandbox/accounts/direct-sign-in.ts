import type { Context } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import type { World } from '../world/world.ts'
import { provesForm, signedInBrowser, signInBrowser } from './browser-session.ts'
import { readLogin } from './login.ts'
import { showHomePage } from './pages/home-page.ts'
import { showLoginPage } from './pages/login-page.ts'
import { sendTo } from './response-modes.ts'

type C = Context<Environment>

/** Signs in to the accounts server itself, without an app; also explains an identity exception. */
export async function directSignIn(world: World, c: C): Promise<Response> {
  if (c.req.method === 'POST') return submit(world, c)
  const exception = c.req.query('identity_exception')
  const browser = signedInBrowser(world, c)
  return browser && !exception && c.req.path === '/'
    ? showHomePage(c, browser.account)
    : showLoginPage(c, { world, email: '', exception })
}

async function submit(world: World, c: C): Promise<Response> {
  const form = await c.req.parseBody()
  const { email, outcome } = readLogin(world, form)
  const result = provesForm(c, form.form_token) ? outcome : 'stale-form'
  if (typeof result === 'string') return showLoginPage(c, { world, email, problem: result })
  signInBrowser(world, c, result)
  return sendTo(c, '/')
}
