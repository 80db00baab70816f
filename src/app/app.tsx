import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { createBrowserRouter, Navigate, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type ResumeResult, sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import type { Environment } from './environment.ts'
import { CrashPage } from './layout/error-page.tsx'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { loadPart } from './loading/load-chunk.ts'
import { loadDeskAhead } from './loading/load-signed-in-pages.ts'
import { usePersonalState } from './session/token-mode-context.ts'
import { CallbackPage } from './sign-in/callback-page.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { deskRoutes } from './signed-in-routes.tsx'

const TokenPage = lazy(async () => ({
  default: (await loadPart(import('./personal-token/token-page.tsx'))).TokenPage,
}))

export interface AppProps {
  environment: Environment
  resumed: ResumeResult
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
          children: [deskRoutes],
        },
        ...(environment.personalTokens
          ? [
              {
                path: '/token',
                element: (
                  <Suspense fallback={<output className="plain-message">Opening the page…</output>}>
                    <TokenPage
                      sandbox={environment.sandbox}
                      cleaned={resumed.status === 'failed'}
                    />
                  </Suspense>
                ),
              },
            ]
          : []),
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
  const personal = usePersonalState()
  if (sessionOf(useSession())) return <Outlet />
  const refused = personal.status === 'none' && personal.refused
  return refused ? <Navigate to="/token" replace /> : signInPage
}

function useDeskAhead(): void {
  const { status } = useSession()
  useEffect(() => {
    if (status !== 'signed-out') void loadDeskAhead()
  }, [status])
}
