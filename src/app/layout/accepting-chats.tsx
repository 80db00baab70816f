import { isMissingScope } from '../chat/api-errors.ts'
import { Button } from '../ui/button.tsx'
import { useAcceptingChats } from './use-accepting-chats.ts'
import './accepting-chats.css'
import { layoutText } from './layout-text.ts'

/** The switch in the header; absent while LiveChat does not say how it stands. */
export function AcceptingSwitch() {
  const { isAccepting, canChange, isChanging, error, change } = useAcceptingChats()
  const text = layoutText()
  if (isAccepting === undefined) return null
  return (
    <div className="accepting">
      <button
        type="button"
        role="switch"
        aria-checked={isAccepting}
        aria-disabled={!canChange}
        aria-busy={isChanging}
        title={canChange ? text.acceptChats : text.cannotChange}
        onClick={() => {
          if (canChange && !isChanging) change(!isAccepting)
        }}
      >
        <span className="accepting-track" />
        <span className="accepting-label">{text.acceptChats}</span>
      </button>
      {error && (
        <span role="alert">{isMissingScope(error) ? text.notAllowed : text.didNotWork}</span>
      )}
    </div>
  )
}

/** That chats may come, said once and shortly, where it moves nothing: over the end of the list. The switch is in the header. */
export function AcceptingNotice() {
  const { isSurprise, confirm } = useAcceptingChats()
  const text = layoutText()
  if (!isSurprise) return null
  return (
    <section className="accepting-notice" aria-label={text.accepting}>
      <p>{text.chatsMayCome}</p>
      <Button kind="plain" size="compact" onClick={confirm}>
        {text.ok}
      </Button>
    </section>
  )
}
