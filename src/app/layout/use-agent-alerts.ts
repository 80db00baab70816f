import { useMatch, useNavigate } from 'react-router'
import { useAlerts, useMyId } from '../../react/inbox/index.ts'
import { chatPath } from '../chat/chat-path.ts'
import { previewOf } from '../chat/event-text.ts'
import { customerName, customerOf } from '../chat/participants.ts'
import { playChime } from '../lib/chime.ts'
import { alertPreferences } from '../live/alert-preferences.ts'
import { layoutText } from './layout-text.ts'

/** Calls the agent to a new chat or a customer's message that they do not look at, as they want it. */
export function useAgentAlerts(): void {
  const myId = useMyId()
  const navigate = useNavigate()
  const openId = useMatch('/chats/:chatId')?.params.chatId
  useAlerts(({ chat, reason }) => {
    if (chat.id === openId && document.visibilityState === 'visible') return
    const { sound, system } = alertPreferences.get()
    if (sound) playChime()
    if (!system || !canNotify()) return
    const name = customerName(customerOf(chat))
    const notification = new Notification(
      reason === 'new-chat' ? layoutText().newChatWith({ name }) : name,
      {
        body: previewOf(chat, myId).text,
        tag: chat.id,
        icon: iconOf(),
      },
    )
    notification.onclick = () => {
      window.focus()
      notification.close()
      void navigate(chatPath(chat.id))
    }
  })
}

function canNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted'
}

function iconOf(): string {
  return document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? ''
}
