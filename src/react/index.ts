/**
 * Sign in with LiveChat for React: a provider, hooks and a button.
 *
 * ```tsx
 * const client = createSignInClient({ clientId: '…' })
 * await client.resume()
 *
 * <LiveChatProvider client={client}>
 *   <SignInWithLiveChat />
 * </LiveChatProvider>
 * ```
 *
 * @module
 */
export type { Messages } from '../messages/index.ts'
export { LiveChatMark, type LiveChatMarkProps } from './livechat-mark.tsx'
export {
  LiveChatProvider,
  type LiveChatProviderProps,
  useSignInClient,
} from './livechat-provider.tsx'
export { SessionExpiring, type SessionPartProps, SignedIn, SignedOut } from './session-parts.tsx'
export { SignInWithLiveChat, type SignInWithLiveChatProps } from './sign-in-button.tsx'
export { useSession } from './use-session.ts'
export { useSignInHint } from './use-sign-in-hint.ts'
export { useTimeLeft } from './use-time-left.ts'
