import type { Chat, Customer } from '../model/chat.ts'

/** Who changed something and why, as far as pushes tell it. */
export interface Cause {
  /** The agent (email) or customer (id) who did it; absent when LiveChat itself did. */
  userId?: string
  /** Why the chat changed hands, if it did. */
  transfer?: 'manual' | 'inactive' | 'assigned' | 'unassigned' | 'other'
  /** The request that asked for it, for those who can tell their own requests. */
  request?: object
}

/** Something that happened in an inbox; whoever did it, it is published once. */
export type InboxChange =
  | ChatChange
  | { type: 'customer'; before: Customer; after: Customer; cause: Cause }
  | { type: 'routing-status'; agentId: string; before: RoutingStatus; cause: Cause }
  | { type: 'customer-banned'; customerId: string; days: number; cause: Cause }
  | { type: 'multicast'; userIds: string[]; payload: object; cause: Cause }
  | { type: 'signal'; signal: Signal; chat: Chat; cause: Cause }

/** What people in a chat are shown and nobody keeps. */
export interface Signal {
  /** Name of the push that shows it. */
  action: string
  to: 'agents' | 'customer' | 'everybody'
  payload: object
}

export interface ChatChange {
  type: 'chat'
  /** Absent for a new chat. */
  before: Chat | undefined
  after: Chat
  cause: Cause
}

export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline'
