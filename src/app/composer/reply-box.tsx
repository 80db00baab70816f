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
import { type Composer, excessBytes, isEmpty, useDraft } from '../../react/inbox/index.ts'
import { withElements } from '../language/with-elements.tsx'
import { isComposing } from '../lib/is-composing.ts'
import { transferredFiles } from '../lib/transferred-files.ts'
import { truncate } from '../lib/truncate.ts'
import { useFileDrop } from '../lib/use-file-drop.ts'
import { Button } from '../ui/button.tsx'
import { ClipIcon, LockIcon } from '../ui/icons.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Attachments } from './attachments.tsx'
import { composerText } from './composer-text.ts'
import { EmojiButton } from './emoji-button.tsx'

export interface ReplyBoxProps {
  chatId: string
  composer: Composer
  /** Whether sending is impossible now, for instance after the session has ended; writing still works. */
  disabledReason: string | undefined
  onSent: () => void
}

/** The reply box: a message to the customer, or a note to agents only. Enter sends, Shift + Enter starts a new line. */
export function ReplyBox({ chatId, composer, disabledReason, onSent }: ReplyBoxProps) {
  const agentsOnly = useDraft(chatId, (draft) => draft.agentsOnly)
  const isNothing = useDraft(chatId, isEmpty)
  const excess = useDraft(chatId, excessBytes)
  const attachments = useDraft(chatId, (draft) => draft.files)
  const [tooLarge, setTooLarge] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const hintId = useId()
  const text = composerText()

  const problem = excess > 0 ? text.tooLong({ count: excess }) : disabledReason
  const canSend = !isNothing && problem === undefined

  const send = () => {
    if (!canSend) return
    setTooLarge(undefined)
    void composer.send().then(onSent)
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
    setTooLarge(composer.attach(files)[0]?.name)
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
    composer.setDraft({ text: field.value })
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
          <span>{text.onlyAgents}</span>
        </p>
      )}
      <ReplyText
        chatId={chatId}
        onText={(next) => composer.setDraft({ text: next })}
        aria-label={agentsOnly ? text.noteToAgents : text.replyToCustomer}
        aria-describedby={hintId}
        placeholder={isDropping ? text.dropToAttach : agentsOnly ? text.writeNote : text.writeReply}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <Attachments attachments={attachments} onRemove={composer.detach} />
      {tooLarge !== undefined && (
        <p className="attachment-problem" role="alert">
          {withElements(text.tooLarge, { name: <bdi>{truncate(tooLarge, 80)}</bdi> })}
        </p>
      )}
      <div className="reply-tools">
        <SegmentedControl
          legend={text.visibility}
          legendHidden
          options={[
            { value: 'all', label: text.reply },
            { value: 'agents', label: text.note },
          ]}
          value={agentsOnly ? 'agents' : 'all'}
          onChange={(value) => composer.setDraft({ agentsOnly: value === 'agents' })}
        />
        <EmojiButton onPick={insert} />
        <label className="attach">
          <ClipIcon />
          <span>{text.attachFile}</span>
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
          {problem ?? text.pressEnter}
        </p>
        <Button type="submit" kind="primary" size="compact" aria-disabled={!canSend}>
          {agentsOnly ? text.addNote : text.send}
        </Button>
      </div>
    </form>
  )
}

interface ReplyTextProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  chatId: string
  onText: (text: string) => void
}

/** The text of the reply. The browser keeps it, so that a key moves no cursor and draws nothing but this field. */
function ReplyText({ chatId, onText, ...attributes }: ReplyTextProps) {
  const text = useDraft(chatId, (draft) => draft.text)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    // Not at every key: setting the text moves the cursor to its end.
    if (field.current && field.current.value !== text) field.current.value = text
  }, [text])
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
      onChange={(event) => onText(event.target.value)}
    />
  )
}
