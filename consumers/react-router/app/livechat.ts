import { createSignInClient } from 'sign-in-with-livechat'
import { createAgentChatClient } from 'sign-in-with-livechat/agent-chat'

const inBrowser = typeof window !== 'undefined'
const address = new URLSearchParams(inBrowser ? window.location.search : '')

export const client = createSignInClient({
  clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
  accountsUrl: address.get('accounts') ?? 'http://localhost:3001',
})
export const liveChat = createAgentChatClient({
  apiUrl: address.get('api') ?? 'http://localhost:3002',
  getAccessToken: client.getAccessToken,
  renewAccessToken: client.renewAccessToken,
})
if (inBrowser) void client.resume()
