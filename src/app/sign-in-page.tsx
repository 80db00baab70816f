import type { Flow } from '../auth/index.ts'
import { NoticePage } from './notice-page.tsx'
import { SignInForm } from './sign-in-form.tsx'

export interface SignInPageProps {
  initialFlow: Flow
  /** Show the logins of the sandbox. */
  sandbox: boolean
}

export function SignInPage({ initialFlow, sandbox }: SignInPageProps) {
  return (
    <NoticePage title="Sign in to see your chats">
      <p>Use your LiveChat account. Your password stays with LiveChat.</p>
      <SignInForm initialFlow={initialFlow} />
      {sandbox && (
        <p className="sandbox-hint">
          This page belongs to the sandbox. Sign in as <code>agent@example.com</code> with the
          password <code>sandbox</code>.
        </p>
      )}
    </NoticePage>
  )
}
