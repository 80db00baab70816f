import { defineMessages, params } from '../language/define-messages.ts'

/** Of any page, also of those that anybody sees. */
export const pageText = defineMessages('page', {
  title: params('{page} · Inbox'),
  notFound: 'Page not found',
  notFoundHint: 'The address may be wrong, or the page may have moved.',
  goHome: 'Go to home page',
  crashed: 'Something went wrong',
  crashedHint: 'An unexpected error stopped this page. Your chats are safe in LiveChat.',
  partMissing: 'Couldn’t load part of this page',
  partMissingHint:
    'Your connection may have dropped, or there’s a newer version of this page. Check your connection, then reload.',
  reload: 'Reload page',
})
