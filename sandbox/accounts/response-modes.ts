import type { Context } from 'hono'
import type { AuthorizationError } from './authorization-error.ts'
import type { AuthorizationRequest, ReturnAddress } from './authorize-checks.ts'
import { showMessagePage } from './pages/message-page.ts'

type Answer = Response | Promise<Response>

/** What an app is given, in the words of a redirect and in those of a popup message. */
export interface ResponseFields {
  redirect: Record<string, string>
  message: Record<string, unknown>
}

/** Travels as the app asked: in a message, in the query for a code, in the fragment for a token. */
export function sendResponse(
  c: Context,
  request: AuthorizationRequest,
  fields: ResponseFields,
): Answer {
  if (request.messageOrigin) {
    return showMessagePage(c, { data: fields.message }, request.messageOrigin)
  }
  const mark = request.responseType === 'code' ? '?' : '#'
  return sendTo(c, `${request.redirectUri}${mark}${new URLSearchParams(fields.redirect)}`)
}

/** A popup tells its opener; everyone else reads it on the accounts server, never at the app's address. */
export function sendError(
  c: Context,
  address: ReturnAddress | undefined,
  refusal: AuthorizationError,
): Answer {
  if (address?.messageOrigin) {
    return showMessagePage(c, { error: refusal.parameters }, address.messageOrigin)
  }
  const path = 'identity_exception' in refusal.parameters ? '/' : '/ooops'
  return sendTo(c, `${path}?${new URLSearchParams(refusal.parameters)}`)
}

/** 303, so that what follows a form is fetched and the form is never posted on. */
export function sendTo(c: Context, location: string): Response {
  c.header('Referrer-Policy', 'no-referrer')
  return c.redirect(location, 303)
}
