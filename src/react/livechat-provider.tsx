import { createContext, type ReactNode, useContext } from 'react'
import type { SignInClient } from '../auth/index.ts'

const SignInClientContext = createContext<SignInClient | undefined>(undefined)

export interface LiveChatProviderProps {
  /** Made once, outside React, by `createSignInClient`. */
  client: SignInClient
  children?: ReactNode
}

/** Gives the hooks and buttons below it their sign-in client. */
export function LiveChatProvider({ client, children }: LiveChatProviderProps) {
  return <SignInClientContext.Provider value={client}>{children}</SignInClientContext.Provider>
}

/**
 * The sign-in client of the nearest `LiveChatProvider`.
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
