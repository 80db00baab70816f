import { lazy, Suspense } from 'react'
import { Outlet, type RouteObject } from 'react-router'
import { loadDesk } from './load-desk.ts'

const ArchivesPage = lazy(async () => ({ default: (await loadDesk()).ArchivesPage }))
const ChatsPage = lazy(async () => ({ default: (await loadDesk()).ChatsPage }))
const ConversationPage = lazy(async () => ({ default: (await loadDesk()).ConversationPage }))
const DeskProvider = lazy(async () => ({ default: (await loadDesk()).DeskProvider }))
const NoChatOpen = lazy(async () => ({ default: (await loadDesk()).NoChatOpen }))

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const chatRoutes: RouteObject = {
  element: (
    <Suspense fallback={<output className="plain-message">Opening your chats…</output>}>
      <DeskProvider>
        <Outlet />
      </DeskProvider>
    </Suspense>
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
