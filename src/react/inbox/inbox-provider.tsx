import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'
import type { AccountsClient } from '../../accounts-api/index.ts'
import type { AgentChatClient } from '../../agent-chat/index.ts'
import type { Inbox, InboxStore } from '../../inbox/index.ts'
import { LiveChatProvider } from '../livechat-provider.tsx'
import { useSession } from '../use-session.ts'
import type { AgentServices } from './agent/agent-services.ts'
import type { InboxClient } from './inbox-client.ts'

const ServicesContext = createContext<AgentServices | undefined>(undefined)

/** Props of {@link InboxProvider}. */
export interface InboxProviderProps {
  /** The inbox, created once and outside React with `createInboxClient`. */
  client: InboxClient
  children?: ReactNode
}

/**
 * Provides the inbox of whoever is signed in to the hooks inside, and its sign-in client to those of `./react`. Connects to
 * LiveChat's push feed as soon as somebody is.
 *
 * @throws {Error} With React 17 or older.
 */
export function InboxProvider({ client, children }: InboxProviderProps) {
  const services = useSyncExternalStore(client.subscribe, client.getSnapshot, client.getSnapshot)
  return (
    <AgentServicesProvider services={services}>
      <Connect />
      {children}
    </AgentServicesProvider>
  )
}

function Connect() {
  const { live } = useServices()
  const isSignedIn = useSession().status === 'signed-in'
  useEffect(() => {
    if (isSignedIn) live.start()
  }, [live, isSignedIn])
  return null
}

export interface AgentServicesProviderProps {
  services: AgentServices
  children?: ReactNode
}

/** Provides the services of one agent; an app that uses it connects when it likes. */
export function AgentServicesProvider({ services, children }: AgentServicesProviderProps) {
  const { client, queries } = services
  useEffect(() => {
    queries.mount()
    return () => queries.unmount()
  }, [queries])
  return (
    <LiveChatProvider client={client}>
      <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>
    </LiveChatProvider>
  )
}

/** @throws {Error} Without a provider above. */
export function useServices(): AgentServices {
  const services = useContext(ServicesContext)
  if (!services) {
    throw new Error('No inbox: wrap this component in <InboxProvider client={…}>.')
  }
  return services
}

/** LiveChat's accounts server, asked in the name of the agent. */
export function useAccountsClient(): AccountsClient {
  return useServices().accounts
}

/**
 * Gets a client of the Agent Chat API for whoever is signed in. The inbox learns from its responses; what is still under
 * way when the agent signs out ends with `signed_out`.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useAgentChat(): AgentChatClient {
  return useServices().agentChat
}

export function useInboxStore(): InboxStore {
  return useServices().inbox
}

/** Something of the agent's inbox; a view is drawn again when it is another object. */
export function useInbox<Part>(select: (inbox: Inbox) => Part): Part {
  const { subscribe, getSnapshot } = useServices().inbox
  const getPart = () => select(getSnapshot())
  return useSyncExternalStore(subscribe, getPart, getPart)
}
