import type { EmojiData } from 'frimousse'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { language } from '../language/define-messages.ts'
import { isComposing } from '../lib/is-composing.ts'
import { loadChunk } from '../lib/load-chunk.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { EmojiIcon } from '../ui/icons.tsx'
import { composerText } from './composer-text.ts'
import { loadEmoji } from './emoji-data.ts'
import type { EmojiPickerProps } from './emoji-picker.tsx'

interface Loaded {
  Picker: ComponentType<EmojiPickerProps>
  emoji: EmojiData
}

/** The button that opens the emoji, which are loaded then, with their names in the language of the page. */
export function EmojiButton({ onPick }: Pick<EmojiPickerProps, 'onPick'>) {
  const place = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<Loaded | 'failed'>()

  const open = () => {
    setOpen(true)
    if (loaded && loaded !== 'failed') return
    setLoaded(undefined)
    Promise.all([
      loadChunk(() => import('./emoji-picker.tsx'), import.meta.url),
      loadEmoji(language.get()),
    ]).then(
      ([{ EmojiPicker }, emoji]) => setLoaded({ Picker: EmojiPicker, emoji }),
      () => setLoaded('failed'),
    )
  }
  useEffect(() => {
    const around = place.current
    if (!isOpen || !around) return
    const stop = new AbortController()
    const { signal } = stop
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !around.contains(target)) setOpen(false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return
      // The chat stays open.
      event.preventDefault()
      setOpen(false)
      around.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', onPointerDown, { signal })
    around.addEventListener('keydown', onKeyDown, { signal })
    return () => stop.abort()
  }, [isOpen])
  const pick = (emoji: string) => {
    setOpen(false)
    onPick(emoji)
  }

  const text = composerText()
  return (
    <div ref={place} className="emoji-place">
      <IconButton
        label={text.emoji}
        size="compact"
        icon={<EmojiIcon />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? setOpen(false) : open())}
      />
      {isOpen && (
        <div className="emoji-popover" role="dialog" aria-label={text.emoji}>
          {loaded === undefined && <p className="emoji-message">{text.loadingEmoji}</p>}
          {loaded === 'failed' && (
            <p className="emoji-message" role="alert">
              {text.emojiNotLoaded}
            </p>
          )}
          {loaded !== undefined && loaded !== 'failed' && (
            <loaded.Picker emoji={loaded.emoji} onPick={pick} text={text} />
          )}
        </div>
      )}
    </div>
  )
}
