import { AgentChatError } from '../../agent-chat/index.ts'
import { Banner } from '../banner.tsx'
import { isLoadError, isMissingScope } from '../chats-error.ts'
import { WarningIcon } from '../icons.tsx'
import type { ChatAction } from './use-chat-action.ts'
import type { Conversation } from './use-conversation.ts'

export interface ConversationTroubleProps {
  conversation: Conversation
  action: ChatAction
  online: boolean
}

/** What went wrong with this chat; what the session lacks is said above the list. */
export function ConversationTrouble({ conversation, action, online }: ConversationTroubleProps) {
  const { chat, error, isLoading, refresh } = conversation
  if (action.error && isSaidHere(action.error)) {
    return (
      <p className="action-error" role="alert">
        That did not work. {wordsOf(action.error)}
      </p>
    )
  }
  if (!online || !error || !isSaidHere(error)) {
    return !chat && isLoading ? <output className="hint centered">Opening the chat…</output> : null
  }
  return (
    <Banner tone="wrong" icon={<WarningIcon />} title="This chat could not be loaded" announce>
      <p>{wordsOf(error)}</p>
      <button type="button" className="button" onClick={() => void refresh()}>
        Try again
      </button>
    </Banner>
  )
}

/** A missing scope for one chat or one deed is said here, since the list may well be there. */
function isSaidHere(error: Error): boolean {
  return isLoadError(error) || isMissingScope(error)
}

function wordsOf(error: Error): string {
  return error instanceof AgentChatError
    ? error.message
    : 'This page met a fault of its own. Try again; if it repeats, tell its developer.'
}
