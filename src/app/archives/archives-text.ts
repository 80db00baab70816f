import { defineMessages, params } from '../language/define-messages.ts'

export const archivesText = defineMessages('archives', {
  title: 'Archives',
  results: 'Results',
  searchResults: 'Search results',
  found: params({ one: '{count} found', other: '{count} found' }),
  selectResult: 'Select a result to read it.',
  noResults: 'No results',
  noResultsHint:
    'The search covers closed chats you have access to. Try fewer words or a longer period.',
  noMessages: 'No messages',
  search: 'Search',
  searchArchives: 'Search archives',
  filters: 'Filters',
  from: 'From',
  to: 'To',
  agent: 'Agent',
  agentEmail: 'Agent email',
  anyAgent: 'Any agent',
  tag: 'Tag',
  group: 'Group',
  groupId: 'Group ID',
  anyGroup: 'Any group',
  back: 'Back to results',
  openFull: 'Open full chat',
  cannotRead: 'This sign-in can’t read this chat',
})
