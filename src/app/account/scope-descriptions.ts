import { scopeText, scopeUseText } from './scope-text.ts'

type KnownScope = keyof ReturnType<typeof scopeText>
type Use = keyof ReturnType<typeof scopeUseText>

/** What this app uses a scope for; it does not use the ones that are missing here. */
const usesHere: Readonly<Partial<Record<KnownScope, Use>>> = {
  'chats--all:ro': 'readChats',
  'chats--all:rw': 'workInChats',
  'chats--access:ro': 'readChats',
  'chats--access:rw': 'workInChats',
  'customers:ro': 'customers',
  'customers:rw': 'customers',
  'accounts--my:ro': 'account',
  'accounts--my:rw': 'account',
  'agents--my:ro': 'role',
  'agents--my:rw': 'acceptChats',
  'agents--all:ro': 'role',
  'agents--all:rw': 'role',
  'accounts.roles--all:ro': 'role',
  'accounts.roles--all:rw': 'role',
  'sessions--my:ro': 'listSessions',
  'sessions--my:rw': 'endSessions',
}

export interface ScopeDescription {
  /** What LiveChat allows with it; undefined for a scope LiveChat does not document. */
  means: string | undefined
  /** What this app does with it; undefined when nothing. */
  here: string | undefined
}

/** Describes a scope in words. */
export function describeScope(scope: string): ScopeDescription {
  const meanings = scopeText()
  if (!isKnown(scope, meanings)) return { means: undefined, here: undefined }
  const use = usesHere[scope]
  return { means: meanings[scope], here: use && scopeUseText()[use] }
}

function isKnown(scope: string, meanings: object): scope is KnownScope {
  return Object.hasOwn(meanings, scope)
}
