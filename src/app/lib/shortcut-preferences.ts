import { createPreference } from './preference.ts'

/** Which shortcuts somebody wants, on this computer. */
export interface ShortcutPreferences {
  /** Those of a single character, which are pressed by accident, or by whoever speaks what they write (WCAG 2.1.4). */
  singleKeys: boolean
}

export const shortcutPreferences = createPreference<ShortcutPreferences>(
  'sign-in-with-livechat:shortcuts',
  ({ singleKeys }) => ({ singleKeys: singleKeys !== false }),
)
