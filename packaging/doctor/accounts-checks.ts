import { type Advice, error } from './advice.ts'
import { checkClock } from './check-clock.ts'
import type { AccountsFound, Question } from './findings.ts'

type AccountsCheck = (accounts: AccountsFound, question: Question) => Advice[]

/** What LiveChat must say of the app, each with what holds when there is no advice. */
export const accountsChecks: readonly { title: string; check: AccountsCheck }[] = [
  { title: 'LiveChat accepts the client id, the redirect URI and the scopes.', check: checkApp },
  {
    title: 'LiveChat’s clock and this machine’s agree.',
    check: ({ clockOffset }) => checkClock('LiveChat', clockOffset),
  },
]

function checkApp(accounts: AccountsFound, question: Question): Advice[] {
  const { status, exception, details, accepted } = accounts
  const { clientId, redirectUri, grantType, scopes } = question
  const said = [exception, details].filter(Boolean).join(', ')
  if (exception === undefined) {
    if (status < 400) return []
    return [error(`The accounts server responds with status ${status}.`, 'Try again in a moment.')]
  }
  if (details === 'client_id_not_found') {
    return [
      error(
        `LiveChat does not know the client id ${clientId}.`,
        'Copy it from the app in Developer Console, and check --accounts-url: the sandbox knows other apps than LiveChat.',
      ),
    ]
  }
  if (details === 'redirect_uri_not_set') {
    return [
      error(
        'The app has no redirect URI.',
        `In Developer Console add ${redirectUri} to its redirect URIs.`,
      ),
    ]
  }
  if (details === 'invalid_redirect_uri' || exception === 'unauthorized_client') {
    const [like] = accepted
    const problem = `LiveChat does not accept the redirect URI ${redirectUri} for this client id (${said}).`
    return [
      error(
        like ? `${problem} It does accept ${like}.` : problem,
        like
          ? `Set redirectUri to ${like}, open the page there, or add ${redirectUri} in Developer Console.`
          : `In Developer Console add ${redirectUri} to the redirect URIs of the app: scheme, host, port and path count.`,
      ),
    ]
  }
  if (exception === 'invalid_scope') {
    return [
      error(
        `LiveChat does not give this app ${scopes ? scopes.join(', ') : 'its scopes'} (${said}).`,
        'Select the scopes of the app in Developer Console, and request only those.',
      ),
    ]
  }
  if (exception === 'unsupported_response_type' || exception === 'unsupported_grant_type') {
    const other = grantType === 'code' ? 'implicit' : 'code'
    return [
      error(
        `LiveChat does not let this app use the ${grantType} grant (${said}).`,
        `Set grantType: "${other}", or change the type of the app in Developer Console.`,
      ),
    ]
  }
  if (exception === 'unauthorized') return []
  if (details === 'too_many_redirects' || exception === 'temporarily_unavailable') {
    return [error(`LiveChat is busy (${said}).`, 'Wait half a minute and try again.')]
  }
  return [
    error(
      `LiveChat refuses the request (${said}).`,
      'Look the word up in https://platform.text.com/docs/authorization/troubleshooting.',
    ),
  ]
}
