import type { Context } from 'hono'
import type { World } from '../world/world.ts'
import type { AuthorizationError } from './authorization-error.ts'
import type { AuthorizationRequest, ReturnAddress } from './authorize-checks.ts'
import { showMessagePage } from './pages/message-page.ts'

type Answer = Response | Promise<Response>

/** The parameters of a response: as a redirect carries them, and as a pop-up message does. */
export interface ResponseFields {
  redirect: Record<string, string>
  message: Record<string, unknown>
}

/** Sends a response the way the app asked: as a message, in the query for a code, in the fragment for a token. */
export function sendResponse(
  world: World,
  c: Context,
  request: AuthorizationRequest,
  fields: ResponseFields,
): Answer {
  if (request.messageOrigin) {
    return showMessagePage(world, c, { data: fields.message }, request.messageOrigin)
  }
  const mark = request.responseType === 'code' ? '?' : '#'
  return sendTo(c, `${request.redirectUri}${mark}${new URLSearchParams(fields.redirect)}`)
}

/** Sends an error: a pop-up tells its opener; otherwise a page of the accounts server shows it, never the app's redirect URI. */
export function sendError(
  world: World,
  c: Context,
  address: ReturnAddress | undefined,
  error: AuthorizationError,
): Answer {
  if (address?.messageOrigin) {
    return showMessagePage(world, c, { error: error.parameters }, address.messageOrigin)
  }
  const path = 'identity_exception' in error.parameters ? '/' : '/ooops'
  return sendTo(c, `${path}?${new URLSearchParams(error.parameters)}`)
}

/** Redirects with 303, so that the browser never posts a form on. */
export function sendTo(c: Context, location: string): Response {
  c.header('Referrer-Policy', 'no-referrer')
  return c.redirect(location, 303)
}
