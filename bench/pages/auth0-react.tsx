import { Auth0Provider, useAuth0 } from '@auth0/auth0-react'
import { createRoot } from 'react-dom/client'
import { clientId, pageUrl } from './page.ts'

/** The same page with auth0-react, as its documents show it. */
function SignIn() {
  const { loginWithPopup } = useAuth0()
  return (
    <main>
      <h1>Sign in to see your chats</h1>
      <button type="button" onClick={() => void loginWithPopup()}>
        Sign in
      </button>
    </main>
  )
}

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <Auth0Provider
      domain="accounts.example.com"
      clientId={clientId}
      authorizationParams={{ redirect_uri: pageUrl }}
    >
      <SignIn />
    </Auth0Provider>,
  )
}
