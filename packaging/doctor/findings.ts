/** What a sign-in needs of a page and of its app; what the command's flags say. */
export interface Question {
  pageUrl: string
  clientId: string
  /** Where LiveChat would send the response. */
  redirectUri: string
  accountsUrl: string
  apiUrl: string
  flow: 'popup' | 'redirect'
  grantType: 'implicit' | 'code'
  /** Undefined: all scopes of the app. */
  scopes: readonly string[] | undefined
  /** The page is shown inside LiveChat's Agent App. */
  isFramed: boolean
}

/** A response that arrived, or why there is none. */
export type Reply<Found> = Found | { failure: string }

export interface PageFound {
  /** After redirects. */
  url: string
  status: number
  headers: Headers
  html: string
  /** The server's clock less this machine's, in milliseconds; undefined when it does not tell. */
  clockOffset: number | undefined
}

export interface AccountsFound {
  status: number
  /** `oauth_exception` or `identity_exception`, if LiveChat refused the request. */
  exception: string | undefined
  details: string | undefined
  clockOffset: number | undefined
  /** Redirect URIs like the one asked for that LiveChat does accept. */
  accepted: readonly string[]
}

/** All that was found out, to be judged without asking anybody. */
export interface Findings {
  question: Question
  page: Reply<PageFound>
  accounts: Reply<AccountsFound>
}

export function isFailure<Found extends object>(reply: Reply<Found>): reply is { failure: string } {
  return 'failure' in reply
}
