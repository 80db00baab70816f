import { useRouteError } from 'react-router'
import { ChunkLoadError } from '../lib/load-chunk.ts'
import { CenteredPage } from './centered-page.tsx'

/** The page for an unexpected error; the browser's console has the details. */
export function ErrorPage() {
  const missing = useRouteError() instanceof ChunkLoadError
  return (
    <CenteredPage
      title={missing ? 'A part of this page could not be loaded' : 'Something went wrong here'}
    >
      <p>
        {missing
          ? 'The network may have failed, or there is a newer version of this page. Check that you are online, then load the page again.'
          : 'This page met a fault it cannot mend. Your chats are safe with LiveChat.'}
      </p>
      <button type="button" className="button" onClick={() => location.reload()}>
        Load the page again
      </button>
    </CenteredPage>
  )
}
