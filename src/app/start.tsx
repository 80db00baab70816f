import './app.css'
import { onlineManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Resumed, SignInClient } from '../auth/index.ts'
import { forgetOrganizations } from './account/organizations-seen.ts'
import { App } from './app.tsx'
import type { Environment } from './environment.ts'
import { CurrentWorkplace } from './personal/current-workplace.tsx'
import { createPersonalAccess } from './personal/personal-access.ts'
import { PersonalAccessContext } from './personal/personal-context.ts'
import { PollEvery } from './poll-every.ts'
import type { Expiring } from './session/expiring.ts'
import { ExpiringContext } from './session/expiring-context.ts'
import { createSessionWorkplace } from './session/session-workplace.ts'

export interface Start {
  root: HTMLElement
  client: SignInClient
  environment: Environment
  resumed: Resumed
  expiring: Expiring
}

/** Draws the app, once the URL is clean and it is known who is signed in. */
export function start({ root, client, environment, resumed, expiring }: Start): void {
  const { apiUrl, personalTokens, pollEvery } = environment
  onlineManager.setOnline(navigator.onLine)
  client.subscribe(() => {
    if (client.getSnapshot().status === 'signed-out') forgetOrganizations()
  })
  const personal = personalTokens ? createPersonalAccess(client, apiUrl) : undefined

  createRoot(root).render(
    <StrictMode>
      <ExpiringContext value={expiring}>
        <PersonalAccessContext value={personal}>
          <CurrentWorkplace session={createSessionWorkplace(client, apiUrl)}>
            <PollEvery value={pollEvery}>
              <App environment={environment} resumed={resumed} />
            </PollEvery>
          </CurrentWorkplace>
        </PersonalAccessContext>
      </ExpiringContext>
    </StrictMode>,
  )
}
