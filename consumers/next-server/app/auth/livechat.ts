import { createServerSignIn } from 'sign-in-with-livechat/server'

export const auth = createServerSignIn({
  clientId: process.env.LIVECHAT_CLIENT_ID ?? '',
  clientSecret: process.env.LIVECHAT_CLIENT_SECRET ?? '',
  cookieSecret: process.env.COOKIE_SECRET ?? '',
  redirectUri: `${process.env.ORIGIN}/auth/callback`,
  accountsUrl: process.env.ACCOUNTS_URL ?? 'https://accounts.livechat.com',
})
