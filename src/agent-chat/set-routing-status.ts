import { defineAction } from './define-action.ts'

/** Whether the agent who is signed in takes chats. */
export interface SetRoutingStatusRequest {
  status: 'accepting_chats' | 'not_accepting_chats'
}

/** Sets whether the agent takes chats, wherever they are connected. */
export const setRoutingStatus = defineAction({
  name: 'set_routing_status',
  body: ({ status }: SetRoutingStatusRequest) => ({ status }),
})
