import { createSignInClient } from '../../src/auth/index.ts'
import '../../src/embed/define.ts'
import { accountsUrl, clientId, gotToken, gotUncheckedToken } from './page.ts'

/** The element of this package. Its attributes have no function in them, so it is given a client. */
const client = createSignInClient({ clientId, accountsUrl, onUncheckedToken: gotUncheckedToken })
const element = document.createElement('sign-in-with-livechat')
element.client = client
element.addEventListener('signed-in', () => void client.getAccessToken().then(gotToken))
document.querySelector('#root')?.append(element)
