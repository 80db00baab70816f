import { Suspense, use } from 'react'
import { Navigate, Outlet, type RouteObject } from 'react-router'
import { PerAgent } from '../react/inbox/inbox-internal.ts'
import { usePageLanguage } from './language/use-page-language.ts'
import { signedInPages } from './loading/load-signed-in-pages.ts'
import { useIsTokenMode } from './session/token-mode-context.ts'
import { startText } from './start-text.ts'

/** Where an agent works; the list stays as it is while chats open and close beside it. */
export const signedInRoutes: RouteObject = {
  element: (
    <Suspense fallback={<output className="plain-message">{startText().loadingInbox}</output>}>
      <Outlet />
    </Suspense>
  ),
  children: [
    {
      element: <Workspace />,
      children: [
        {
          element: <WithChats />,
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
    },
  ],
}

/** What an agent's pages share, such as chats that are being closed; another agent begins with none of it. */
function Workspace() {
  const { ClosingProvider, UnsentGuard } = use(signedInPages.load())
  return (
    <ClosingProvider>
      <UnsentGuard />
      <Outlet />
    </ClosingProvider>
  )
}

/** The pages with chats, which begin anew for another agent. */
function WithChats() {
  const { ListPositionsProvider } = use(signedInPages.load())
  return (
    <PerAgent>
      <ListPositionsProvider>
        <Outlet />
      </ListPositionsProvider>
    </PerAgent>
  )
}

interface PageProps {
  name: 'AccountPage' | 'ArchivesPage' | 'ChatsPage' | 'ConversationPage' | 'NoChatOpen'
}

/** A page, drawn again in another language when the agent chooses one. */
function Page({ name }: PageProps) {
  usePageLanguage()
  const Component = use(signedInPages.load())[name]
  return <Component />
}

/** Most of the account page is about a session, and a personal access token has none. */
function OwnAccount() {
  return useIsTokenMode() ? <Navigate to="/token" replace /> : <Page name="AccountPage" />
}
