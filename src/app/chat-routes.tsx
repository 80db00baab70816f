import { Outlet, type RouteObject } from 'react-router'
import { ArchivesPage } from './archives/archives-page.tsx'
import { ChatsPage } from './chats-page.tsx'
import { ConversationPage } from './conversation/conversation-page.tsx'
import { DeskProvider } from './conversation/desk-context.tsx'
import { NoChatOpen } from './conversation/no-chat-open.tsx'

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const chatRoutes: RouteObject = {
  element: (
    <DeskProvider>
      <Outlet />
    </DeskProvider>
  ),
  children: [
    {
      path: '/chats',
      element: <ChatsPage />,
      children: [
        { index: true, element: <NoChatOpen /> },
        { path: ':chatId', element: <ConversationPage /> },
      ],
    },
    { path: '/archives', element: <ArchivesPage /> },
  ],
}
