import type { Chat, ChatEvent, RichCard } from '../../agent-chat/index.ts'
import { truncate } from '../lib/truncate.ts'
import { chatText } from './chat-text.ts'
import { agentName, findUser, isByCustomer, isSameUser } from './participants.ts'

/** The last event of a chat, as a row shows it. */
export interface Preview {
  /** 'You', or the first name of the agent who said it; absent for the customer and for what nobody said. */
  author: string | undefined
  /** It is a note, which customers do not see. */
  isNote: boolean
  /** May hold a stranger's text: show it as text, isolated. */
  text: string
}

/** The last event of any type, in words. */
export function previewOf(chat: Chat, myId: string | undefined): Preview {
  const event = chat.lastEvent
  if (!event) {
    const text = chat.restricted ? chatText().hidden : chatText().noMessages
    return { author: undefined, isNote: false, text }
  }
  const text = eventText(event)
  if (hasNoAuthor(event)) return { author: undefined, isNote: false, text }
  const isNote = event.agentsOnly
  return { author: isNote ? noteBy(chat, event, myId) : authorOf(chat, event, myId), isNote, text }
}

function authorOf(chat: Chat, event: ChatEvent, myId: string | undefined): string | undefined {
  if (event.authorId === undefined || isByCustomer(event.authorId, chat)) return undefined
  if (isSameUser(event.authorId, myId)) return chatText().you
  const name = agentName(findUser(chat, event.authorId), event.authorId)
  return truncate(name, 40).split(' ')[0]
}

function noteBy(chat: Chat, event: ChatEvent, myId: string | undefined): string {
  const name = authorOf(chat, event, myId)
  if (name === undefined) return chatText().note
  return isSameUser(event.authorId, myId) ? chatText().noteByYou : chatText().noteBy({ name })
}

function hasNoAuthor(event: ChatEvent): boolean {
  return event.type === 'system_message' || event.type === 'system' || event.type === 'deleted'
}

/** Describes an event in one line. */
export function eventText(event: ChatEvent): string {
  const text = chatText()
  switch (event.type) {
    case 'message':
      return truncate(event.text) || text.emptyMessage
    case 'file':
      return fileText(isImage(event.contentType), truncate(event.name, 120))
    case 'form':
      return formText(event.formType, false)
    case 'filled_form':
      return formText(event.formType, true)
    case 'rich_message':
      return richMessageText(event.template, event.cards)
    case 'system_message':
      return truncate(event.text) || text.systemMessage
    case 'system':
      return systemText(event.source, event.subtype)
    case 'deleted':
      return event.wasType === 'file' ? text.fileDeleted : text.messageDeleted
    case 'custom':
      return text.appData
    case 'unknown':
      return truncate(event.text) || text.unknownContent
  }
}

function isImage(contentType: string): boolean {
  return contentType.startsWith('image/')
}

function fileText(isPicture: boolean, name: string): string {
  const text = chatText()
  if (!name) return isPicture ? text.image : text.file
  return isPicture ? text.imageNamed({ name }) : text.fileNamed({ name })
}

/** What was asked for, or given, by the type of the form. */
function formText(formType: string | undefined, isFilled: boolean): string {
  const text = chatText()
  switch (formType) {
    case 'prechat':
      return isFilled ? text.filledPreChat : text.askedPreChat
    case 'postchat':
      return isFilled ? text.filledPostChat : text.askedPostChat
    case 'ask_for_email':
      return isFilled ? text.filledEmail : text.askedEmail
    default:
      return isFilled ? text.filledForm : text.askedForm
  }
}

function richMessageText(template: string, cards: RichCard[]): string {
  const text = chatText()
  const title = truncate(cards.find((card) => card.title.trim() !== '')?.title ?? '', 120)
  switch (template) {
    case 'sticker':
      return text.sticker
    case 'quick_replies':
      return title ? text.quickRepliesNamed({ title }) : text.quickReplies
    default: {
      const count = Math.max(1, cards.length)
      return title ? text.cardsNamed({ count, title }) : text.cards({ count })
    }
  }
}

const systemSentences = {
  'messaging summary': 'summarized',
  'cdp store_order_was_created': 'orderPlaced',
  'cdp store_product_added_to_cart': 'addedToCart',
  'cdp store_product_removed_from_cart': 'removedFromCart',
  'ai_agents custom_skill_started': 'taskStarted',
  'ai_agents custom_skill_completed': 'taskFinished',
  'ai_agents custom_skill_failed': 'taskFailed',
  'ai_agents custom_skill_rejected': 'taskDeclined',
  'ai_agents custom_skill_awaiting_feedback': 'taskWaits',
} as const

function systemText(source: string, subtype: string): string {
  const key = `${source} ${subtype}`
  return chatText()[isKnown(key) ? systemSentences[key] : 'systemEvent']
}

function isKnown(key: string): key is keyof typeof systemSentences {
  return Object.hasOwn(systemSentences, key)
}
