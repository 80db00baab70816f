import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { largestFile } from '../../agent-chat/index.ts'
import { randomId } from '../../older-browsers/index.ts'
import {
  type Draft,
  emptyDraft,
  isEmpty,
  sendMessage,
  useTypingIndicator,
} from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { isComposing } from '../lib/is-composing.ts'
import { transferredFiles } from '../lib/transferred-files.ts'
import { truncate } from '../lib/truncate.ts'
import { useFileDrop } from '../lib/use-file-drop.ts'
import { Button } from '../ui/button.tsx'
import { ClipIcon, LockIcon } from '../ui/icons.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Attachments } from './attachments.tsx'
import { useComposerStore, useDraft } from './composer-context.tsx'
import { EmojiButton } from './emoji-button.tsx'

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
  const isNothing = useDraft(chatId, isEmpty)
  const excess = useDraft(chatId, excessOf)
  const attachments = useDraft(chatId, (draft) => draft.files)
  const [tooLarge, setTooLarge] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useTypingIndicator(composer, chatId, agentsOnly)
  const hintId = useId()

  const problem = excess > 0 ? `${excess} bytes too long.` : disabledReason
  const canSend = !isNothing && problem === undefined

  const send = () => {
    if (!canSend) return
    const { text, files } = composer.draft(chatId)
    const trimmed = text.trim()
    const contents = [
      ...(trimmed === '' ? [] : [{ text: trimmed }]),
      ...files.map(({ file }) => ({ text: file.name, file })),
    ]
    // A note is one of a kind: what is written next is for the customer again.
    composer.setDraft(chatId, emptyDraft)
    setTooLarge(undefined)
    const about = { chatId, agentsOnly, createdAt: Date.now(), status: 'sending' } as const
    const sending = contents.map((content) =>
      sendMessage(agentChat, composer, { ...content, ...about, customId: randomId() }),
    )
    void Promise.all(sending).then(onSent)
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
  const attach = (files: readonly File[]) => {
    if (files.length === 0) return
    const draft = composer.draft(chatId)
    const added = files
      .filter(({ size }) => size <= largestFile)
      .map((file) => ({ id: randomId(), file }))
    composer.setDraft(chatId, { ...draft, files: [...draft.files, ...added] })
    setTooLarge(files.find(({ size }) => size > largestFile)?.name)
    form.current?.querySelector('textarea')?.focus()
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = transferredFiles(event.clipboardData)
    if (files.length > 0) event.preventDefault()
    attach(files)
  }
  /** Puts text where the cursor is, as if it were typed. */
  const insert = (text: string) => {
    const field = form.current?.querySelector('textarea')
    if (!field) return
    field.focus()
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
    composer.setDraft(chatId, { ...composer.draft(chatId), text: field.value })
  }
  const isDropping = useFileDrop(form, '.talk', attach)

  return (
    <form
      ref={form}
      className="reply"
      onSubmit={onSubmit}
      data-note={agentsOnly}
      data-dropping={isDropping}
    >
      {agentsOnly && (
        <p className="note-mode">
          <LockIcon />
          <span>Only agents will see this note.</span>
        </p>
      )}
      <ReplyText
        chatId={chatId}
        aria-label={agentsOnly ? 'Note to agents' : 'Reply to customer'}
        aria-describedby={hintId}
        placeholder={isDropping ? 'Drop to attach' : agentsOnly ? 'Write a note' : 'Write a reply'}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <Attachments
        attachments={attachments}
        onRemove={({ id }) => {
          const draft = composer.draft(chatId)
          composer.setDraft(chatId, {
            ...draft,
            files: draft.files.filter((one) => one.id !== id),
          })
        }}
      />
      {tooLarge !== undefined && (
        <p className="attachment-problem" role="alert">
          <bdi>{truncate(tooLarge, 80)}</bdi> <span>is too large. The limit is 10 MB.</span>
        </p>
      )}
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
        <EmojiButton onPick={insert} />
        <label className="attach">
          <ClipIcon />
          <span>Attach file</span>
          <input
            type="file"
            multiple
            className="visually-hidden"
            disabled={disabledReason !== undefined}
            onChange={(event) => {
              attach([...(event.target.files ?? [])])
              // The same file may be chosen again.
              event.target.value = ''
            }}
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
