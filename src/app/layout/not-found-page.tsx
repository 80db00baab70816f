import { Link } from 'react-router'
import { CenteredPage } from './centered-page.tsx'

export function NotFoundPage() {
  return (
    <CenteredPage title="Page not found">
      <p>The address may be wrong, or the page may have moved.</p>
      <Link className="button" to="/">
        Go to home page
      </Link>
    </CenteredPage>
  )
}
