import { useInbox } from '../inbox-provider.tsx'
import { useAccount } from './use-account.ts'

/** The agent's id, their email; undefined until LiveChat has told it, and when it does not. */
export function useMyId(): string | undefined {
  const account = useAccount()?.email
  return useInbox(({ myId }) => myId) ?? account
}
