import type { LikelyCause } from './explain-failure.ts'

/** LiveChat shows its own error page, and no other, to an app or a redirect URI it does not know. */
export const likelyCause: LikelyCause = (
  { accountsUrl, clientId, redirectUri },
  { origin, pathname },
) =>
  `The window closed without a response. If it showed an error, compare client id ${clientId} and redirect URI ${redirectUri} with the app in Developer Console (${accountsUrl}), or run: npx sign-in-with-livechat doctor ${origin}${pathname} --client-id ${clientId} --accounts-url ${accountsUrl}`
