import type { Flow, GrantType, SignInHint } from '../../auth/index.ts'
import { cut } from '../lib/truncate.ts'

/** How the agent travels, in one line. */
export function flowInWords(flow: Flow): string {
  return flow === 'popup'
    ? 'LiveChat opens in a small window; this page stays where it is.'
    : 'This page goes to LiveChat and comes back.'
}

/** What comes back and what that means for the agent, in one line. */
export function grantInWords(grant: GrantType, flow: Flow): string {
  if (grant === 'code') return 'A one-time code buys the access, and the session renews itself.'
  return flow === 'popup'
    ? 'The access comes at once; near its end you are asked to continue.'
    : 'The access comes in the address, which stays in your browser’s history.'
}

/** The one click that signs in again whoever was here last. */
export function continueLabel({ name, email }: SignInHint): string {
  const who = name ?? email
  return who ? `Continue as ${cut(who, 60)}` : 'Continue where you were'
}
