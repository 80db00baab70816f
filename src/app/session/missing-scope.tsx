import { Link } from 'react-router'
import { SignInWithLiveChat } from '../../react/index.ts'
import { withElements } from '../language/with-elements.tsx'
import { Banner } from '../ui/banner.tsx'
import { KeyIcon } from '../ui/icons.tsx'
import { sessionText } from './session-text.ts'
import { useIsTokenMode } from './token-mode-context.ts'
import { useSignInWithScope } from './use-sign-in-again.ts'

export interface MissingScopeProps {
  /** What the agent cannot do for want of it. */
  title: string
  scope: string
  /** What the scope would let this page do; the scope itself is in the place of `{scope}`. */
  why: string
}

/** Something needs a scope this sign-in was not given: which, why, and the way to get it. */
export function MissingScope({ title, scope, why }: MissingScopeProps) {
  const withScope = useSignInWithScope(scope)
  const isTokenMode = useIsTokenMode()
  const text = sessionText()
  const reason = withElements(why, { scope: <code>{scope}</code> })
  if (isTokenMode) {
    return (
      <Banner tone="wrong" icon={<KeyIcon />} title={title} announce>
        <p>
          <span>{reason}</span>{' '}
          <span>
            {withElements(text.tokenForScope, { link: <Link to="/token">{text.useToken}</Link> })}
          </span>
        </p>
      </Banner>
    )
  }
  return (
    <Banner tone="wrong" icon={<KeyIcon />} title={title} announce>
      <p>
        <span>{reason}</span> <span>{text.signInForScope}</span>
      </p>
      <SignInWithLiveChat size="small" showWhenSignedIn {...withScope} />
    </Banner>
  )
}
