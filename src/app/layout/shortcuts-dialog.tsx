import { useEffect, useId, useRef, useState } from 'react'
import { language } from '../language/define-messages.ts'
import { shortcutPreferences } from '../lib/shortcut-preferences.ts'
import { useShortcut } from '../lib/use-shortcut.ts'
import { Button } from '../ui/button.tsx'
import { keyName } from './key-names.ts'
import { layoutText } from './layout-text.ts'

const shortcuts = [
  ['?', 'showShortcuts'],
  ['/', 'searchArchives'],
  ['Ctrl /', 'showShortcutsWriting'],
  ['Alt N', 'nextWaiting'],
  ['Enter', 'send'],
  ['Shift Enter', 'newLine'],
  ['↑ ↓', 'moveInList'],
  ['Home End', 'listEnds'],
  ['Esc', 'back'],
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
        <span>{layoutText().singleKeys}</span>
      </label>
      <p id={hintId} className="hint">
        {layoutText().singleKeysHint}
      </p>
    </div>
  )
}

function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const text = layoutText()
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="confirm shortcuts" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{text.shortcuts}</h2>
      <dl>
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{keyName(key, language.get())}</kbd>
              ))}
            </dt>
            <dd>{text[meaning]}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysChoice />
      <div className="confirm-buttons">
        <Button onClick={() => dialog.current?.close()}>{text.close}</Button>
      </div>
    </dialog>
  )
}
