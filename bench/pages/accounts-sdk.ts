import AccountsSDK from '@livechat/accounts-sdk'
import { accountsUrl, clientId, gotToken, onClick } from './page.ts'

/** LiveChat's own client, as its sample apps use it. */
const sdk = new AccountsSDK({
  client_id: clientId,
  response_type: 'token',
  server_url: accountsUrl,
  // Its cookies are Secure, which a browser may drop on plain http.
  transaction: { namespace: 'com.livechat.accounts', key_length: 32, force_local_storage: true },
})
const take = (answer: Promise<object>) =>
  void answer.then((fields) => gotToken(String(Reflect.get(fields, 'access_token'))))

onClick('popup', () => take(sdk.popup().authorize()))
onClick('redirect', () => void sdk.redirect().authorize())
if (location.hash.includes('access_token')) take(sdk.redirect().authorizeData())
