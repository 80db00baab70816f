import { SignInWithLiveChatElement } from 'sign-in-with-livechat/embed'

/** Without a bundler: the browser finds the package through the page's import map. */
const words = document.querySelector('p')
customElements.define('my-sign-in', SignInWithLiveChatElement)
const element = new SignInWithLiveChatElement()
element.setAttribute('client-id', '9cbf3a968289727cb3cdfe83ab1d9836')
element.setAttribute('grant-type', 'code')
const accounts = new URLSearchParams(location.search).get('accounts')
if (accounts) element.setAttribute('accounts-url', accounts)
element.addEventListener('signed-in', ({ detail }) => {
  if (words) words.textContent = `Signed in, ${detail.scopes.length} scopes`
})
element.addEventListener('error', ({ detail }) => {
  if (words) words.textContent = `Failed: ${detail.code satisfies string}`
})
document.body.append(element)
