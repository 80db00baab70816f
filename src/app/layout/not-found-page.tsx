import { Link } from 'react-router'
import { CenteredPage } from './centered-page.tsx'

export function NotFoundPage() {
  return (
    <CenteredPage title="There is no such page">
      <p>The address may be mistyped, or the page has moved.</p>
      <Link className="button" to="/">
        Go to the start
      </Link>
    </CenteredPage>
  )
}
