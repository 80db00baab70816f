import { QueryClientProvider } from '@tanstack/react-query'
import {
  AgentServicesProvider,
  type AgentServicesProviderProps,
} from '../../react/inbox/inbox-internal.ts'

/** The services of one agent, for views and for the queries of the app itself. */
export function ServicesProvider({ services, children }: AgentServicesProviderProps) {
  return (
    <AgentServicesProvider services={services}>
      <QueryClientProvider client={services.queries}>{children}</QueryClientProvider>
    </AgentServicesProvider>
  )
}
