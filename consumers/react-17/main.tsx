import { useEffect, useState } from 'react'
import { render } from 'react-dom'
import AccountsSDK, {
  type AuthError,
  type AuthorizeResponse,
} from 'sign-in-with-livechat/accounts-sdk'

const server_url = new URLSearchParams(location.search).get('accounts') ?? 'http://localhost:3001'
const sdk = new AccountsSDK({ client_id: '9cbf3a968289727cb3cdfe83ab1d9836', server_url })

/** A page as it was written for the official client, on the React of its day. */
function App() {
  const [response, setResponse] = useState<AuthorizeResponse>()
  const [error, setError] = useState<AuthError>()
  useEffect(() => {
    document.title = response ? 'Signed in' : 'Signed out'
  }, [response])
  if (response) return <p>Signed in as {ownerOf(response)}</p>
  return (
    <>
      <button type="button" onClick={() => sdk.popup().authorize().then(setResponse, setError)}>
        Sign in with LiveChat
      </button>
      <p>{error?.description}</p>
    </>
  )
}

function ownerOf({ account_id }: AuthorizeResponse): string {
  return account_id
}

render(<App />, document.getElementById('root'))
