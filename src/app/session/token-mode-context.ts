import { createContext, use, useSyncExternalStore } from 'react'
import type { PersonalAccess, PersonalState } from '../personal-token/token-mode.ts'

/** Undefined where personal access tokens are not for use. */
export const PersonalAccessContext = createContext<PersonalAccess | undefined>(undefined)

const none: PersonalState = { status: 'none' }
const never = () => () => {}

export function usePersonalState(): PersonalState {
  const access = use(PersonalAccessContext)
  return useSyncExternalStore(access?.subscribe ?? never, access?.getSnapshot ?? (() => none))
}

/** Whether the agent works with a personal access token instead of a session. */
export function useIsPersonal(): boolean {
  return usePersonalState().status === 'in-use'
}
