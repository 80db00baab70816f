/** Where this build of the app belongs. */
export interface Environment {
  clientId: string
  accountsUrl: string
  apiUrl: string
  /** Absent: every scope configured for the app. */
  scopes?: string[]
  /** Milliseconds between two looks for news in the chats; 0: only when asked. */
  pollInterval: number
  /** The app talks to the sandbox, whose sample logins may be shown. */
  sandbox: boolean
  /** Personal access tokens may be used: while developing, or in a build that was told so and is for its maker alone. */
  personalTokens: boolean
}

const sandbox = {
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
  accountsUrl: 'http://localhost:3001',
  apiUrl: 'http://localhost:3002',
}

const live = {
  accountsUrl: 'https://accounts.livechat.com',
  apiUrl: 'https://api.livechatinc.com',
}

/**
 * Reads the variables of `.env.example`; with none set the app belongs to the sandbox, with a client id alone
 * to the real service.
 *
 * @param variables As Vite gives them in `import.meta.env`.
 */
export function readEnvironment(variables: Readonly<Record<string, unknown>>): Environment {
  const read = (name: string) => {
    const value = variables[`VITE_LIVECHAT_${name}`]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const clientId = read('CLIENT_ID')
  const hosts = clientId ? live : sandbox
  const scopes = read('SCOPES')
    ?.split(/[\s,]+/)
    .filter((scope) => scope !== '')
  return {
    clientId: clientId ?? sandbox.clientId,
    accountsUrl: read('ACCOUNTS_URL') ?? hosts.accountsUrl,
    apiUrl: read('API_URL') ?? hosts.apiUrl,
    ...(scopes && { scopes }),
    pollInterval: pollIntervalOf(read('POLL_SECONDS')),
    sandbox: clientId === undefined,
    personalTokens: (read('PERSONAL_TOKENS') ?? (variables.DEV === true ? 'on' : 'off')) === 'on',
  }
}

const usualPoll = 10_000

/** More often than each second would only meet LiveChat's limits. */
function pollIntervalOf(seconds: string | undefined): number {
  if (seconds === undefined || !/^\d{1,5}$/.test(seconds)) return usualPoll
  return Number(seconds) * 1000
}
