import { EmojiPicker as Picker } from 'frimousse'
import type { composerText } from './composer-text.ts'
import { loadEmoji } from './emoji-data.ts'

export interface EmojiPickerProps {
  onPick: (emoji: string) => void
  /** Of the page, so that this file holds none. */
  text: ReturnType<typeof composerText>
}

const columns = 8

/** Emoji by category, with a search; loaded when it is opened. */
export function EmojiPicker({ onPick, text }: EmojiPickerProps) {
  return (
    <Picker.Root
      className="emoji-root"
      columns={columns}
      // By default it asks another host, which the page's policy does not allow.
      resolveEmojiData={loadEmoji}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
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
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className="emoji-category">
                {category.label}
              </div>
            ),
            // Its numbers of rows and columns begin with 0, which ARIA does not allow.
            Row: ({ 'aria-rowindex': _, ...props }) => <div {...props} className="emoji-row" />,
            Emoji: ({ emoji, 'aria-colindex': _, ...props }) => (
              <button {...props} type="button" className="emoji" data-active={emoji.isActive}>
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Picker.Viewport>
    </Picker.Root>
  )
}
