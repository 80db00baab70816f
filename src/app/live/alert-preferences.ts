import { useSyncExternalStore } from 'react'
import { createStore } from '../../store/index.ts'

/** How an agent wants to be called to a chat, on this computer. */
export interface AlertPreferences {
  sound: boolean
  /** By the notifications of the system, which need the browser's permission. */
  system: boolean
}

const key = 'sign-in-with-livechat:alerts'
const quiet: AlertPreferences = { sound: false, system: false }

const preferences = createStore(read())
// In another tab.
window.addEventListener('storage', ({ key: changed }) => {
  if (changed === key || changed === null) preferences.set(read())
})

export const getAlertPreferences = preferences.getSnapshot

export function useAlertPreferences(): AlertPreferences {
  return useSyncExternalStore(preferences.subscribe, preferences.getSnapshot)
}

export function setAlertPreferences(changes: Partial<AlertPreferences>): void {
  const next = { ...preferences.getSnapshot(), ...changes }
  preferences.set(next)
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Without storage they last as long as the page.
  }
}

function read(): AlertPreferences {
  try {
    const { sound, system } = JSON.parse(localStorage.getItem(key) ?? '{}')
    return { sound: sound === true, system: system === true }
  } catch {
    return quiet
  }
}
