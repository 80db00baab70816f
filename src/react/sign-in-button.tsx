import { useEffect, useRef } from 'react'
import { type Session, SignInError, type SignInRequest } from '../auth/index.ts'
import { activateButton, isActiveButton, recoveryFor, signInLabel } from '../brand/index.ts'
import { alternativeText, english, failureText, progressText } from '../messages/index.ts'
import { notify } from '../store/index.ts'
import { LiveChatMark } from './livechat-mark.tsx'
import { useSignInClient } from './livechat-provider.tsx'
import { useLanguage } from './use-language.ts'
import { useMessages } from './use-messages.ts'
import { useSession } from './use-session.ts'

/** Props of {@link SignInWithLiveChat}, with the parameters of a sign-in among them. */
export interface SignInWithLiveChatProps extends SignInRequest {
  /** Path on this site to return to after a redirect; default: the current one. */
  returnTo?: string
  /** Default `medium`; `large` takes up the whole width. */
  size?: 'small' | 'medium' | 'large'
  /** Default `auto`, which follows the system setting. */
  theme?: 'auto' | 'light' | 'dark'
  disabled?: boolean
  /** CSS classes of the element around the button. */
  className?: string
  /** Default: *Sign in with LiveChat* in the language of the element. */
  label?: string
  /**
   * Keeps the button while an agent is signed in, for more scopes, another organization or more time. Default `false`:
   * it goes once it has done its work.
   */
  showWhenSignedIn?: boolean
  /** Called with the new session; not after a redirect, which reloads the page. */
  onSignedIn?: (session: Session) => void
  /** Called when a sign-in started with this button fails; the button shows the reason as well. */
  onError?: (error: SignInError) => void
}

/**
 * The *Sign in with LiveChat* button, with its progress and errors in words beneath it.
 *
 * Takes the parameters of a sign-in (`flow`, `scopes`, `prompt`, …) as props. A second click brings an open sign-in
 * window to the front. When the browser or a header blocks the window, the button offers the redirect flow. Once the agent
 * is signed in, it is hidden. Of several buttons, only the one that was clicked shows progress and failure.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function SignInWithLiveChat({
  size = 'medium',
  theme = 'auto',
  disabled = false,
  className = '',
  label,
  showWhenSignedIn = false,
  onSignedIn,
  onError,
  ...request
}: SignInWithLiveChatProps) {
  const client = useSignInClient()
  const state = useSession()
  const frame = useRef<HTMLDivElement>(null)
  // Every click changes the state, and with it each button is rendered again.
  const isActive = isActiveButton(client, frame.current)
  const isSigningIn = state.status === 'signing-in'
  const busy = isActive && isSigningIn
  const reason = isActive && !isSigningIn ? state.reason : undefined
  const { sessionEnded, alternative } = recoveryFor(reason?.code ?? '')
  const language = useLanguage(frame)
  const messages = useMessages(language)
  const textLanguage = messages === english ? { lang: 'en', dir: 'auto' } : { lang: language }

  const { grantType } = request
  useEffect(() => {
    if ((grantType ?? client.settings.request.grantType) === 'code') void client.prepareCodeGrant()
  }, [client, grantType])

  const redirectParams: SignInRequest = {
    flow: 'redirect',
    grantType: grantType === 'code' ? 'code' : client.settings.redirectGrantType,
  }

  // The sign-in window must open in the click itself, so nothing is awaited before signIn.
  const signIn = (params: SignInRequest) => {
    if (frame.current) activateButton(client, frame.current)
    client.signIn({ ...request, ...params }).then(
      (session) => notify([() => onSignedIn?.(session)]),
      (thrown) => {
        if (thrown instanceof SignInError) notify([() => onError?.(thrown)])
      },
    )
  }

  return (
    <div
      ref={frame}
      className={`sign-in-with-livechat ${className}`}
      data-size={size}
      data-theme={theme}
      hidden={state.status === 'signed-in' && !reason && !showWhenSignedIn}
    >
      <button
        type="button"
        className="sign-in-button"
        aria-busy={busy}
        disabled={disabled}
        onClick={() => signIn({})}
      >
        <LiveChatMark />
        <span>{label ?? signInLabel(language)}</span>
      </button>
      {/* What a live region says first is announced, so it waits for its language. */}
      <output className="sign-in-status" {...textLanguage}>
        {busy && messages ? progressText(state.flow, messages) : ''}
      </output>
      {reason && messages && (
        <div
          className={sessionEnded ? 'sign-in-session-ended' : 'sign-in-failure'}
          role="alert"
          {...textLanguage}
        >
          {failureText(reason, messages)}
        </div>
      )}
      {alternative && messages && (
        <button
          type="button"
          className="sign-in-alternative"
          {...textLanguage}
          onClick={() =>
            signIn(alternative === 'redirect' ? redirectParams : { flow: alternative })
          }
        >
          {alternativeText(alternative, messages)}
        </button>
      )}
    </div>
  )
}
