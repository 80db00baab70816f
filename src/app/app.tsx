import { type ReactNode, useState } from 'react'
import { createBrowserRouter, Navigate, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type Resumed, sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import { AccountPage } from './account/account-page.tsx'
import { CallbackPage } from './callback-page.tsx'
import { chatRoutes } from './chat-routes.tsx'
import { CrashPage } from './crash-page.tsx'
import type { Environment } from './environment.ts'
import { useDeskAhead } from './load-desk.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

export interface AppProps {
  environment: Environment
  resumed: Resumed
}

export function App(props: AppProps) {
  const [router] = useState(() => createRouter(props))
  return <RouterProvider router={router} />
}

function createRouter({ environment, resumed }: AppProps) {
  const signInPage = (
    <SignInPage
      sandbox={environment.sandbox}
      initialFlow={resumed.status === 'failed' ? 'redirect' : 'popup'}
    />
  )
  return createBrowserRouter([
    {
      errorElement: <CrashPage />,
      children: [
        { path: '/', element: <Home signInPage={signInPage} /> },
        { path: '/callback', element: <CallbackPage resumed={resumed} /> },
        {
          element: <SignedIn signInPage={signInPage} />,
          children: [chatRoutes, { path: '/account', element: <AccountPage /> }],
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ])
}

interface WithSignInPage {
  signInPage: ReactNode
}

function Home({ signInPage }: WithSignInPage) {
  useDeskAhead()
  return sessionOf(useSession()) ? <Navigate to="/chats" replace /> : signInPage
}

/** Signs in where the agent stands, so that a deep link stays what it is. */
function SignedIn({ signInPage }: WithSignInPage) {
  useDeskAhead()
  return sessionOf(useSession()) ? <Outlet /> : signInPage
}
