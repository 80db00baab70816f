import { useSignInClient } from '../../react/index.ts'

/** Offers to end the session at LiveChat as well, which would sign the same agent in again without a word. */
export function SignOutOfLiveChat() {
  const client = useSignInClient()
  const leave = () => {
    const { redirectGrantType: grantType } = client.settings
    // The page leaves; what fails is shown by the sign-in button.
    client.signIn({ flow: 'redirect', grantType, signInPage: 'after-sign-out' }).catch(() => {})
  }
  return (
    <p>
      You may still be signed in to LiveChat in this browser.{' '}
      <button type="button" className="link-button" onClick={leave}>
        Sign out of LiveChat too
      </button>
    </p>
  )
}
