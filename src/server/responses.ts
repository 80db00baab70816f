import type { SignInError } from '../auth/index.ts'
import { transientCodes } from '../auth/internal.ts'
import { bestTranslation, directionOf } from '../brand/label.ts'
import { failureText, loadTranslation, pageText } from '../messages/index.ts'

/** The page of a sign-in that failed, when the app has none of its own, in a language of the browser's. */
export async function signInFailedPage(
  error: SignInError,
  { headers }: Request,
  home: string,
): Promise<Response> {
  const language = preferredLanguage(headers.get('Accept-Language') ?? '')
  const messages = (await loadTranslation(language)) ?? {}
  const { signInFailed, back } = pageText(messages)
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${escapeHtml(signInFailed)}</title>
  <style>${styles}</style>
  <h1>${escapeHtml(signInFailed)}</h1>
  <p>${escapeHtml(failureText(error, messages))}</p>
  <p><a href="${escapeHtml(home)}">${escapeHtml(back)}</a></p>
</html>
`
  return new Response(html, {
    status: statusOf(error, 400),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  })
}

/** The first language that has messages: browsers name the one they prefer first. */
function preferredLanguage(accepted: string): string {
  return bestTranslation(accepted.split(',').map((one) => one.replace(/;.*/, '')))
}

const styles = `
    html { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif }
    body { max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem }
    h1 { font-size: 1.5rem }
  `

/** Why there is no token, as a token endpoint says it. */
export function tokenError(error: SignInError): Response {
  const body = { error: error.code, error_description: error.message }
  return new Response(JSON.stringify(body), {
    status: statusOf(error, 401),
    headers: { 'Content-Type': 'application/json' },
  })
}

/** A failure that may pass is none of the request. */
function statusOf({ code }: SignInError, ofRequest: number): number {
  if (code === 'configuration') return 500
  return transientCodes.includes(code) ? 503 : ofRequest
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
