import emojis from 'emojibase-data/en/data.json'
import messages from 'emojibase-data/en/messages.json'
import type { EmojiData } from 'frimousse'
import { capitalize } from '../../text/index.ts'

/** The newest version of Unicode's emoji that computers of some years have pictures for; others would be boxes. */
const newestVersion = 15.1

/** Parts of emoji, such as a skin tone alone. */
const components = 2

/** Unicode's emoji in the form of the picker, without skin tones. */
export function loadEmoji(): EmojiData {
  return {
    locale: 'en',
    emojis: emojis.flatMap(({ emoji, group, label, version, tags = [] }) =>
      group === undefined || group === components || version > newestVersion
        ? []
        : [{ emoji, category: group, label: capitalize(label), version, tags }],
    ),
    categories: messages.groups
      .filter(({ order }) => order !== components)
      .map(({ order, message }) => ({ index: order, label: capitalize(message) })),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  }
}
