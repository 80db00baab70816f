import { useId, useState } from 'react'
import { playChime } from '../lib/chime.ts'
import { alertPreferences } from '../live/alert-preferences.ts'
import { Panel } from '../ui/panel.tsx'
import { accountText } from './account-text.ts'

/** How the agent is called to chats they do not look at. The browser is asked for its permission only when it is needed. */
export function AlertsPanel() {
  const { sound, system } = alertPreferences.use()
  const [isBlocked, setBlocked] = useState(false)
  const hintId = useId()
  const text = accountText()
  const changeSystem = async (isWanted: boolean) => {
    const isAllowed = !isWanted || (await Notification.requestPermission()) === 'granted'
    setBlocked(!isAllowed)
    alertPreferences.set({ system: isWanted && isAllowed })
  }
  return (
    <Panel title={text.notifications}>
      <p id={hintId} className="hint">
        {text.notificationsHint}
      </p>
      <div className="alert-choices">
        <label className="check">
          <input
            type="checkbox"
            checked={sound}
            aria-describedby={hintId}
            onChange={({ target }) => {
              alertPreferences.set({ sound: target.checked })
              if (target.checked) playChime()
            }}
          />
          <span>{text.playSound}</span>
        </label>
        {'Notification' in globalThis && (
          <label className="check">
            <input
              type="checkbox"
              checked={system && Notification.permission === 'granted'}
              aria-describedby={hintId}
              onChange={({ target }) => void changeSystem(target.checked)}
            />
            <span>{text.showNotification}</span>
          </label>
        )}
      </div>
      {isBlocked && <p role="alert">{text.notificationsBlocked}</p>}
    </Panel>
  )
}
