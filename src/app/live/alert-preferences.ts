import { createPreference } from '../lib/preference.ts'

/** How an agent wants to be called to a chat, on this computer. */
export interface AlertPreferences {
  sound: boolean
  /** By the notifications of the system, which need the browser's permission. */
  system: boolean
}

export const alertPreferences = createPreference<AlertPreferences>(
  'sign-in-with-livechat:alerts',
  ({ sound, system }) => ({ sound: sound === true, system: system === true }),
)
