import { Input, Tag } from '@livechat/design-system-react-components'
import { type FormEvent, useRef } from 'react'
import type { Thread } from '../../agent-chat/index.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { truncate } from '../lib/truncate.ts'
import { CloseIcon } from '../ui/icons.tsx'
import { conversationText } from './conversation-text.ts'
import type { ChatAction } from './use-chat-action.ts'

export interface ThreadTagsProps {
  chatId: string
  thread: Thread
  action: ChatAction
  disabled: boolean
}

/** The tags of a thread, to add and remove. */
export function ThreadTags({ chatId, thread, action, disabled }: ThreadTagsProps) {
  const agentChat = useAgentChat()
  const field = useRef<HTMLInputElement>(null)
  const busy = disabled || action.doing !== undefined
  const add = (event: FormEvent) => {
    event.preventDefault()
    const tag = field.current?.value.trim()
    if (!tag || busy) return
    action.run('tag', () => agentChat.tagThread({ chatId, threadId: thread.id, tag }))
    if (field.current) field.current.value = ''
  }
  const remove = (tag: string) =>
    action.run('tag', () => agentChat.untagThread({ chatId, threadId: thread.id, tag }))
  return (
    <div className="tags">
      <ul aria-label={conversationText().tags}>
        {thread.tags.map((tag) => (
          <li key={tag}>
            <Tag
              kind="gray"
              outline
              rightNode={
                <button
                  type="button"
                  className="untag"
                  aria-label={conversationText().removeTag({ tag: truncate(tag, 40) })}
                  aria-disabled={busy}
                  onClick={() => !busy && remove(tag)}
                >
                  <CloseIcon />
                </button>
              }
            >
              <bdi>{truncate(tag, 40)}</bdi>
            </Tag>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <Input
          ref={field}
          inputSize="compact"
          aria-label={conversationText().newTag}
          placeholder={conversationText().addTag}
          maxLength={80}
        />
      </form>
    </div>
  )
}
