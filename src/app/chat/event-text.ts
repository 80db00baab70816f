import type { Chat, ChatEvent, RichCard } from '../../agent-chat/index.ts'
import { truncate } from '../lib/truncate.ts'
import { agentName, findUser, isByCustomer, isSameUser } from './participants.ts'

/** The last event of a chat, as a row shows it. */
export interface Preview {
  /** 'You', or the first name of the agent who said it; absent for the customer and for what nobody said. */
  author: string | undefined
  /** May hold a stranger's text: show it as text, isolated. */
  text: string
}

/** The last event of any type, in words. */
export function previewOf(chat: Chat, myId: string | undefined): Preview {
  const event = chat.lastEvent
  if (!event) return { author: undefined, text: chat.restricted ? restricted : 'No messages yet' }
  if (hasNoAuthor(event)) return { author: undefined, text: eventText(event) }
  const author = authorOf(chat, event, myId)
  return { author: event.agentsOnly ? noteBy(author) : author, text: eventText(event) }
}

const restricted = 'Messages hidden by your LiveChat plan or role'

function authorOf(chat: Chat, event: ChatEvent, myId: string | undefined): string | undefined {
  if (event.authorId === undefined || isByCustomer(event.authorId, chat)) return undefined
  if (isSameUser(event.authorId, myId)) return 'You'
  const name = agentName(findUser(chat, event.authorId), event.authorId)
  return truncate(name, 40).split(' ')[0]
}

function noteBy(author: string | undefined): string {
  if (author === undefined) return 'Note'
  return author === 'You' ? 'Note by you' : `Note by ${author}`
}

function hasNoAuthor(event: ChatEvent): boolean {
  return event.type === 'system_message' || event.type === 'system' || event.type === 'deleted'
}

/** Describes an event in one line. */
export function eventText(event: ChatEvent): string {
  switch (event.type) {
    case 'message':
      return truncate(event.text) || 'Sent an empty message'
    case 'file':
      return named(isImage(event.contentType) ? 'Sent an image' : 'Sent a file', event.name)
    case 'form':
      return `Was asked to fill in ${formName(event.formType)}`
    case 'filled_form':
      return `Filled in ${formName(event.formType)}`
    case 'rich_message':
      return richMessageText(event.template, event.cards)
    case 'system_message':
      return truncate(event.text) || 'System message'
    case 'system':
      return systemText(event.source, event.subtype)
    case 'deleted':
      return event.wasType === 'file' ? 'File deleted' : 'Message deleted'
    case 'custom':
      return 'Sent app data'
    case 'unknown':
      return truncate(event.text) || 'Sent content this page can’t show'
  }
}

function isImage(contentType: string): boolean {
  return contentType.startsWith('image/')
}

function named(what: string, name: string): string {
  const shown = truncate(name, 120)
  return shown ? `${what}: ${shown}` : what
}

function formName(formType: string | undefined): string {
  switch (formType) {
    case 'prechat':
      return 'the pre-chat form'
    case 'postchat':
      return 'the post-chat form'
    case 'ask_for_email':
      return 'their email address'
    default:
      return 'a form'
  }
}

function richMessageText(template: string, cards: RichCard[]): string {
  const title = cards.find((card) => card.title.trim() !== '')?.title ?? ''
  switch (template) {
    case 'sticker':
      return 'Sent a sticker'
    case 'quick_replies':
      return named('Offered quick replies', title)
    default:
      return named(cards.length > 1 ? `Sent ${cards.length} cards` : 'Sent a card', title)
  }
}

const systemSentences: Record<string, string> = {
  'messaging summary': 'The chat was summarized',
  'cdp store_order_was_created': 'The customer placed an order',
  'cdp store_product_added_to_cart': 'The customer added a product to the cart',
  'cdp store_product_removed_from_cart': 'The customer removed a product from the cart',
  'ai_agents custom_skill_started': 'The AI agent started a task',
  'ai_agents custom_skill_completed': 'The AI agent finished a task',
  'ai_agents custom_skill_failed': 'The AI agent couldn’t finish a task',
  'ai_agents custom_skill_rejected': 'The AI agent declined a task',
  'ai_agents custom_skill_awaiting_feedback': 'The AI agent is waiting for a reply',
}

function systemText(source: string, subtype: string): string {
  const key = `${source} ${subtype}`
  return (Object.hasOwn(systemSentences, key) && systemSentences[key]) || 'System event'
}
