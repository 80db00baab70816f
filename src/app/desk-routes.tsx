import { lazy, Suspense } from 'react'
import { Navigate, Outlet, type RouteObject } from 'react-router'
import { loadDesk } from './load-desk.ts'
import { useIsPersonal } from './personal/personal-context.ts'

const AccountPage = lazy(async () => ({ default: (await loadDesk()).AccountPage }))
const ArchivesPage = lazy(async () => ({ default: (await loadDesk()).ArchivesPage }))
const ChatsPage = lazy(async () => ({ default: (await loadDesk()).ChatsPage }))
const ConversationPage = lazy(async () => ({ default: (await loadDesk()).ConversationPage }))
const DeskProvider = lazy(async () => ({ default: (await loadDesk()).DeskProvider }))
const NoChatOpen = lazy(async () => ({ default: (await loadDesk()).NoChatOpen }))

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const deskRoutes: RouteObject = {
  element: (
    <Suspense fallback={<output className="plain-message">Opening your inbox…</output>}>
      <Outlet />
    </Suspense>
  ),
  children: [
    {
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
    },
    { path: '/account', element: <OwnAccount /> },
  ],
}

/** Most of the account page is about a session, and a personal access token has none. */
function OwnAccount() {
  return useIsPersonal() ? <Navigate to="/token" replace /> : <AccountPage />
}
