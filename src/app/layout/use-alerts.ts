import { useEffect, useEffectEvent } from 'react'
import { useMatch, useNavigate } from 'react-router'
import {
  type Alert,
  alertOf,
  isStillDue,
  useInboxStore,
  useLiveConnection,
} from '../../react/inbox/inbox-internal.ts'
import { chatPath } from '../chat/chat-path.ts'
import { previewOf } from '../chat/event-text.ts'
import { customerName, customerOf } from '../chat/participants.ts'
import { playChime } from '../lib/chime.ts'
import { truncate } from '../lib/truncate.ts'
import { alertPreferences } from '../live/alert-preferences.ts'

/** Milliseconds in which an agent who looks at the chat takes notice, in any tab or app: LiveChat then tells that it was seen. */
const grace = 1_000

/**
 * Calls the agent to a new chat or a customer's message that they do not look at, as they want it. Of several tabs the one
 * that is connected does it.
 */
export function useAlerts(): void {
  const connection = useLiveConnection()
  const store = useInboxStore()
  const navigate = useNavigate()
  const openId = useMatch('/chats/:chatId')?.params.chatId

  const raise = useEffectEvent((alert: Alert) => {
    const { chatId } = alert
    const inbox = store.getSnapshot()
    const isInView = chatId === openId && document.visibilityState === 'visible'
    if (isInView || !isStillDue(alert, inbox)) return
    const { sound, system } = alertPreferences.get()
    if (sound) playChime()
    const chat = inbox.chats.get(chatId)
    if (!system || !chat || !canNotify()) return
    const name = customerName(customerOf(chat))
    const notification = new Notification(
      alert.reason === 'new-chat' ? `New chat with ${name}` : name,
      { body: truncate(previewOf(chat, inbox.myId).text, 120), tag: chatId, icon: iconOf() },
    )
    notification.onclick = () => {
      window.focus()
      notification.close()
      void navigate(chatPath(chatId))
    }
  })
  useEffect(() => {
    const waiting = new Map<string, ReturnType<typeof setTimeout>>()
    const stop = connection.onUpdate((update) => {
      const alert = connection.isOwn() ? alertOf(update, store.getSnapshot()) : undefined
      if (!alert || waiting.has(alert.chatId)) return
      const timer = setTimeout(() => {
        waiting.delete(alert.chatId)
        raise(alert)
      }, grace)
      waiting.set(alert.chatId, timer)
    })
    return () => {
      stop()
      for (const timer of waiting.values()) clearTimeout(timer)
    }
  }, [connection, store])
}

function canNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted'
}

function iconOf(): string {
  return document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? ''
}
