/** The settings of this build. */
export interface Environment {
  /** Path of the app on its site, from `/` to `/`. */
  base: string
  clientId: string
  accountsUrl: string
  apiUrl: string
  /** Where pictures may be loaded from: origins, https but for the sandbox's, or the beginnings of paths on them. */
  pictureSources: readonly string[]
  /** Absent: every scope configured for the app. */
  scopes?: string[]
  /** Milliseconds between two polls; 0: only on request. */
  pollInterval: number
  /** The app talks to the sandbox, whose sample logins may be shown. */
  sandbox: boolean
  /** Whether personal access tokens can be used: in development, or in a build for personal use. */
  personalTokens: boolean
}

/**
 * Where LiveChat keeps avatars and uploads. Not the rest of `cdn.livechatinc.com`, which fetches whatever address it is
 * given: a picture from there could go to anybody.
 */
export const liveChatPictures: readonly string[] = [
  'https://cdn.livechat-files.com/',
  'https://cdn.files-text.com/',
  'https://cdn.livechatinc.com/avatars/',
  'https://livechat.s3.amazonaws.com/default/avatars/',
]

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
 * Reads the variables of `.env.example`. Without any the app uses the sandbox; with only a client id, the real
 * LiveChat.
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
  const personalTokens = read('PERSONAL_TOKENS')
  const apiUrl = read('API_URL') ?? hosts.apiUrl
  // The sandbox serves what was uploaded to it.
  const pictures = clientId ? liveChatPictures : [new URL('/files/', apiUrl).href]
  const { BASE_URL } = variables
  return {
    base: typeof BASE_URL === 'string' && BASE_URL.startsWith('/') ? BASE_URL : '/',
    clientId: clientId ?? sandbox.clientId,
    accountsUrl: read('ACCOUNTS_URL') ?? hosts.accountsUrl,
    apiUrl,
    pictureSources: [...pictures, ...furtherSources(read('PICTURE_HOSTS'))],
    ...(scopes && { scopes: listed(scopes) }),
    pollInterval: pollIntervalOf(read('POLL_SECONDS')),
    sandbox: clientId === undefined,
    personalTokens: personalTokens ? personalTokens === 'on' : variables.DEV === true,
  }
}

/** Origins only: what is written here becomes part of the page's policy. */
function furtherSources(hosts = ''): string[] {
  return listed(hosts).map((host) => {
    if (!/^https:\/\/[a-z\d.-]+(:\d+)?\/?$/i.test(host)) {
      throw new Error(`VITE_LIVECHAT_PICTURE_HOSTS: ${host} is not an https origin`)
    }
    return new URL(host).href
  })
}

/** What a variable lists, separated by commas or blanks. */
function listed(value: string): string[] {
  return value.split(/[\s,]/).filter((one) => one !== '')
}

const usualPoll = 10_000

/** The poll interval in milliseconds. Whole seconds only: polling more often would hit LiveChat's rate limits. */
function pollIntervalOf(seconds = ''): number {
  return /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1000 : usualPoll
}
