import { defineMessages } from '../language/define-messages.ts'

export const uiText = defineMessages('ui', {
  loadMore: 'Load more',
  loadingMore: 'Loading more…',
  noMore: 'No more chats',
  cancel: 'Cancel',
})
