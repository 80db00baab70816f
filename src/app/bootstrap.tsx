import './app.css'
import { onlineManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { ResumeResult, SignInClient } from '../auth/index.ts'
import { forgetOrganizations } from './account/recent-organizations.ts'
import { App } from './app.tsx'
import type { Environment } from './environment.ts'
import { focusFirstHeading } from './layout/page-heading.tsx'
import { PictureSources } from './lib/picture-sources.ts'
import { watchNetwork } from './lib/use-online.ts'
import { PollInterval } from './lib/use-polling.ts'
import { CurrentServices } from './personal-token/current-services.tsx'
import { createTokenMode } from './personal-token/token-mode.ts'
import { createSessionServices } from './session/create-services.ts'
import { TokenModeContext } from './session/token-mode-context.ts'

export interface Start {
  root: HTMLElement
  client: SignInClient
  environment: Environment
  resumed: ResumeResult
}

/**
 * Renders the app, once the URL is clean and it is known who is signed in.
 *
 * @returns React's root, which tests unmount.
 */
export function start({ root, client, environment, resumed }: Start): Root {
  const { apiUrl, personalTokens, pollInterval, pictureSources } = environment
  // What failed without a network is asked for again at once when the browser has one.
  onlineManager.setOnline(navigator.onLine)
  watchNetwork()
  client.subscribe(() => {
    if (client.getSnapshot().status === 'signed-out') forgetOrganizations()
  })
  const tokenMode = personalTokens ? createTokenMode(client, apiUrl) : undefined

  if (resumed.status !== 'none') focusFirstHeading()
  const app = createRoot(root)
  app.render(
    <StrictMode>
      <TokenModeContext value={tokenMode}>
        <CurrentServices session={createSessionServices(client, apiUrl)}>
          <PollInterval value={pollInterval}>
            <PictureSources value={pictureSources}>
              <App environment={environment} resumed={resumed} />
            </PictureSources>
          </PollInterval>
        </CurrentServices>
      </TokenModeContext>
    </StrictMode>,
  )
  return app
}
