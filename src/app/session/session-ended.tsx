import type { ReactNode } from 'react'
import { SignInWithLiveChat } from '../../react/index.ts'
import { Banner } from '../ui/banner.tsx'
import { ClockIcon } from '../ui/icons.tsx'
import { sessionText } from './session-text.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

/** The session is over; what was loaded stays to be read, and signing in goes on from there. */
export function SessionEnded({ children }: { children: ReactNode }) {
  const again = useSignInAgain()
  return (
    <Banner tone="calm" icon={<ClockIcon />} title={sessionText().ended}>
      <p>{children}</p>
      <SignInWithLiveChat size="small" {...again} />
    </Banner>
  )
}
