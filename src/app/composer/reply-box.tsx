import {
  type FormEvent,
  type KeyboardEvent,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { AgentChatError, largestFile } from '../../agent-chat/index.ts'
import { randomId } from '../../older-browsers/index.ts'
import { isComposing } from '../lib/is-composing.ts'
import { useAgentChat } from '../session/services.tsx'
import { Button } from '../ui/button.tsx'
import { ClipIcon } from '../ui/icons.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useComposerStore, useDraft } from './composer-context.tsx'
import type { Draft } from './composer-store.ts'
import { sendMessage } from './send-message.ts'

/** LiveChat's limit for one message, in bytes of UTF-8. */
const limit = 16 * 1024

const audiences = [
  { value: 'all', label: 'Reply' },
  { value: 'agents', label: 'Note' },
] as const

export interface ReplyBoxProps {
  chatId: string
  /** Whether sending is impossible now, for instance after the session has ended; writing still works. */
  disabledReason: string | undefined
  onSent: () => void
}

/** The reply box: a message to the customer, or a note to agents only. Enter sends, Shift + Enter starts a new line. */
export function ReplyBox({ chatId, disabledReason, onSent }: ReplyBoxProps) {
  const agentChat = useAgentChat()
  const composer = useComposerStore()
  const agentsOnly = useDraft(chatId, (draft) => draft.agentsOnly)
  const isEmpty = useDraft(chatId, (draft) => draft.text.trim() === '')
  const excess = useDraft(chatId, excessOf)
  const picker = useRef<HTMLInputElement>(null)
  const hintId = useId()

  const problem = excess > 0 ? `${excess} bytes too long.` : disabledReason
  const canSend = !isEmpty && problem === undefined

  const post = (content: { text: string; file?: File }) => {
    const message = {
      ...content,
      chatId,
      customId: randomId(),
      agentsOnly,
      createdAt: Date.now(),
      status: 'sending',
    } as const
    void sendMessage(agentChat, composer, message).then(onSent)
  }
  const send = () => {
    if (!canSend) return
    post({ text: composer.draft(chatId).text.trim() })
    composer.setDraft(chatId, { agentsOnly, text: '' })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also confirms an input method's word, in Japanese for instance.
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  const attach = (file: File | undefined) => {
    if (file && file.size <= largestFile) post({ text: file.name, file })
    else if (file) composer.put(tooLarge(chatId, file))
    if (picker.current) picker.current.value = ''
  }

  return (
    <form className="reply" onSubmit={onSubmit} data-note={agentsOnly}>
      <ReplyText
        chatId={chatId}
        aria-label={agentsOnly ? 'Note to agents' : 'Reply to customer'}
        aria-describedby={hintId}
        placeholder={agentsOnly ? 'Only agents can see notes' : 'Write a reply'}
        onKeyDown={onKeyDown}
      />
      <div className="reply-tools">
        <SegmentedControl
          legend="Visibility"
          legendHidden
          options={audiences}
          value={agentsOnly ? 'agents' : 'all'}
          onChange={(value) =>
            composer.setDraft(chatId, {
              ...composer.draft(chatId),
              agentsOnly: value === 'agents',
            })
          }
        />
        <label className="attach">
          <ClipIcon />
          <span>Attach file</span>
          <input
            ref={picker}
            type="file"
            className="visually-hidden"
            disabled={disabledReason !== undefined}
            onChange={(event) => attach(event.target.files?.[0])}
          />
        </label>
        <p id={hintId} className="hint" data-problem={problem !== undefined}>
          {problem ?? 'Press Enter to send'}
        </p>
        <Button type="submit" kind="primary" size="compact" aria-disabled={!canSend}>
          {agentsOnly ? 'Add note' : 'Send'}
        </Button>
      </div>
    </form>
  )
}

interface ReplyTextProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  chatId: string
}

/** The text of the reply. The browser keeps it, so that nothing is drawn for each key but the letter. */
function ReplyText({ chatId, ...attributes }: ReplyTextProps) {
  const composer = useComposerStore()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    // Not at every key: setting the text moves the cursor to its end.
    const follow = () => {
      const { text } = composer.draft(chatId)
      if (field.current && field.current.value !== text) field.current.value = text
    }
    follow()
    return composer.subscribe(follow)
  }, [composer, chatId])
  useEffect(() => {
    // On a phone the keyboard would cover what the agent came to read.
    if (matchMedia('(pointer: coarse)').matches) return
    // A chat may load late; the focus stays where the agent moved it meanwhile.
    const talk = field.current?.closest('.conversation')
    const { activeElement, body } = document
    if (activeElement !== body && !talk?.contains(activeElement)) return
    field.current?.focus({ preventScroll: true })
  }, [])
  return (
    <textarea
      {...attributes}
      ref={field}
      className="reply-text"
      dir="auto"
      rows={2}
      onChange={(event) =>
        composer.setDraft(chatId, { ...composer.draft(chatId), text: event.target.value })
      }
    />
  )
}

/** Bytes beyond LiveChat's limit. */
function excessOf({ text }: Draft): number {
  return Math.max(0, new TextEncoder().encode(text).length - limit)
}

function tooLarge(chatId: string, file: File) {
  return {
    chatId,
    customId: randomId(),
    text: file.name,
    file,
    agentsOnly: false,
    createdAt: Date.now(),
    status: 'failed',
    error: new AgentChatError('entity_too_large', 'upload_file'),
  } as const
}
