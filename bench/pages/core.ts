import { createSignInClient, type Session } from '../../src/auth/index.ts'
import { accountsUrl, clientId, gotToken, gotUncheckedToken, onClick } from './page.ts'

/** The core of this package, without a framework. */
const client = createSignInClient({ clientId, accountsUrl, onUncheckedToken: gotUncheckedToken })
const resumed = client.resume()
void client.prepareCodeGrant()
const take = (signedIn: Promise<Session>) =>
  void signedIn.then(() => client.getAccessToken()).then(gotToken)

onClick('popup', () => take(client.signIn()))
onClick('code', () => take(client.signIn({ grantType: 'code' })))
onClick('redirect', () => void client.signIn({ flow: 'redirect' }))
if ((await resumed).status === 'signed-in') gotToken(await client.getAccessToken())
