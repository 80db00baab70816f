import { Suspense, use } from 'react'
import { Navigate, Outlet, type RouteObject } from 'react-router'
import { loadDesk } from './loading/load-signed-in-pages.ts'
import { useIsPersonal } from './session/token-mode-context.ts'

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const deskRoutes: RouteObject = {
  element: (
    <Suspense fallback={<output className="plain-message">Opening your inbox…</output>}>
      <Outlet />
    </Suspense>
  ),
  children: [
    {
      element: <Desk />,
      children: [
        {
          path: '/chats',
          element: <Part of="ChatsPage" />,
          children: [
            { index: true, element: <Part of="NoChatOpen" /> },
            { path: ':chatId', element: <Part of="ConversationPage" /> },
          ],
        },
        { path: '/archives', element: <Part of="ArchivesPage" /> },
      ],
    },
    { path: '/account', element: <OwnAccount /> },
  ],
}

/** What its pages share. */
function Desk() {
  const { DeskProvider } = use(loadDesk())
  return (
    <DeskProvider>
      <Outlet />
    </DeskProvider>
  )
}

interface PartProps {
  of: 'AccountPage' | 'ArchivesPage' | 'ChatsPage' | 'ConversationPage' | 'NoChatOpen'
}

function Part({ of }: PartProps) {
  const Page = use(loadDesk())[of]
  return <Page />
}

/** Most of the account page is about a session, and a personal access token has none. */
function OwnAccount() {
  return useIsPersonal() ? <Navigate to="/token" replace /> : <Part of="AccountPage" />
}
