import type { Caller } from '../world/credentials.ts'
import { scopeAllows } from '../world/scopes.ts'
import { ApiError } from './api-error.ts'

export const readChats = [['chats--all:ro', 'chats--access:ro']]
export const writeChats = [['chats--all:rw', 'chats--access:rw']]

/** Tells which groups' chats the caller may open (docs/protocol.md 6.1, 6.3); group 0 is everyone's. */
export function groupReach(
  caller: Caller,
  right: 'ro' | 'rw' = 'ro',
): (groupIds: readonly number[]) => boolean {
  if (scopeAllows(caller.scopes, `chats--all:${right}`)) return () => true
  const own = new Set([0, ...caller.membership.groupIds])
  return (groupIds) => groupIds.some((id) => own.has(id))
}

export function requireReach(
  caller: Caller,
  groupIds: readonly number[],
  right: 'ro' | 'rw' = 'ro',
): void {
  if (!groupReach(caller, right)(groupIds)) throw new ApiError('missing_access')
}
