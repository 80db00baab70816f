import { UserManager } from 'oidc-client-ts'
import { accountsUrl, clientId, gotToken, onClick, pageUrl } from './page.ts'

/** oidc-client-ts, which knows no message from LiveChat: its window comes back to this page, which tells its opener. */
const manager = new UserManager({
  authority: accountsUrl,
  metadata: {
    issuer: accountsUrl,
    authorization_endpoint: `${accountsUrl}/`,
    token_endpoint: `${accountsUrl}/v2/token`,
  },
  client_id: clientId,
  redirect_uri: pageUrl,
  popup_redirect_uri: pageUrl,
  scope: 'chats--access:rw',
  automaticSilentRenew: false,
})

onClick('code', () => void manager.signinPopup().then((user) => gotToken(user.access_token)))
if (location.search.includes('code=')) void manager.signinPopupCallback()
