import { describeTimeLeft } from '../text/index.ts'

/** What the menu says; English, as everything below the label of the button. */
export const menuText = {
  account: 'Account',
  accountOf: (name: string) => `Account: ${name}`,
  loading: 'Loading…',
  loadFailed: 'Your account couldn’t be loaded.',
  tryAgain: 'Try again',
  staySignedIn: 'Stay signed in',
  switchTo: (organization: string) => `Switch to ${organization}`,
  switchAccount: 'Switch account',
  signOut: 'Sign out',
  timeLeft: (milliseconds: number) => `Session expires in ${describeTimeLeft(milliseconds)}`,
}
