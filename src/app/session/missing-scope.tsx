import { Link } from 'react-router'
import { SignInWithLiveChat } from '../../react/index.ts'
import { Banner } from '../ui/banner.tsx'
import { KeyIcon } from '../ui/icons.tsx'
import { useIsTokenMode } from './token-mode-context.ts'
import { useSignInWithScope } from './use-sign-in-again.ts'

export interface MissingScopeProps {
  /** What the agent cannot do for want of it. */
  title: string
  scope: string
  /** What the scope would let this page do; ends the sentence 'The scope …'. */
  why: string
}

/** Something needs a scope this sign-in was not given: which, why, and the way to get it. */
export function MissingScope({ title, scope, why }: MissingScopeProps) {
  const withScope = useSignInWithScope(scope)
  const isTokenMode = useIsTokenMode()
  if (isTokenMode) {
    return (
      <Banner tone="wrong" icon={<KeyIcon />} title={title} announce>
        <p>
          The scope <code>{scope}</code> <span>{why}</span>. Create a personal access token with
          this scope, then <Link to="/token">use it</Link>.
        </p>
      </Banner>
    )
  }
  return (
    <Banner tone="wrong" icon={<KeyIcon />} title={title} announce>
      <p>
        The scope <code>{scope}</code> <span>{why}</span>. Sign in again and choose Allow. If
        LiveChat doesn’t offer it, ask the developer of this app to add it in Developer Console.
      </p>
      <SignInWithLiveChat size="small" showWhenSignedIn {...withScope} />
    </Banner>
  )
}
