import { isRecord, readText } from './json-fields.ts'

/** A browser in which the account is signed in to LiveChat. */
export interface AccountsSession {
  sessionId: string
  /** Whether this page's token came from it. */
  current: boolean
  userAgent: string
  ip: string
  /** How the agent signed in: `credentials`, `google`, … */
  identitySource: string
  /** Names of the apps the agent signed in to from it. */
  applications: string[]
}

/** Reads a list of sessions, each once, and leaves out those without an id. */
export function readAccountsSessions(values: readonly unknown[]): AccountsSession[] {
  const sessions = new Map<string, AccountsSession>()
  for (const value of values) {
    if (!isRecord(value) || typeof value.session_id !== 'string') continue
    sessions.set(value.session_id, {
      sessionId: value.session_id,
      current: value.current === true,
      userAgent: readText(value.user_agent) ?? '',
      ip: readText(value.ip) ?? '',
      identitySource: readText(value.identity_source) ?? '',
      applications: readNames(value.applications),
    })
  }
  return [...sessions.values()]
}

function readNames(applications: unknown): string[] {
  if (!Array.isArray(applications)) return []
  return applications.flatMap((one) =>
    isRecord(one) && typeof one.name === 'string' ? [one.name] : [],
  )
}
