import type { Chat } from '../../agent-chat/index.ts'
import { type ChatRows, customerOf, isInView, shownTime, turnOf } from '../../react/inbox/index.ts'

/**
 * The chat of the agent's whose customer has waited longest for a reply; from one of those, the next, and after the last
 * the first again.
 *
 * @param currentId The chat that is open.
 * @param isLeftOut Whether a chat no longer counts.
 */
export function nextWaiting(
  { pages }: ChatRows,
  myId: string | undefined,
  currentId: string | undefined,
  isLeftOut: (chatId: string) => boolean,
): Chat | undefined {
  const waiting = pages
    .flat()
    .filter((chat) => turnOf(chat) === 'waiting' && isInView('mine', chat, myId))
    .toSorted((one, other) => waitingSince(one) - waitingSince(other))
  const at = waiting.findIndex(({ id }) => id === currentId)
  return [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))].find(
    ({ id }) => !isLeftOut(id),
  )
}

function waitingSince(chat: Chat): number {
  return customerOf(chat)?.wroteAt ?? shownTime(chat) ?? 0
}
