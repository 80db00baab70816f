import { type Chat, createAgentChatClient } from 'sign-in-with-livechat/agent-chat'
import { createServerSession } from 'sign-in-with-livechat/server-session'

const status = document.querySelector('#status')
const list = document.querySelector('#chats')
if (status && list) await showChats(status, list)

async function showChats(status: Element, list: Element): Promise<void> {
  const { apiUrl = '' } = document.documentElement.dataset
  const api = createAgentChatClient({ ...createServerSession(), apiUrl })
  try {
    const { chats, found } = await api.listChats()
    list.replaceChildren(...chats.map(row))
    status.textContent = `The latest ${chats.length} of ${found}.`
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : 'The chats cannot be loaded.'
  }
}

function row(chat: Chat): HTMLLIElement {
  const item = document.createElement('li')
  const customer = chat.users.find(({ type }) => type === 'customer')
  item.textContent = customer?.name || 'A visitor'
  return item
}
