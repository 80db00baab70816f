import { ChunkLoadError } from '../lib/load-chunk.ts'
import { CenteredPage } from './centered-page.tsx'
import { pageText } from './page-text.ts'

/** The page for an unexpected error; the browser's console has the details. */
export function ErrorPage({ error }: { error: unknown }) {
  const text = pageText()
  const missing = error instanceof ChunkLoadError
  return (
    <CenteredPage title={missing ? text.partMissing : text.crashed}>
      <p>{missing ? text.partMissingHint : text.crashedHint}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </CenteredPage>
  )
}
