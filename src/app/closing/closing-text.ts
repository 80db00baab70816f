import { defineMessages, params } from '../language/define-messages.ts'

export const closingText = defineMessages('closing', {
  notices: 'Closed chats',
  closed: params('Chat with {name} closed'),
  stillOpen: params('The chat with {name} is still open. {reason}'),
  unsent: 'A message in it wasn’t sent.',
  customerWrote: 'The customer has sent a new message.',
  undo: 'Undo',
  open: 'Open chat',
  dismiss: 'Dismiss',
})
