import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { describeError } from '../language/describe-error.ts'
import { Button } from './button.tsx'
import { uiText } from './ui-text.ts'

export interface ConfirmDialogProps {
  title: string
  /** What will happen. */
  children: ReactNode
  /** The verb of the button that does it. */
  action: string
  /** Runs the action. If it rejects, the dialog stays open and says why. */
  onConfirm: () => Promise<void>
  /** Called when it has closed; `done` if the action succeeded. */
  onClose: (done: boolean) => void
}

/** Asks before something that cannot be undone. It is open while it is mounted. */
export function ConfirmDialog({ title, children, action, onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [])

  const done = useRef(false)

  // Closing restores the focus; only then may the dialog be removed.
  const close = () => dialog.current?.close()
  const confirm = () => {
    setBusy(true)
    setFailure(undefined)
    onConfirm().then(
      () => {
        done.current = true
        close()
      },
      (thrown: unknown) => {
        setBusy(false)
        setFailure(describeError(thrown))
      },
    )
  }

  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={titleId}
      onClose={() => onClose(done.current)}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <div className="confirm-buttons">
        <Button onClick={close}>{uiText().cancel}</Button>
        <Button kind="destructive" busy={busy} onClick={confirm}>
          {action}
        </Button>
      </div>
    </dialog>
  )
}
