import { ChunkLoadError } from '../lib/load-chunk.ts'
import { CenteredPage } from './centered-page.tsx'

/** The page for an unexpected error; the browser's console has the details. */
export function ErrorPage({ error }: { error: unknown }) {
  const missing = error instanceof ChunkLoadError
  return (
    <CenteredPage title={missing ? 'Couldn’t load part of this page' : 'Something went wrong'}>
      <p>
        {missing
          ? 'Your connection may have dropped, or there’s a newer version of this page. Check your connection, then reload.'
          : 'An unexpected error stopped this page. Your chats are safe in LiveChat.'}
      </p>
      <button type="button" className="button" onClick={() => location.reload()}>
        Reload page
      </button>
    </CenteredPage>
  )
}
