import { Hono } from 'hono'
import type { World } from '../world/world.ts'
import { type Handler, identify } from './action.ts'
import { ApiError } from './api-error.ts'
import { addUserToChat, removeUserFromChat } from './chat-users.ts'
import { deactivateChat } from './deactivate-chat.ts'
import { followChat, unfollowChat } from './follow-chat.ts'
import { getAgent } from './get-agent.ts'
import { getChat } from './get-chat.ts'
import { getCustomer } from './get-customer.ts'
import { listAgentsForTransfer } from './list-agents-for-transfer.ts'
import { listArchives } from './list-archives.ts'
import { listChats } from './list-chats.ts'
import { listThreads } from './list-threads.ts'
import { markEventsAsSeen } from './mark-events-as-seen.ts'
import {
  deleteChatProperties,
  deleteEventProperties,
  deleteThreadProperties,
  updateChatProperties,
  updateEventProperties,
  updateThreadProperties,
} from './properties.ts'
import { resumeChat } from './resume-chat.ts'
import { listRoutingStatuses, setRoutingStatus } from './routing-statuses.ts'
import { sendEvent } from './send-event.ts'
import { sendTypingIndicator } from './send-typing-indicator.ts'
import { startChat } from './start-chat.ts'
import { tagThread, untagThread } from './tag-thread.ts'
import { transferChat } from './transfer-chat.ts'
import { uploadFile } from './upload-file.ts'
import { readVersion, versionHeaders } from './version.ts'

/** Handlers by API and action. */
const actions = new Map<string, Handler>(
  Object.entries({
    'agent/add_user_to_chat': addUserToChat,
    'agent/deactivate_chat': deactivateChat,
    'agent/delete_chat_properties': deleteChatProperties,
    'agent/delete_event_properties': deleteEventProperties,
    'agent/delete_thread_properties': deleteThreadProperties,
    'agent/follow_chat': followChat,
    'agent/get_chat': getChat,
    'agent/get_customer': getCustomer,
    'agent/list_agents_for_transfer': listAgentsForTransfer,
    'agent/list_archives': listArchives,
    'agent/list_chats': listChats,
    'agent/list_routing_statuses': listRoutingStatuses,
    'agent/list_threads': listThreads,
    'agent/mark_events_as_seen': markEventsAsSeen,
    'agent/remove_user_from_chat': removeUserFromChat,
    'agent/resume_chat': resumeChat,
    'agent/send_event': sendEvent,
    'agent/send_typing_indicator': sendTypingIndicator,
    'agent/set_routing_status': setRoutingStatus,
    'agent/start_chat': startChat,
    'agent/tag_thread': tagThread,
    'agent/transfer_chat': transferChat,
    'agent/unfollow_chat': unfollowChat,
    'agent/untag_thread': untagThread,
    'agent/update_chat_properties': updateChatProperties,
    'agent/update_event_properties': updateEventProperties,
    'agent/update_thread_properties': updateThreadProperties,
    'agent/upload_file': uploadFile,
    'configuration/get_agent': getAgent,
  }),
)

/** The Agent Chat Web API (docs/protocol.md 8). */
export function createAgentChat(world: World): Hono {
  const app = new Hono()
  app.all('/:version{v[^/]+}/:api/action/:action', async (context) => {
    const { version: stage, api, action } = context.req.param()
    const version = readVersion(stage.slice(1))
    const handler = actions.get(`${api}/${action}`) ?? unknownAction
    const answer = await handler(world, version, context.req.raw)
    return Response.json(answer, { headers: versionHeaders[version] })
  })
  app.notFound(() => new ApiError('not_found').toResponse())
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse()
    console.error(error)
    return new ApiError('internal').toResponse()
  })
  return app
}

const unknownAction: Handler = async (world, version, request) => {
  identify(world, version, request)
  throw new ApiError('not_found', 'Unknown action')
}
