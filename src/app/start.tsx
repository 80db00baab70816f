import './app.css'
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Resumed, SignInClient } from '../auth/index.ts'
import { LiveChatProvider } from '../react/index.ts'
import { AgentChatContext } from './agent-chat-context.ts'
import { App } from './app.tsx'
import type { Environment } from './environment.ts'
import type { Expiring } from './expiring.ts'
import { ExpiringContext } from './expiring-context.ts'
import { createLiveChat } from './livechat.ts'
import { forgetOrganizations } from './organizations-seen.ts'
import { PollEvery } from './poll-every.ts'
import { forgetWithOwner } from './session-owner.ts'

export interface Start {
  root: HTMLElement
  client: SignInClient
  environment: Environment
  resumed: Resumed
  expiring: Expiring
}

/** Draws the app, once the URL is clean and it is known who is signed in. */
export function start({ root, client, environment, resumed, expiring }: Start): void {
  // The chat client waits and asks again by itself where that helps.
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: 'always',
        staleTime: 30_000,
      },
    },
  })
  onlineManager.setOnline(navigator.onLine)
  forgetWithOwner(client, queries)
  client.subscribe(() => {
    if (client.getSnapshot().status === 'signed-out') forgetOrganizations()
  })

  createRoot(root).render(
    <StrictMode>
      <LiveChatProvider client={client}>
        <ExpiringContext value={expiring}>
          <AgentChatContext value={createLiveChat(client, environment.apiUrl)}>
            <QueryClientProvider client={queries}>
              <PollEvery value={environment.pollEvery}>
                <App environment={environment} resumed={resumed} />
              </PollEvery>
            </QueryClientProvider>
          </AgentChatContext>
        </ExpiringContext>
      </LiveChatProvider>
    </StrictMode>,
  )
}
