import { Link } from 'react-router'
import { NoticePage } from './centered-page.tsx'

export function NotFoundPage() {
  return (
    <NoticePage title="There is no such page">
      <p>The address may be mistyped, or the page has moved.</p>
      <Link className="button" to="/">
        Go to the start
      </Link>
    </NoticePage>
  )
}
