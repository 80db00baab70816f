import { NoticePage } from './notice-page.tsx'

/** A fault of ours, in words; the browser's console has the details. */
export function CrashPage() {
  return (
    <NoticePage title="Something went wrong here">
      <p>This page met a fault it cannot mend. Your chats are safe with LiveChat.</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    </NoticePage>
  )
}
