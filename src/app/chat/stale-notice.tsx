import { currentLocale } from '../language/define-messages.ts'
import { clockTime } from '../lib/dates.ts'
import { chatText } from './chat-text.ts'

/** The notice that polling fails for now, and since when the chats are old; polling goes on by itself. */
export function StaleNotice({ time }: { time: number }) {
  return (
    <output className="hint stale-notice">
      {chatText().updatedAt({ time: clockTime(time, currentLocale()) })}
    </output>
  )
}
