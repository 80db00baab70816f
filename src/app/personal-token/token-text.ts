import { defineMessages, params } from '../language/define-messages.ts'

export const tokenText = defineMessages('token', {
  title: 'Personal access token',
  hint: 'For development: work under your own name without LiveChat’s sign-in page. The token stays in this page’s memory. Reloading removes it.',
  accountId: 'Account ID',
  token: 'Token',
  whereToFind:
    'Find both in Developer Console, under Personal access tokens. Don’t let the browser save the token.',
  checking: 'Checking…',
  use: 'Use this token',
  sandbox: 'This page uses the sandbox. Its README has a token to try.',
  signInInstead: 'Sign in with LiveChat instead',
  refused:
    'LiveChat no longer accepts that token. It or its owner may have been deleted. This page has removed it.',
  unexpected: 'Something went wrong. Enter the token again.',
  notAccepted:
    'LiveChat doesn’t accept this token for this account. It may have been deleted. Check the account ID, then enter the token again.',
  enterAgain: params('{reason} Then enter the token again.'),
  nothingRead: 'Nothing was read from the address.',
  nothingReadHint:
    'Whatever followed it has been removed. Addresses are kept in browser history and get shared. If it was a token, delete it in Developer Console, then enter a new one here.',
  signedIn: 'You’re signed in. Sign out first, so it’s always clear whose account you’re using.',
  signOut: 'Sign out',
  inUse: 'You’re using a personal access token, account {account}.',
  inUseAs: 'You’re using a personal access token as {name} ({email}), account {account}.',
  inUseHint:
    'It stays in this page’s memory, so reloading removes it. LiveChat accepts it until you delete it in Developer Console.',
  goToChats: 'Go to chats',
  remove: 'Remove token',
})
