import { Suspense, use } from 'react'
import { Navigate, Outlet, type RouteObject } from 'react-router'
import { loadSignedInPages } from './loading/load-signed-in-pages.ts'
import { useIsTokenMode } from './session/token-mode-context.ts'

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const signedInRoutes: RouteObject = {
  element: (
    <Suspense fallback={<output className="plain-message">Opening your inbox…</output>}>
      <Outlet />
    </Suspense>
  ),
  children: [
    {
      element: <WithComposer />,
      children: [
        {
          path: '/chats',
          element: <Page name="ChatsPage" />,
          children: [
            { index: true, element: <Page name="NoChatOpen" /> },
            { path: ':chatId', element: <Page name="ConversationPage" /> },
          ],
        },
        { path: '/archives', element: <Page name="ArchivesPage" /> },
      ],
    },
    { path: '/account', element: <OwnAccount /> },
  ],
}

/** What its pages share. */
function WithComposer() {
  const { ComposerProvider } = use(loadSignedInPages())
  return (
    <ComposerProvider>
      <Outlet />
    </ComposerProvider>
  )
}

interface PageProps {
  name: 'AccountPage' | 'ArchivesPage' | 'ChatsPage' | 'ConversationPage' | 'NoChatOpen'
}

function Page({ name }: PageProps) {
  const Component = use(loadSignedInPages())[name]
  return <Component />
}

/** Most of the account page is about a session, and a personal access token has none. */
function OwnAccount() {
  return useIsTokenMode() ? <Navigate to="/token" replace /> : <Page name="AccountPage" />
}
