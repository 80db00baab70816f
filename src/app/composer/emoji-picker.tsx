import { type EmojiData, EmojiPicker as Picker } from 'frimousse'
import { useState } from 'react'
import type { composerText } from './composer-text.ts'

export interface EmojiPickerProps {
  emoji: EmojiData
  onPick: (emoji: string) => void
  /** Of the page, so that this file holds none. */
  text: ReturnType<typeof composerText>
}

const columns = 8

/** Emoji by category, with a search; loaded when it is opened. */
export function EmojiPicker({ emoji, onPick, text }: EmojiPickerProps) {
  // By default it asks another host, which the page's policy does not allow.
  const [resolveEmojiData] = useState(() => () => emoji)
  return (
    <Picker.Root
      className="emoji-root"
      columns={columns}
      resolveEmojiData={resolveEmojiData}
      onEmojiSelect={(picked) => onPick(picked.emoji)}
    >
      <Picker.Search
        className="emoji-search"
        aria-label={text.searchEmoji}
        placeholder={text.search}
        // Of no form, or Enter would send the reply around it.
        form=""
        autoFocus
      />
      <Picker.Viewport className="emoji-viewport">
        <Picker.Loading className="emoji-message">{text.loadingEmoji}</Picker.Loading>
        <Picker.Empty className="emoji-message">{text.noEmoji}</Picker.Empty>
        <Picker.List
          className="emoji-list"
          lang={emoji.locale}
          // The picker knows no other direction: its arrow keys would go the other way.
          dir="ltr"
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className="emoji-category">
                {category.label}
              </div>
            ),
            // Its numbers of rows and columns begin with 0, which ARIA does not allow.
            Row: ({ 'aria-rowindex': _, ...props }) => <div {...props} className="emoji-row" />,
            Emoji: ({ emoji: shown, 'aria-colindex': _, ...props }) => (
              <button {...props} type="button" className="emoji" data-active={shown.isActive}>
                {shown.emoji}
              </button>
            ),
          }}
        />
      </Picker.Viewport>
    </Picker.Root>
  )
}
