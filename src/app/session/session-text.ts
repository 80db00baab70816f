import { defineMessages, params } from '../language/define-messages.ts'

export const sessionText = defineMessages('session', {
  ended: 'Your session has ended',
  offline: 'You’re offline',
  readOnly: 'You can still read what’s here. Sign in to continue.',
  outOfDate: 'This page may be out of date. It’ll update when you’re back online.',
  noChats: 'This sign-in can’t read chats',
  readChats: 'The scope {scope} lets this page read the chats you have access to.',
  signInForScope:
    'Sign in again and choose Allow. If LiveChat doesn’t offer it, ask the developer of this app to add it in Developer Console.',
  tokenForScope: 'Create a personal access token with this scope, then {link}.',
  useToken: 'use it',
  everyone: 'Everyone',
  group: params('Group {number}'),
})
