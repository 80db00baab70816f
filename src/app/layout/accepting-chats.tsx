import { isMissingScope } from '../chat/api-errors.ts'
import { Button } from '../ui/button.tsx'
import { useAcceptingChats } from './use-accepting-chats.ts'
import './accepting-chats.css'

/** The switch in the header; absent while LiveChat does not say how it stands. */
export function AcceptingSwitch() {
  const { isAccepting, canChange, isChanging, error, change } = useAcceptingChats()
  if (isAccepting === undefined) return null
  return (
    <div className="accepting">
      <button
        type="button"
        role="switch"
        aria-checked={isAccepting}
        aria-disabled={!canChange}
        aria-busy={isChanging}
        title={canChange ? 'Accept chats' : 'This sign-in can’t change whether you accept chats'}
        onClick={() => {
          if (canChange && !isChanging) change(!isAccepting)
        }}
      >
        <span className="accepting-track" />
        <span className="accepting-label">Accept chats</span>
      </button>
      {error && <span role="alert">{isMissingScope(error) ? 'Not allowed' : 'Didn’t work'}</span>}
    </div>
  )
}

/** That chats may come, said once and shortly, where it moves nothing: over the end of the list. The switch is in the header. */
export function AcceptingNotice() {
  const { isSurprise, confirm } = useAcceptingChats()
  if (!isSurprise) return null
  return (
    <section className="accepting-notice" aria-label="You’re accepting chats">
      <p>New chats may come to you.</p>
      <Button kind="plain" size="compact" onClick={confirm}>
        OK
      </Button>
    </section>
  )
}
