import { Loader } from '@livechat/design-system-react-components'

/** A spinner; the text beside it says what is loading. */
export function Spinner({ className = '' }: { className?: string }) {
  return <Loader className={`spinner ${className}`} size="small" aria-hidden="true" />
}
