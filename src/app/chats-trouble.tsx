import { AgentChatError } from '../agent-chat/index.ts'
import { SignInError } from '../auth/index.ts'
import { SignInWithLiveChat, useSession } from '../react/index.ts'
import { Banner } from './banner.tsx'
import { ClockIcon, KeyIcon, WarningIcon } from './icons.tsx'

export interface ChatsTroubleProps {
  /** Why the last load failed. */
  error: Error | null
  /** Chats loaded before are on screen. */
  hasChats: boolean
  online: boolean
  onRetry: () => void
}

/** What stands between the agent and their chats, and the way out; at most one thing at a time. */
export function ChatsTrouble({ error, hasChats, online, onRetry }: ChatsTroubleProps) {
  const state = useSession()
  if (state.status === 'expired' || (state.status === 'signing-in' && !isScope(error))) {
    return (
      <Banner tone="calm" icon={<ClockIcon />} title="Your session has ended">
        <p>
          {hasChats
            ? 'The chats below stay as they are. Sign in to go on where you were.'
            : 'Sign in, and your chats load.'}
        </p>
        <SignInWithLiveChat size="small" />
      </Banner>
    )
  }
  if (isScope(error)) {
    return (
      <Banner tone="wrong" icon={<KeyIcon />} title="This sign-in may not list chats" announce>
        <p>
          The list needs the scope <code>chats--access:ro</code>, which lets this page read the
          chats you have access to. Sign in again and choose Allow. If LiveChat does not offer it,
          the developer of this app has to add it in Developer Console.
        </p>
        <SignInWithLiveChat size="small" prompt="consent" />
      </Banner>
    )
  }
  // Offline has its own banner, and a session that ended tells so itself.
  if (!error || !online || error instanceof SignInError) return null
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title="The chats could not be loaded" announce>
      <p>{wordsFor(error)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </Banner>
  )
}

function isScope(error: Error | null): boolean {
  return error instanceof AgentChatError && error.code === 'authorization'
}

function wordsFor(error: Error): string {
  return error instanceof AgentChatError
    ? error.message
    : 'This page met a fault of its own. Try again; if it repeats, tell its developer.'
}
