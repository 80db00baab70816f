import { Loader } from '@livechat/design-system-react-components'

/** Something turns while one waits; the words beside it say what for. */
export function Spinner({ className = '' }: { className?: string }) {
  return <Loader className={`spinner ${className}`} size="small" aria-hidden="true" />
}
