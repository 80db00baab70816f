import type { ChatFilter } from '../../../agent-chat/index.ts'
import type { ChatListing, View } from '../../../inbox/index.ts'

/** What LiveChat is asked for. */
export function filterOf({ show, groupId }: ChatListing): ChatFilter {
  return { ...filters[show], ...(groupId !== undefined && { groupIds: [groupId] }) }
}

const filters: Record<View, ChatFilter> = {
  all: {},
  mine: { active: true, unassigned: false },
  queued: { active: true, unassigned: true },
  unassigned: { active: true, unassigned: true },
  active: { active: true },
  closed: { active: false, includeChatsWithoutThreads: false },
}

/** Whether the page filters the view itself, so that LiveChat's count does not apply. */
export function isClientFiltered(show: View): boolean {
  return show === 'mine' || show === 'queued' || show === 'unassigned'
}
