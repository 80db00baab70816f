import { useMemo, useSyncExternalStore } from 'react'
import {
  type AccountState,
  accountStoreOf,
  menuText,
  organizationChoices,
  recentOrganizations,
  switchOrganizationRequest,
} from '../../account-menu/index.ts'
import type { Organization } from '../../accounts-api/index.ts'
import type { Session } from '../../auth/index.ts'
import { liveSessionOf } from '../../auth/internal.ts'
import { useSignInClient } from '../livechat-provider.tsx'
import { useLanguage } from '../use-language.ts'
import { useMessages } from '../use-messages.ts'
import { useSession } from '../use-session.ts'

/** What {@link useAccount} returns. */
export type AccountResult = AccountState & {
  /** Asks LiveChat again, for instance after `failed`. */
  reload: () => void
}

/** What a server renders, and a browser until it has taken that over. */
const signedOut: AccountState = { status: 'signed-out' }

/**
 * Gets the account and organization of whoever is signed in, asked for once however many components use it: `signed-out`,
 * `loading`, `loaded` or `failed`. Needs the scope `accounts--my:ro`; without it `account` is undefined.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useAccount(): AccountResult {
  const store = accountStoreOf(useSignInClient())
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, () => signedOut)
  return useMemo(() => ({ ...state, reload: store.reload }), [state, store])
}

/** What {@link useOrganizations} returns. */
export interface Organizations {
  /** The one of this session; undefined while it is loading, and where LiveChat does not say. */
  current: Organization | undefined
  /**
   * Those worth offering beside it: the account's own, and those it was signed in to before in this tab. LiveChat lists an
   * agent's organizations to no app.
   */
  others: readonly Organization[]
  /**
   * Signs the same agent in to another organization, by pop-up. Call it in the click itself.
   *
   * @throws {SignInError} Also published as the state's `reason`.
   */
  switchTo: (organizationId: string) => Promise<Session>
}

/**
 * Gets the organization of the session, others to offer, and what switches to one.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function useOrganizations(): Organizations {
  const client = useSignInClient()
  const session = liveSessionOf(useSession())
  const state = useAccount()
  const { account, organization } =
    state.status === 'loaded' ? state : { account: undefined, organization: undefined }
  const accountId = session?.accountId ?? account?.accountId
  const { ownOrganization } = { ...menuText, ...useMessages(useLanguage()) }
  return {
    current: organization,
    others: organizationChoices(
      session?.organizationId,
      account?.defaultOrganizationId,
      accountId ? recentOrganizations(accountId) : [],
    ).map((one) => ({ ...one, name: one.name ?? ownOrganization })),
    switchTo: (organizationId) =>
      client.signIn(
        session
          ? switchOrganizationRequest(session, account?.email, organizationId)
          : { organizationId },
      ),
  }
}
