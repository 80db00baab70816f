import '../../src/embed/define.ts'
import { accountsUrl, clientId, gotToken } from './page.ts'

/** The element of this package. */
const element = document.createElement('sign-in-with-livechat')
element.setAttribute('client-id', clientId)
element.setAttribute('accounts-url', accountsUrl)
element.addEventListener('signed-in', () => {
  void element.client?.getAccessToken().then(gotToken)
})
document.querySelector('#root')?.append(element)
