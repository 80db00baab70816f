import { type FormEvent, useId, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { AgentChatError } from '../../agent-chat/index.ts'
import { describeError } from '../language/describe-error.ts'
import type { TokenMode } from '../session/token-mode-context.ts'
import { tokenText } from './token-text.ts'

export interface TokenFormProps {
  tokenMode: TokenMode
  /** LiveChat stopped accepting the token that was in use. */
  refused: boolean
  sandbox: boolean
}

/** Takes a token from the keyboard or the clipboard, and lets no part of the browser keep it. */
export function TokenForm({ tokenMode, refused, sandbox }: TokenFormProps) {
  const navigate = useNavigate()
  const ids = useId()
  const accountField = useRef<HTMLInputElement>(null)
  const tokenField = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const text = tokenText()
  const [error, setError] = useState<string | undefined>(refused ? text.refused : undefined)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const accountId = accountField.current?.value.trim() ?? ''
    const token = take(tokenField.current)
    if (busy || !accountId || !token) return
    setBusy(true)
    setError(undefined)
    try {
      await tokenMode.take({ accountId, token })
      void navigate('/chats')
    } catch (thrown) {
      setBusy(false)
      setError(describeTokenError(thrown))
      tokenField.current?.focus()
    }
  }

  return (
    <>
      <p>{text.hint}</p>
      {/* Fields without names: whatever happens, a browser has nothing to send. */}
      <form className="token-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${ids}-account`}>{text.accountId}</label>
        <input
          ref={accountField}
          id={`${ids}-account`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          required
        />
        <label htmlFor={`${ids}-token`}>{text.token}</label>
        <input
          ref={tokenField}
          id={`${ids}-token`}
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-1p-ignore
          data-bwignore
          data-lpignore="true"
          maxLength={400}
          required
          aria-describedby={`${ids}-hint`}
        />
        <p id={`${ids}-hint`} className="hint">
          {text.whereToFind}
        </p>
        {error && (
          <p className="token-error" role="alert">
            {error}
          </p>
        )}
        <button type="submit" className="button primary" aria-busy={busy}>
          {busy ? text.checking : text.use}
        </button>
      </form>
      <p className="sandbox-hint">
        {sandbox && <span>{`${text.sandbox} `}</span>}
        <Link to="/">{text.signInInstead}</Link>
      </p>
    </>
  )
}

/** Reads a field and empties it: from here on only memory has what was typed. */
function take(field: HTMLInputElement | null): string {
  if (!field) return ''
  const text = field.value.trim()
  field.value = ''
  return text
}

/** Why a token cannot be used, in words. */
export function describeTokenError(thrown: unknown): string {
  const text = tokenText()
  if (!(thrown instanceof AgentChatError)) return text.unexpected
  return thrown.code === 'authentication'
    ? text.notAccepted
    : text.enterAgain({ reason: describeError(thrown) })
}
