/**
 * What the inbox of this repository uses beside the hooks. Not an entry point of the package.
 *
 * @module
 */
export { type ChatListing, type InboxStore, rowsOf } from '../../inbox/index.ts'
export type { AgentServices } from './agent/agent-services.ts'
export { onOwnerChange, ownerOf } from './agent/cache-owner.ts'
export { PerAgent, usePerAgent } from './agent/per-agent.tsx'
export { forgetAll, queryDefaults } from './agent/query-defaults.ts'
export { createInboxServices } from './agent/tell-inbox.ts'
export { useAccount, useAccountQuery } from './agent/use-account.ts'
export { type AccountsQuery, useAccountsQuery } from './agent/use-accounts-query.ts'
export { useQueryKey } from './agent/use-query-key.ts'
export { type ListAheadOptions, listAhead } from './chat-list/list-ahead.ts'
export { useChatsElsewhere } from './chat-list/use-chats-elsewhere.ts'
export { eventsPerPage } from './conversation/use-conversation.ts'
export {
  AgentServicesProvider,
  type AgentServicesProviderProps,
  useAccountsClient,
  useInboxStore,
  useServices,
} from './inbox-provider.tsx'
export { noConnection } from './live/live-connection.ts'
export { useStartLive } from './live/use-live-status.ts'
export { furtherPage } from './pages/further-page.ts'
export { isTransient } from './pages/transient-error.ts'
export { useCursorRestart } from './pages/use-cursor-restart.ts'
