import { SignInWithLiveChat, useSession } from '../react/index.ts'
import { Banner } from './banner.tsx'
import { isLoadError, isMissingScope } from './chats-error.ts'
import { ClockIcon, CloudOffIcon, KeyIcon } from './icons.tsx'
import { LoadError } from './load-error.tsx'
import type { Chats } from './use-chats.ts'

export interface ChatsTroubleProps extends Chats {
  online: boolean
}

/** What stands between the agent and their chats, and the way out; at most one thing at a time. */
export function ChatsTrouble(props: ChatsTroubleProps) {
  const { chats, error, failedAtEnd, isRefreshing, online, retry } = props
  const state = useSession()
  if (!online) {
    return (
      <Banner tone="calm" icon={<CloudOffIcon />} title="You are offline" announce>
        <p>
          {chats
            ? 'What you see may be out of date. It loads again when you are back.'
            : 'Your chats load when you are back.'}
        </p>
      </Banner>
    )
  }
  if (state.status === 'expired' || (state.status === 'signing-in' && !isMissingScope(error))) {
    return (
      <Banner tone="calm" icon={<ClockIcon />} title="Your session has ended">
        <p>
          {chats
            ? 'The chats below stay as they are. Sign in to go on where you were.'
            : 'Sign in, and your chats load.'}
        </p>
        <SignInWithLiveChat size="small" />
      </Banner>
    )
  }
  if (isMissingScope(error)) {
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
  if (!isLoadError(error) || failedAtEnd) return null
  return <LoadError error={error} busy={isRefreshing} onRetry={retry} />
}
