import { createSignInClient, SignInError } from 'sign-in-with-livechat'
import AccountsSDK from 'sign-in-with-livechat/accounts-sdk'

const server_url = new URLSearchParams(location.search).get('accounts') ?? 'http://localhost:3001'
const client_id = '9cbf3a968289727cb3cdfe83ab1d9836'
const client = createSignInClient({ clientId: client_id, accountsUrl: server_url })
const sdk = new AccountsSDK({ client_id, server_url })
const words = document.querySelector('p')

document.querySelector('button')?.addEventListener('click', async () => {
  try {
    const { scopes } = await client.signIn()
    // The agent is signed in at LiveChat now, so the second sign-in closes its window by itself.
    const answer = await sdk.iframe().authorize()
    if (words) words.textContent = `Signed in, ${scopes.length} scopes, ${Object.keys(answer)}`
  } catch (error) {
    const why = error instanceof SignInError ? error.code : JSON.stringify(error)
    if (words) words.textContent = `Failed: ${why}`
  }
})
