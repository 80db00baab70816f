import type { Action } from './action.ts'
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

/** Actions of the Agent Chat API, for the Web API and the RTM API alike. */
export const agentActions: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    add_user_to_chat: addUserToChat,
    deactivate_chat: deactivateChat,
    delete_chat_properties: deleteChatProperties,
    delete_event_properties: deleteEventProperties,
    delete_thread_properties: deleteThreadProperties,
    follow_chat: followChat,
    get_chat: getChat,
    get_customer: getCustomer,
    list_agents_for_transfer: listAgentsForTransfer,
    list_archives: listArchives,
    list_chats: listChats,
    list_routing_statuses: listRoutingStatuses,
    list_threads: listThreads,
    mark_events_as_seen: markEventsAsSeen,
    remove_user_from_chat: removeUserFromChat,
    resume_chat: resumeChat,
    send_event: sendEvent,
    send_typing_indicator: sendTypingIndicator,
    set_routing_status: setRoutingStatus,
    start_chat: startChat,
    tag_thread: tagThread,
    transfer_chat: transferChat,
    unfollow_chat: unfollowChat,
    untag_thread: untagThread,
    update_chat_properties: updateChatProperties,
    update_event_properties: updateEventProperties,
    update_thread_properties: updateThreadProperties,
  }),
)

/** Actions of the Configuration API. */
export const configurationActions: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    get_agent: getAgent,
  }),
)
