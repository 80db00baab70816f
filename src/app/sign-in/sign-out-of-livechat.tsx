import { useSignInClient } from '../../react/index.ts'
import { signInText } from './sign-in-page-text.ts'

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
      <span>{signInText().stillSignedIn}</span>{' '}
      <button type="button" className="link-button" onClick={leave}>
        {signInText().signOutOfLiveChat}
      </button>
    </p>
  )
}
