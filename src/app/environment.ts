import { liveApiUrl } from '../agent-chat/index.ts'
import { liveAccountsUrl } from '../auth/index.ts'

/** Which app signs in, and where LiveChat is. */
export interface Environment {
  clientId: string
  accountsUrl: string
  apiUrl: string
}

/** What `npm start` serves: the sandbox, under the client id it knows. */
const sandbox: Environment = {
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
  accountsUrl: 'http://localhost:3001',
  apiUrl: 'http://localhost:3002',
}

/**
 * Reads the `VITE_LIVECHAT_…` settings; .env.example explains them.
 *
 * With none set it is the sandbox. With a client id of one's own the hosts left unset are the real ones.
 */
export function readEnvironment(
  settings: Readonly<Record<string, string | undefined>>,
): Environment {
  const clientId = settings.VITE_LIVECHAT_CLIENT_ID || sandbox.clientId
  const hosts =
    clientId === sandbox.clientId ? sandbox : { accountsUrl: liveAccountsUrl, apiUrl: liveApiUrl }
  return {
    clientId,
    accountsUrl: settings.VITE_LIVECHAT_ACCOUNTS_URL || hosts.accountsUrl,
    apiUrl: settings.VITE_LIVECHAT_API_URL || hosts.apiUrl,
  }
}
