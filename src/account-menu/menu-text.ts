import type { MenuMessages } from '../messages/index.ts'

/** What the menu says in English. */
export const menuText: MenuMessages = {
  account: 'Account',
  accountOf: 'Account: {name}',
  loading: 'Loading…',
  loadFailed: 'Your account couldn’t be loaded.',
  tryAgain: 'Try again',
  staySignedIn: 'Stay signed in',
  switchTo: 'Switch to {organization}',
  switchToOwn: 'Switch to your own organization',
  ownOrganization: 'your own organization',
  switchAccount: 'Switch account',
  signOut: 'Sign out',
  expiresIn: 'Session expires in {time}',
}
