import { createContext, type ReactNode, useContext, useSyncExternalStore, version } from 'react'
import type { SignInClient } from '../auth/index.ts'
import type { Messages } from '../messages/index.ts'

const SignInClientContext = createContext<SignInClient | undefined>(undefined)

/** What the page says in its own words. */
export const MessagesContext = createContext<Partial<Messages> | undefined>(undefined)

/** Props of {@link LiveChatProvider}. */
export interface LiveChatProviderProps {
  /** The client, created once and outside React with `createSignInClient`. */
  client: SignInClient
  /** What buttons and menus inside say in other words than ours; default: in the language of the page. */
  messages?: Partial<Messages>
  children?: ReactNode
}

/**
 * Provides the sign-in client to the hooks and buttons inside.
 *
 * @throws {Error} With React 17 or older.
 */
export function LiveChatProvider({ client, messages, children }: LiveChatProviderProps) {
  // The package itself installs beside any React: its other entry points need none.
  if (!useSyncExternalStore) {
    throw new Error(
      `sign-in-with-livechat/react needs React 18.3 or newer; this page has ${version}.`,
    )
  }
  return (
    <SignInClientContext.Provider value={client}>
      <MessagesContext.Provider value={messages}>{children}</MessagesContext.Provider>
    </SignInClientContext.Provider>
  )
}

/**
 * Gets the sign-in client of the nearest `LiveChatProvider`.
 *
 * @throws {Error} Without a provider above.
 */
export function useSignInClient(): SignInClient {
  const client = useContext(SignInClientContext)
  if (!client) {
    throw new Error('No sign-in client: wrap this component in <LiveChatProvider client={…}>.')
  }
  return client
}
