import { Link } from 'react-router'
import { CenteredPage } from './centered-page.tsx'
import { pageText } from './page-text.ts'

export function NotFoundPage() {
  return (
    <CenteredPage title={pageText().notFound}>
      <p>{pageText().notFoundHint}</p>
      <Link className="button" to="/">
        {pageText().goHome}
      </Link>
    </CenteredPage>
  )
}
