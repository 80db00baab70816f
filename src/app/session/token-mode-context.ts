import { createContext, use, useSyncExternalStore } from 'react'
import type { PersonalAccessToken } from '../../agent-chat/index.ts'
import type { AgentServices } from '../../react/inbox/index.ts'

/** Whether the agent works with a personal access token. The token itself is nowhere in it. */
export type TokenModeState =
  /** `refused`: LiveChat stopped accepting the last one. */
  | { readonly status: 'none'; readonly refused?: true }
  | { readonly status: 'in-use'; readonly accountId: string; readonly services: AgentServices }

/** Working with a personal access token, which lives in this memory only. */
export interface TokenMode {
  getSnapshot(): TokenModeState
  subscribe(listener: () => void): () => void
  /**
   * Shows LiveChat the token and, if it is good, works with it.
   *
   * @throws {AgentChatError} `authentication` when LiveChat does not accept it, or why it could not be asked.
   */
  take(token: PersonalAccessToken): Promise<void>
  /** Lets go of the token and of everything that was loaded with it. */
  forget(): void
}

/** Undefined where personal access tokens are not for use. */
export const TokenModeContext = createContext<TokenMode | undefined>(undefined)

const none: TokenModeState = { status: 'none' }
const never = () => () => {}

export function useTokenModeState(): TokenModeState {
  const access = use(TokenModeContext)
  return useSyncExternalStore(access?.subscribe ?? never, access?.getSnapshot ?? (() => none))
}

/** Whether the agent works with a personal access token instead of a session. */
export function useIsTokenMode(): boolean {
  return useTokenModeState().status === 'in-use'
}
