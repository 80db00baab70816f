import { createContext, use, useSyncExternalStore } from 'react'
import type { TokenMode, TokenModeState } from '../personal-token/token-mode.ts'

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
