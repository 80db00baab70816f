import { onlineManager } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { createBrowserRouter, Navigate, Outlet, useRouteError } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { forgetOrganizations } from '../account-menu/index.ts'
import { type SignInClient, sessionOf } from '../auth/index.ts'
import { onOwnerChange } from '../react/inbox/inbox-internal.ts'
import { createInboxClient, type InboxClient } from '../react/inbox/index.ts'
import { useSession } from '../react/index.ts'
import type { AppProps } from './app-props.ts'
import { clearDrafts, openDraftStorage } from './composer/draft-storage.ts'
import type { Environment } from './environment.ts'
import { ErrorPage } from './layout/error-page.tsx'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { loadChunk } from './lib/load-chunk.ts'
import { pathWithin } from './lib/path-within.ts'
import { PictureSources } from './lib/picture-sources.ts'
import { createQueryClient } from './lib/query-client.ts'
import { watchNetwork } from './lib/use-online.ts'
import { signedInPages } from './loading/load-signed-in-pages.ts'
import { CurrentServices } from './personal-token/current-services.tsx'
import { createTokenMode } from './personal-token/token-mode.ts'
import {
  type TokenMode,
  TokenModeContext,
  useTokenModeState,
} from './session/token-mode-context.ts'
import { returnToOf } from './sign-in/callback-page.tsx'
import { SignInPage, signInPageProps } from './sign-in/sign-in-page.tsx'
import { signedInRoutes } from './signed-in-routes.tsx'
import { startText } from './start-text.ts'

const TokenPage = lazy(async () => ({
  default: (await loadChunk(() => import('./personal-token/token-page.tsx'), import.meta.url))
    .TokenPage,
}))

/** All but the sign-in page of somebody who just came. */
export function RoutedApp(props: AppProps) {
  const { pictureSources } = props.environment
  const { inbox, tokenMode } = prepare(props.client, props.environment)
  const [router] = useState(() => createRouter(props))
  return (
    <TokenModeContext value={tokenMode}>
      <CurrentServices inbox={inbox}>
        <PictureSources value={pictureSources}>
          <RouterProvider router={router} />
        </PictureSources>
      </CurrentServices>
    </TokenModeContext>
  )
}

interface Prepared {
  inbox: InboxClient
  tokenMode: TokenMode | undefined
}

const prepared = new WeakMap<SignInClient, Prepared>()

/** Makes what outlasts rendering, once for each client. */
export function prepare(client: SignInClient, environment: Environment): Prepared {
  const known = prepared.get(client)
  if (known) return known
  const { apiUrl, pollInterval, personalTokens } = environment
  // What failed without a network is asked for again at once when the browser has one.
  onlineManager.setOnline(navigator.onLine)
  watchNetwork()
  client.subscribe(() => {
    if (client.getSnapshot().status === 'signed-out') forgetOrganizations()
  })
  // Not when a sign-in fails: the drafts are of the agent who reloaded the page.
  onOwnerChange(client, () => {
    if (!sessionOf(client.getSnapshot())) clearDrafts()
  })
  const made = {
    inbox: createInboxClient(client, {
      apiUrl,
      pollInterval,
      openDraftStorage,
      createQueryClient,
    }),
    tokenMode: personalTokens ? createTokenMode(client, environment) : undefined,
  }
  prepared.set(client, made)
  return made
}

/** The router would go there by itself, but after it has drawn the page that leads there, and then at its leisure. */
function startAtChats({ client, environment: { base }, resumed }: AppProps): void {
  const path = pathWithin(base)
  const starts = { '': `${base}chats`, '/': `${base}chats`, '/callback': returnToOf(resumed, base) }
  const start = starts[path as keyof typeof starts]
  if (start && sessionOf(client.getSnapshot())) history.replaceState(null, '', start)
}

function createRouter(props: AppProps) {
  startAtChats(props)
  const { environment, resumed } = props
  const { base, sandbox } = environment
  const signInPage = <SignInPage {...signInPageProps(environment, resumed)} />
  const routes = [
    {
      errorElement: <RouteError />,
      children: [
        { path: '/', element: <Home signInPage={signInPage} /> },
        {
          path: '/callback',
          element: <Navigate to={pathWithin(base, returnToOf(resumed, base))} replace />,
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
                  <Suspense
                    fallback={<output className="plain-message">{startText().loading}</output>}
                  >
                    <TokenPage sandbox={sandbox} cleaned={resumed.status === 'failed'} />
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
  return createBrowserRouter(routes, { basename: base.slice(0, -1) || '/' })
}

function RouteError() {
  return <ErrorPage error={useRouteError()} />
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
    if (status !== 'signed-out') void signedInPages.preload()
  }, [status])
}
