import { useHoldsUnsent } from '../../react/inbox/index.ts'
import { useLeaveGuard } from '../lib/use-leave-guard.ts'

/** Makes the browser ask before the page is left while something the agent wrote would be lost. */
export function UnsentGuard() {
  useLeaveGuard(useHoldsUnsent())
  return null
}
