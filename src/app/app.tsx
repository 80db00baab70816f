import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { createBrowserRouter, Navigate, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type ResumeResult, sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import type { Environment } from './environment.ts'
import { ErrorPage } from './layout/error-page.tsx'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { loadChunk } from './lib/load-chunk.ts'
import { preloadSignedInPages } from './loading/load-signed-in-pages.ts'
import { useTokenModeState } from './session/token-mode-context.ts'
import { CallbackPage } from './sign-in/callback-page.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { signedInRoutes } from './signed-in-routes.tsx'

const TokenPage = lazy(async () => ({
  default: (await loadChunk(() => import('./personal-token/token-page.tsx'), import.meta.url))
    .TokenPage,
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
  const routes = [
    {
      errorElement: <ErrorPage />,
      children: [
        { path: '/', element: <Home signInPage={signInPage} /> },
        {
          path: '/callback',
          element: <CallbackPage base={environment.base} resumed={resumed} />,
        },
        {
          element: <SignedIn signInPage={signInPage} />,
          children: [signedInRoutes],
        },
        ...(environment.personalTokens
          ? [
              {
                path: '/token',
                element: (
                  <Suspense fallback={<output className="plain-message">Loading…</output>}>
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
  ]
  // Without the last slash, so that it counts as the app with and without it.
  return createBrowserRouter(routes, { basename: environment.base.slice(0, -1) || '/' })
}

interface WithSignInPage {
  signInPage: ReactNode
}

function Home({ signInPage }: WithSignInPage) {
  usePreloadedPages()
  return sessionOf(useSession()) ? <Navigate to="/chats" replace /> : signInPage
}

/** Shows the sign-in page at the current URL, so that a deep link survives. */
function SignedIn({ signInPage }: WithSignInPage) {
  usePreloadedPages()
  const tokenMode = useTokenModeState()
  if (sessionOf(useSession())) return <Outlet />
  const refused = tokenMode.status === 'none' && tokenMode.refused
  return refused ? <Navigate to="/token" replace /> : signInPage
}

function usePreloadedPages(): void {
  const { status } = useSession()
  useEffect(() => {
    if (status !== 'signed-out') void preloadSignedInPages()
  }, [status])
}
