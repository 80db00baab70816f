/** The part an agent works in, loaded when somebody is about to sign in. */
export { ArchivesPage } from './archives/archives-page.tsx'
export { ChatsPage } from './chats-page.tsx'
export { ConversationPage } from './conversation/conversation-page.tsx'
export { DeskProvider } from './conversation/desk-context.tsx'
export { NoChatOpen } from './conversation/no-chat-open.tsx'
