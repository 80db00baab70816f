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

/** Reads a list of sessions and leaves out those without an id. */
export function readAccountsSessions(values: readonly unknown[]): AccountsSession[] {
  return values.flatMap((value) => {
    if (!isRecord(value) || typeof value.session_id !== 'string') return []
    return {
      sessionId: value.session_id,
      current: value.current === true,
      userAgent: readText(value.user_agent) ?? '',
      ip: readText(value.ip) ?? '',
      identitySource: readText(value.identity_source) ?? '',
      applications: readNames(value.applications),
    }
  })
}

function readNames(applications: unknown): string[] {
  if (!Array.isArray(applications)) return []
  return applications.flatMap((one) =>
    isRecord(one) && typeof one.name === 'string' ? [one.name] : [],
  )
}
