import type { Action } from './action.ts'
import { banCustomer, updateCustomer } from './change-customer.ts'
import { addUserToChat, removeUserFromChat } from './chat-users.ts'
import { getAgent, listAgents, listBots, listGroups, listTags } from './configuration.ts'
import { deactivateChat } from './deactivate-chat.ts'
import { followChat, unfollowChat } from './follow-chat.ts'
import { getChat } from './get-chat.ts'
import { getCustomer } from './get-customer.ts'
import {
  sendEventPreview,
  sendRichMessagePostback,
  sendThinkingIndicator,
  sendTypingIndicator,
} from './indicators.ts'
import { listAgentsForTransfer } from './list-agents-for-transfer.ts'
import { listArchives } from './list-archives.ts'
import { listChats } from './list-chats.ts'
import { listThreads } from './list-threads.ts'
import { markEventsAsSeen } from './mark-events-as-seen.ts'
import { multicast } from './multicast.ts'
import {
  deleteChatProperties,
  deleteEventProperties,
  deleteThreadProperties,
  updateChatProperties,
  updateEventProperties,
  updateThreadProperties,
} from './properties.ts'
import { requestThreadSummary } from './request-thread-summary.ts'
import { resumeChat } from './resume-chat.ts'
import { listRoutingStatuses, setRoutingStatus } from './routing-statuses.ts'
import { sendEvent } from './send-event.ts'
import { startChat } from './start-chat.ts'
import { tagThread, untagThread } from './tag-thread.ts'
import { transferChat } from './transfer-chat.ts'
import type { Version } from './version.ts'

/** The action of a name in a version; undefined when there is none. */
export function findAction(
  actions: ReadonlyMap<string, Action>,
  name: string,
  version: Version,
): Action | undefined {
  const found = actions.get(name)
  return found && (found.since === undefined || version >= found.since) ? found : undefined
}

/** Actions of the Agent Chat API, for the Web API and the RTM API alike. */
export const agentActions: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    add_user_to_chat: addUserToChat,
    ban_customer: banCustomer,
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
    multicast,
    remove_user_from_chat: removeUserFromChat,
    request_thread_summary: requestThreadSummary,
    resume_chat: resumeChat,
    send_event: sendEvent,
    send_event_preview: sendEventPreview,
    send_rich_message_postback: sendRichMessagePostback,
    send_thinking_indicator: sendThinkingIndicator,
    send_typing_indicator: sendTypingIndicator,
    set_routing_status: setRoutingStatus,
    start_chat: startChat,
    tag_thread: tagThread,
    transfer_chat: transferChat,
    unfollow_chat: unfollowChat,
    untag_thread: untagThread,
    update_chat_properties: updateChatProperties,
    update_customer: updateCustomer,
    update_event_properties: updateEventProperties,
    update_thread_properties: updateThreadProperties,
  }),
)

/** Actions of the Configuration API. */
export const configurationActions: ReadonlyMap<string, Action> = new Map(
  Object.entries({
    get_agent: getAgent,
    list_agents: listAgents,
    list_bots: listBots,
    list_groups: listGroups,
    list_tags: listTags,
  }),
)
