import { type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import type { AppProps } from './app-props.ts'
import { ErrorBoundary } from './layout/error-boundary.tsx'
import { pathWithin } from './lib/path-within.ts'
import { preloadInbox, preloadInboxWhenIdle, routedApp } from './preload-inbox.ts'
import { CallbackPage, returnToOf } from './sign-in/callback-page.tsx'
import { SignInPage, signInPageProps } from './sign-in/sign-in-page.tsx'
import { startText } from './start-text.ts'

const callback = /^\/callback\/?$/

/** Takes the page of LiveChat's answers out of the address when there was none. */
export function leaveCallback({ environment: { base }, resumed }: AppProps): void {
  if (resumed.status === 'none' && callback.test(pathWithin(base))) {
    history.replaceState(null, '', base)
  }
}

/** Paths that show the sign-in page to whoever is signed out. */
const forAgents = /^\/?(|callback|chats(\/[^/]*)?|archives|account)\/?$/

/** The sign-in page, which needs little; once somebody is signed in, and on pages for everybody, all the rest. */
export function App(props: AppProps) {
  const { environment, resumed } = props
  const session = sessionOf(useSession())
  const [path] = useState(() => pathWithin(environment.base))
  const [isRouted, setRouted] = useState(!forAgents.test(path))
  if (session && !isRouted) setRouted(true)
  if (isRouted) {
    return (
      <ErrorBoundary>
        <Suspense fallback={<output className="plain-message">{startText().loading}</output>}>
          <Routed {...props} />
        </Suspense>
      </ErrorBoundary>
    )
  }
  return (
    <Preloading servers={[environment.accountsUrl, environment.apiUrl]}>
      {resumed.status === 'failed' && callback.test(path) ? (
        <CallbackPage returnTo={returnToOf(resumed, environment.base)} />
      ) : (
        <SignInPage {...signInPageProps(environment, resumed)} />
      )}
    </Preloading>
  )
}

function Routed(props: AppProps) {
  const { RoutedApp } = use(routedApp.load())
  return <RoutedApp {...props} />
}

interface PreloadingProps {
  /** Asked as soon as somebody signs in. */
  servers: readonly string[]
  children: ReactNode
}

/** Gets ready for what comes after the sign-in page. */
function Preloading({ servers, children }: PreloadingProps) {
  const { status } = useSession()
  useEffect(preloadInboxWhenIdle, [])
  useEffect(() => {
    if (status !== 'signed-out') void preloadInbox()
  }, [status])
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    for (const sign of ['pointerover', 'keyup']) {
      window.addEventListener(sign, () => setNear(true), { signal, once: true })
    }
    return () => stop.abort()
  }, [])
  return (
    <>
      {children}
      {/* Nothing is opened for a page that nobody looks at. */}
      {isNear &&
        servers.map((one) => (
          <link key={one} rel="preconnect" href={one} crossOrigin="anonymous" />
        ))}
    </>
  )
}
