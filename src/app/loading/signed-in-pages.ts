/** The part an agent works in, with its looks; loaded when somebody is about to sign in. */
import '@livechat/design-system-react-components/dist/design-system-react-components.css'
import './signed-in.css'

export { AccountPage } from '../account/account-page.tsx'
export { ArchivesPage } from '../archives/archives-page.tsx'
export { askForChats } from '../chats/ask-for-chats.ts'
export { ChatsPage } from '../chats/chats-page.tsx'
export { ListPositionsProvider } from '../chats/list-positions.tsx'
export { ClosingProvider } from '../closing/closing-context.tsx'
export { UnsentGuard } from '../composer/unsent-guard.tsx'
export { ConversationPage } from '../conversation/conversation-page.tsx'
export { NoChatOpen } from '../conversation/no-chat-open.tsx'
