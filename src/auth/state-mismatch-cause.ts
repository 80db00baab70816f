import type { LikelyCause } from './explain-failure.ts'

/** What a redirect leaves behind is known to its tab, and to its origin, alone. */
export const likelyCause: LikelyCause = ({ redirectUri }, { origin, pathname }) =>
  `The response in the address of this page belongs to no sign-in of this tab. Right after a redirect, the sign-in began on another origin: compare this page, ${origin}${pathname}, with the one it began on and with the redirect URI ${redirectUri}; localhost and 127.0.0.1 are different origins. Otherwise the response is an old one: a link, Back or another tab.`
