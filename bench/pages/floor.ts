import { accountsUrl, apiUrl, clientId, gotToken, onClick, pageUrl } from './page.ts'

/**
 * The least a page can do: it opens the window, takes the message, fetches, prints. Nothing is checked but the origin
 * of the message, nothing is retried, nothing can be canceled.
 */
function authorizeUrl(params: Record<string, string>): string {
  const query = { client_id: clientId, redirect_uri: pageUrl, ...params }
  return `${accountsUrl}/?${new URLSearchParams(query)}`
}

function openPopup<Data>(params: Record<string, string>): Promise<Data> {
  open(authorizeUrl({ flow: 'button', ...params }), 'floor', 'width=500,height=650')
  return new Promise((resolve) => {
    addEventListener('message', function receive({ origin, data }) {
      if (origin !== accountsUrl) return
      removeEventListener('message', receive)
      resolve(data.data)
    })
  })
}

async function signInByPopup(): Promise<string> {
  return (await openPopup<{ access_token: string }>({ response_type: 'token' })).access_token
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (one) =>
    one === '+' ? '-' : one === '/' ? '_' : '',
  )
}

const verifier = random()
const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
const challenge = base64url(new Uint8Array(digest))

async function signInByCode(): Promise<string> {
  const { code } = await openPopup<{ code: string }>({
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const response = await fetch(`${accountsUrl}/v2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: pageUrl,
      code,
      code_verifier: verifier,
    }),
  })
  return (await response.json()).access_token
}

interface Chat {
  id: string
  users: { type: string; name?: string }[]
  last_event_per_type?: Record<string, { event: { text?: string } }>
}

function ask(token: string, action: string, body: object): Promise<Response> {
  return fetch(`${apiUrl}/v3.6/agent/action/${action}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function printChats(token: string): Promise<void> {
  const response = await ask(token, 'list_chats', { limit: 50 })
  const { chats_summary: chats }: { chats_summary: Chat[] } = await response.json()
  const list = document.createElement('ul')
  list.ariaLabel = 'Chats'
  for (const { id, users, last_event_per_type: last } of chats) {
    const row = document.createElement('li')
    const who = users.find(({ type }) => type === 'customer')?.name
    row.textContent = `${who}: ${Object.values(last ?? {})[0]?.event.text}`
    row.dataset.id = id
    row.addEventListener('click', () => void printEvents(token, id))
    list.append(row)
  }
  document.body.append(list)
}

/** Shows the end of a conversation, and looks again twice a second until Escape. */
async function printEvents(token: string, id: string): Promise<void> {
  const response = await ask(token, 'get_chat', { chat_id: id })
  const { thread }: { thread: { events: { text?: string }[] } } = await response.json()
  const events = document.createElement('ol')
  events.className = 'conversation'
  for (const { text = '' } of thread.events.slice(-50)) {
    const event = document.createElement('li')
    event.className = 'event'
    event.textContent = text
    events.append(event)
  }
  document.body.prepend(events)
  const polling = poll(() => ask(token, 'get_chat', { chat_id: id }), 500)
  addEventListener('keydown', function close({ key }) {
    if (key !== 'Escape') return
    removeEventListener('keydown', close)
    clearInterval(polling)
    events.remove()
  })
}

/** Asks again and again, and prints how long the response is when it is another one. */
function poll(request: () => Promise<Response>, interval: number): number {
  const output = document.createElement('output')
  document.body.append(output)
  let before = ''
  return window.setInterval(async () => {
    const text = await (await request()).text()
    if (text === before) return
    before = text
    output.textContent = String(text.length)
  }, interval)
}

const pollChats = (token: string) => poll(() => ask(token, 'list_chats', { limit: 50 }), 1_000)

/** As in the app, the list is polled while a conversation is open beside it. */
async function showChats(token: string): Promise<void> {
  await printChats(token)
  pollChats(token)
}

onClick('popup', () => void signInByPopup().then(gotToken))
onClick('code', () => void signInByCode().then(gotToken))
onClick('chats', () => void signInByPopup().then(showChats))
onClick('poll', () => void signInByPopup().then(pollChats))
onClick('redirect', () => location.assign(authorizeUrl({ response_type: 'token' })))

const returned = new URLSearchParams(location.hash.slice(1)).get('access_token')
if (returned) gotToken(returned)
