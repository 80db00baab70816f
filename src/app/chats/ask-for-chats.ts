import type { UncheckedToken } from '../../auth/index.ts'
import { type ListAheadOptions, listAhead } from '../../react/inbox/inbox-internal.ts'
import { pathWithin } from '../lib/path-within.ts'
import { readListing } from './chat-views.ts'

export interface AskForChatsOptions extends Pick<ListAheadOptions, 'client' | 'inbox' | 'apiUrl'> {
  /** Path of the app on its site. */
  base: string
}

/** Asks for the chats that the page shows to which the agent returns. */
export function askForChats(
  { base, ...options }: AskForChatsOptions,
  accessToken: string,
  { returnTo, signal }: UncheckedToken,
): void {
  const { pathname, searchParams } = new URL(returnTo, location.origin)
  if (!/^\/?(chats(\/.*)?)?$/.test(pathWithin(base, pathname))) return
  listAhead(readListing(searchParams), { ...options, accessToken, signal })
}
