import { useInbox } from '../inbox-provider.tsx'
import { useAccount } from './use-account.ts'

/**
 * Gets the agent's id among the people of a chat, an email address; undefined until LiveChat has told, and when it does not.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useMyId(): string | undefined {
  const account = useAccount()?.email
  return useInbox(({ myId }) => myId) ?? account
}
