import { useEffect, useId, useRef, useState } from 'react'
import { shortcutPreferences } from '../lib/shortcut-preferences.ts'
import { useShortcut } from '../lib/use-shortcut.ts'
import { Button } from '../ui/button.tsx'

const shortcuts = [
  ['?', 'Show this list'],
  ['/', 'Search the archives'],
  ['Ctrl /', 'Show this list, also while you write'],
  ['Alt N', 'Open the next chat that waits for your reply'],
  ['Enter', 'Send'],
  ['Shift Enter', 'Start a new line'],
  ['↑ ↓', 'Move in the list of chats'],
  ['Home End', 'Go to its beginning or end'],
  ['Esc', 'Go back to the list'],
] as const

/** The keys that do something on these pages, listed when `?` is pressed. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false)
  useShortcut('?', () => setOpen(true))
  useShortcut('Ctrl+/', () => setOpen(true))
  return isOpen && <ShortcutsDialog onClose={() => setOpen(false)} />
}

/** Switches the shortcuts of a single character on and off. */
export function SingleKeysChoice() {
  const { singleKeys } = shortcutPreferences.use()
  const hintId = useId()
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={singleKeys}
          aria-describedby={hintId}
          onChange={({ target }) => shortcutPreferences.set({ singleKeys: target.checked })}
        />
        <span>Single-key shortcuts</span>
      </label>
      <p id={hintId} className="hint">
        Turn off if you speak what you write, or press ? and / by accident.
      </p>
    </div>
  )
}

function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="confirm shortcuts" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>Keyboard shortcuts</h2>
      <dl>
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysChoice />
      <div className="confirm-buttons">
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  )
}
