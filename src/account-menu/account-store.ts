import { type Account, createAccountsClient, type Organization } from '../accounts-api/index.ts'
import type { Session, SignInClient, SignInError } from '../auth/index.ts'
import { asSignInError, liveSessionOf } from '../auth/internal.ts'
import { createStore, type Store } from '../store/index.ts'
import { forgetOrganizations, rememberOrganization } from './recent-organizations.ts'

/** What is known of the account that is signed in. */
export type AccountState =
  | { readonly status: 'signed-out' }
  | { readonly status: 'loading' }
  /** Each is undefined where the scopes of the session, such as `accounts--my:ro`, do not allow to know it. */
  | {
      readonly status: 'loaded'
      readonly account: Account | undefined
      readonly organization: Organization | undefined
    }
  | { readonly status: 'failed'; readonly reason: SignInError }

/** The account of a client's session, loaded once for all of the page that shows it. */
export interface AccountStore extends Omit<Store<AccountState>, 'set'> {
  /** Asks LiveChat again. */
  reload(): void
}

const stores = new WeakMap<SignInClient, AccountStore>()

/** Returns the store of a client's account, which asks LiveChat as long as somebody listens. */
export function accountStoreOf(client: SignInClient): AccountStore {
  let store = stores.get(client)
  if (!store) {
    store = createAccountStore(client)
    stores.set(client, store)
  }
  return store
}

const signedOut: AccountState = { status: 'signed-out' }
const loading: AccountState = { status: 'loading' }

function createAccountStore(client: SignInClient): AccountStore {
  const accounts = createAccountsClient(client)
  const { getSnapshot, subscribe, set } = createStore<AccountState>(
    liveSessionOf(client.getSnapshot()) ? loading : signedOut,
  )
  let listeners = 0
  /** The sign-in that was asked about. */
  let asked: { signInId: string; request: AbortController } | undefined

  function follow(): void {
    const state = client.getSnapshot()
    if (state.status === 'signed-out') forgetOrganizations()
    const session = liveSessionOf(state)
    // A refresh keeps the sign-in, and whose it is.
    if (session && session.signInId === asked?.signInId) return
    asked?.request.abort()
    asked = undefined
    if (!session) set(signedOut)
    else if (listeners === 0) set(loading)
    else load(session)
  }

  function load(session: Session): void {
    asked?.request.abort()
    const request = new AbortController()
    asked = { signInId: session.signInId, request }
    if (!isShown(session.accountId)) set(loading)
    const { signal } = request
    Promise.all([accounts.getAccount({ signal }), accounts.getOrganization({ signal })]).then(
      ([account, organization]) => {
        if (signal.aborted) return
        const accountId = session.accountId ?? account?.accountId
        if (accountId && organization) rememberOrganization(accountId, organization)
        set({ status: 'loaded', account, organization })
      },
      (thrown) => {
        if (!signal.aborted) set({ status: 'failed', reason: asSignInError(thrown, 'network') })
      },
    )
  }

  // Also while nobody listens: whoever does next must not see the account of an earlier agent.
  client.subscribe(follow)

  /** What is shown of an account stays while it is asked about again. */
  function isShown(accountId: string | undefined): boolean {
    const state = getSnapshot()
    return (
      state.status === 'loaded' && accountId !== undefined && state.account?.accountId === accountId
    )
  }

  return {
    getSnapshot,
    subscribe(listener) {
      const stop = subscribe(listener)
      listeners += 1
      if (listeners === 1) follow()
      return () => {
        stop()
        listeners -= 1
      }
    },
    reload() {
      const session = liveSessionOf(client.getSnapshot())
      if (session) load(session)
    },
  }
}
