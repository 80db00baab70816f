import './app.css'
import { onlineManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { ResumeResult, SignInClient } from '../auth/index.ts'
import { forgetOrganizations } from './account/recent-organizations.ts'
import { App } from './app.tsx'
import type { Environment } from './environment.ts'
import { CurrentWorkplace } from './personal-token/current-services.tsx'
import { createPersonalAccess } from './personal-token/token-mode.ts'
import { PollEvery } from './poll-every.ts'
import { createSessionWorkplace } from './session/create-services.ts'
import type { Expiring } from './session/expiring.ts'
import { ExpiringContext } from './session/expiring-context.ts'
import { PersonalAccessContext } from './session/token-mode-context.ts'

export interface Start {
  root: HTMLElement
  client: SignInClient
  environment: Environment
  resumed: ResumeResult
  expiring: Expiring
}

/**
 * Draws the app, once the URL is clean and it is known who is signed in.
 *
 * @returns React's root, for tests to take it away again.
 */
export function start({ root, client, environment, resumed, expiring }: Start): Root {
  const { apiUrl, personalTokens, pollEvery } = environment
  onlineManager.setOnline(navigator.onLine)
  client.subscribe(() => {
    if (client.getSnapshot().status === 'signed-out') forgetOrganizations()
  })
  const personal = personalTokens ? createPersonalAccess(client, apiUrl) : undefined

  const app = createRoot(root)
  app.render(
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
  return app
}
