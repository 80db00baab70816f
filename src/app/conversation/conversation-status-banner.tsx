import type { ConversationResult } from '../../react/inbox/index.ts'
import { isLoadError, isMissingScope } from '../chat/api-errors.ts'
import { chatText } from '../chat/chat-text.ts'
import { StaleNotice } from '../chat/stale-notice.tsx'
import { describeError } from '../language/describe-error.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { WarningIcon } from '../ui/icons.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { conversationText } from './conversation-text.ts'
import { describeStartError } from './start-customer-chat.ts'
import type { ChatAction } from './use-chat-action.ts'

export interface ConversationStatusBannerProps {
  conversation: ConversationResult
  action: ChatAction
  /** Whether the reply box is there already, before the chat has loaded. */
  canAnswer: boolean
  online: boolean
}

/** The most important problem with this chat; a missing scope is reported above the list. */
export function ConversationStatusBanner(props: ConversationStatusBannerProps) {
  const { conversation, action, canAnswer, online } = props
  const { chat, threads, error, isLoading, staleSince, refresh } = conversation
  if (action.error && isSaidHere(action.error)) {
    return (
      <p className="action-error" role="alert">
        {conversationText().actionFailed({
          reason:
            action.failed === 'enter'
              ? describeStartError(action.error)
              : describeError(action.error),
        })}
      </p>
    )
  }
  if (!online || !error || !isSaidHere(error)) {
    // Between messages and reply box it would move the messages when it disappears.
    if (!chat && isLoading && !(canAnswer && threads.length > 0)) {
      return (
        <output className="waiting">
          <Spinner />
          <span>{chatText().loadingChat}</span>
        </output>
      )
    }
    return online && staleSince !== undefined ? <StaleNotice time={staleSince} /> : null
  }
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title={conversationText().notLoaded} announce>
      <p>{describeError(error)}</p>
      <Button onClick={() => void refresh()}>{chatText().tryAgain}</Button>
    </Banner>
  )
}

/** A missing scope for one chat or action is reported here, since the list may have loaded. */
function isSaidHere(error: Error): boolean {
  return isLoadError(error) || isMissingScope(error)
}
