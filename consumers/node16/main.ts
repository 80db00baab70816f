import assert from 'node:assert/strict'
import { createSignInClient, type Session, SignInError } from 'sign-in-with-livechat'
import AccountsSDK, { type AuthorizeResponse } from 'sign-in-with-livechat/accounts-sdk'
import { createAgentChatClient } from 'sign-in-with-livechat/agent-chat'
import { watchSignIn } from 'sign-in-with-livechat/debug'
import { SignInWithLiveChatElement } from 'sign-in-with-livechat/embed'
import { LiveChatAccountMenuElement } from 'sign-in-with-livechat/embed/account-menu'
import * as defined from 'sign-in-with-livechat/embed/define'
import { createLiveFeed } from 'sign-in-with-livechat/live-feed'
import { SignInWithLiveChat, useSession } from 'sign-in-with-livechat/react'
import { AccountMenu, useAccount } from 'sign-in-with-livechat/react/account'
import { InboxProvider, useChatList } from 'sign-in-with-livechat/react/inbox'
import { startSandbox } from 'sign-in-with-livechat/sandbox'
import { createServerSignIn } from 'sign-in-with-livechat/server'
import { createServerSession } from 'sign-in-with-livechat/server-session'
import 'sign-in-with-livechat/shared-session-worker'
import { signInThroughSandbox } from 'sign-in-with-livechat/testing'

// Importing has no side effects, also where there is no page: a server renders this code too.
assert.equal(typeof createSignInClient, 'function')
assert.equal(new SignInError('popup_closed').code, 'popup_closed')
assert.equal(typeof SignInWithLiveChat, 'function')
assert.equal(typeof useSession, 'function')
assert.equal(typeof AccountMenu, 'function')
assert.equal(typeof watchSignIn, 'function')
assert.equal(typeof useAccount, 'function')
assert.equal(typeof InboxProvider, 'function')
assert.equal(typeof useChatList, 'function')
assert.equal(typeof LiveChatAccountMenuElement, 'function')
assert.equal(typeof createLiveFeed, 'function')
assert.equal(defined.SignInWithLiveChatElement, SignInWithLiveChatElement)
assert.equal(typeof signInThroughSandbox, 'function')
assert.equal(new AccountsSDK({ client_id: 'app' }).options.response_type, 'token')

assert.equal(typeof createServerSession, 'function')

const sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
const site = 'http://localhost:8080'
const auth = createServerSignIn({
  clientId: '81e8a326ec4a63252faa0ae6f660c0c8',
  clientSecret: 'test_d7MEp1YYo3',
  cookieSecret: 'at least 32 characters, at random',
  redirectUri: `${site}/auth/callback`,
  accountsUrl: sandbox.accountsUrl,
})
const started = await auth.signIn(new Request(`${site}/auth/sign-in`))
assert.equal(new URL(started.headers.get('Location') ?? '').origin, sandbox.accountsUrl)
const headers = { Origin: site }
const refused = await auth.token(new Request(`${site}/auth/token`, { method: 'POST', headers }))
assert.equal(refused.status, 401)
const none = async () => 'none'
const api = createAgentChatClient({
  apiUrl: sandbox.apiUrl,
  getAccessToken: none,
  renewAccessToken: none,
})
await assert.rejects(api.listChats(), { name: 'AgentChatError' })
const page = await fetch(`${sandbox.accountsUrl}/assets/accounts.css`)
assert.equal(page.status, 200)
await sandbox.close()

export type Known = [Session, AuthorizeResponse]
