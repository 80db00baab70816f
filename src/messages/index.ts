export { messagesIn, onMessagesLoaded } from './load-messages.ts'
export { english, fill, type MenuMessages, type Messages } from './messages.ts'
export { alternativeText, failureText, pageText, progressText } from './sign-in-text.ts'
export { loadTranslation } from './translations.ts'
