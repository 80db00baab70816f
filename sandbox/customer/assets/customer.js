/** The customer's side of a chat, for trying the inbox by hand. */

const $ = (id) => document.getElementById(id)
const [start, chatView, messages] = [$('start'), $('chat'), $('messages')]

// It scrolls, so it can be reached with the keyboard.
messages.tabIndex = 0

let socket
let chat
let token = sessionStorage.getItem('customer-token') ?? ''
let agentTyping
let preview = ''
let requests = 0
const waiting = new Map()

/** Sends a request; rejects with LiveChat's error. */
function ask(action, payload) {
  const request_id = String(++requests)
  socket.send(JSON.stringify({ action, request_id, payload }))
  return new Promise((resolve, reject) => {
    waiting.set(request_id, { resolve, reject })
  })
}

async function connect() {
  socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/v3.6/customer/rtm/ws`)
  socket.onmessage = ({ data }) => hear(JSON.parse(data))
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject({ error: { message: 'Connection lost' } })
    waiting.clear()
    if (isBanned) return
    show('Reconnecting…')
    setTimeout(connect, 1000)
  }
  socket.onopen = () => logIn().catch(report)
}

let isBanned = false

async function logIn() {
  const { chats, organization } = await ask('login', { token }).catch(newVisit)
  $('title').textContent = `Chat with ${organization}`
  chat = chats.at(-1)
  draw()
}

/** A first visit, or one whose token the sandbox has forgotten. */
async function newVisit() {
  const response = await fetch('/customer/token', { method: 'POST' })
  token = (await response.json()).access_token
  sessionStorage.setItem('customer-token', token)
  return ask('login', { token })
}

function hear({ type, request_id, success, action, payload }) {
  if (type === 'response') {
    const request = waiting.get(request_id)
    waiting.delete(request_id)
    if (success) request?.resolve(payload)
    else request?.reject(payload)
    return
  }
  if (action === 'incoming_typing_indicator') return showTyping(payload.typing_indicator)
  if (action === 'incoming_thinking_indicator') return show(payload.title ?? 'Thinking…')
  if (action === 'incoming_event_preview') {
    preview = payload.event.text
    return draw()
  }
  if (action === 'customer_disconnected') {
    isBanned = true
    return report({ error: { message: 'You cannot start a chat here for now.' } })
  }
  if (action === 'incoming_event' && payload.event.author_id !== undefined) {
    showTyping({ is_typing: false })
    preview = ''
  }
  refresh().catch(report)
}

async function refresh() {
  if (!chat) return
  chat = await ask('get_chat', { chat_id: chat.id })
  draw()
}

function showTyping({ is_typing, author_id }) {
  clearTimeout(agentTyping)
  $('typing').textContent = is_typing ? `${nameOf(author_id)} is typing…` : ''
  if (is_typing) agentTyping = setTimeout(() => showTyping({ is_typing: false }), 10_000)
}

const nameOf = (id) => chat?.agents.find((agent) => agent.id === id)?.name ?? 'An agent'

function show(text) {
  $('presence').textContent = text
}

function draw() {
  const thread = chat?.thread
  const hadFocus = chatView.contains(document.activeElement)
  start.hidden = Boolean(thread) && !start.dataset.again
  chatView.hidden = !start.hidden
  show(presenceOf(thread))
  if (!thread) return
  const isActive = thread.active
  $('composer').hidden = !isActive
  $('end').hidden = !isActive
  $('again').hidden = isActive
  for (const button of document.querySelectorAll('[data-score]')) {
    button.setAttribute(
      'aria-pressed',
      String(thread.rating?.score === Number(button.dataset.score)),
    )
  }
  drawMessages(thread.events)
  tellSeen()
  if (!isActive && hadFocus && !chatView.contains(document.activeElement)) $('again').focus()
}

let seenUpTo = ''

/** Tells how far the agents' messages have been seen, while somebody looks at the page. */
function tellSeen() {
  const isTheirs = ({ author_id }) => chat.agents.some(({ id }) => id === author_id)
  const last = chat?.thread?.events.findLast(isTheirs)?.created_at
  if (!last || last <= seenUpTo || document.visibilityState !== 'visible') return
  seenUpTo = last
  ask('mark_events_as_seen', { chat_id: chat.id, seen_up_to: last }).catch(() => {})
}

document.addEventListener('visibilitychange', tellSeen)

function presenceOf(thread) {
  if (!thread) return 'We usually answer in a minute.'
  if (!thread.active) return 'This chat has ended.'
  const here = chat.agents.filter(({ present }) => present).map(({ name }) => name)
  return here.length > 0 ? `You are chatting with ${here.join(', ')}.` : 'Waiting for an agent…'
}

/** Adds what is new and changes what changed, so that a screen reader reads each message once. */
function drawMessages(events) {
  const shown = preview
    ? [...events, { id: 'preview', type: 'message', text: preview, author_id: '' }]
    : events
  const known = new Map([...messages.children].map((item) => [item.dataset.id, item]))
  const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 40
  for (const event of shown) {
    const written = JSON.stringify(event)
    const old = known.get(event.id)
    known.delete(event.id)
    if (old?.dataset.written === written) continue
    const item = messageOf(event)
    item.dataset.id = event.id
    item.dataset.written = written
    if (old) old.replaceWith(item)
    else messages.append(item)
  }
  for (const item of known.values()) item.remove()
  if (atEnd) messages.scrollTop = messages.scrollHeight
}

function messageOf(event) {
  const item = document.createElement('p')
  if (event.type === 'system_message') {
    item.className = 'system'
    item.textContent = event.text ?? ''
    return item
  }
  const agent = chat.agents.find(({ id }) => id === event.author_id)
  item.className = agent || event.id === 'preview' ? 'theirs' : 'mine'
  const author = document.createElement('span')
  author.className = item.className === 'mine' ? 'author hidden' : 'author'
  author.textContent = agent?.name ?? (event.id === 'preview' ? 'Writing…' : 'You')
  item.append(author, contentOf(event))
  return item
}

function contentOf(event) {
  if (event.type === 'message') return event.text
  if (event.type === 'rich_message') {
    return event.elements.map(({ title, subtitle }) => title ?? subtitle ?? '').join('\n')
  }
  if (event.type !== 'file') return `(${event.type.replaceAll('_', ' ')})`
  // From here, under whichever name the agent's page reached the sandbox.
  const address = new URL(event.url).pathname
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.textContent = event.name
  if (!event.content_type.startsWith('image/')) return link
  const picture = document.createElement('img')
  picture.src = address
  picture.alt = event.alternative_text ?? event.name
  picture.onload = () => picture.scrollIntoView({ block: 'nearest' })
  link.replaceChildren(picture)
  return link
}

function report(problem) {
  $('problem').textContent = problem?.error?.message ?? String(problem?.message ?? problem)
}

/** Runs what somebody asked for, and says what went wrong. */
const attempt = (act) => async (event) => {
  event?.preventDefault()
  $('problem').textContent = ''
  try {
    await act(event)
  } catch (problem) {
    report(problem)
  }
}

start.onsubmit = attempt(async () => {
  const [name, email] = [$('name').value.trim(), $('email').value.trim()]
  chat = await ask('start_chat', {
    text: $('first').value,
    ...(name && { name }),
    ...(email && { email }),
  })
  delete start.dataset.again
  $('first').value = ''
  draw()
  $('message').focus()
})

const message = $('message')

$('composer').onsubmit = attempt(async () => {
  const text = message.value.trim()
  if (text === '') return
  message.value = ''
  peek.flush()
  await ask('send_event', { chat_id: chat.id, event: { type: 'message', text } }).catch(
    (problem) => {
      message.value = text
      throw problem
    },
  )
})

message.onkeydown = (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  $('composer').requestSubmit()
}

/** Lets the agent see what is being written: at once, then at most every half second. */
const peek = (() => {
  const pause = 500
  let timer
  let last = ''
  let sentAt = -pause
  const send = () => {
    timer = undefined
    if (message.value === last || !chat?.thread?.active) return
    last = message.value
    sentAt = performance.now()
    ask('send_sneak_peek', { chat_id: chat.id, sneak_peek_text: last }).catch(() => {})
  }
  return {
    later() {
      timer ??= setTimeout(send, sentAt + pause - performance.now())
    },
    flush() {
      clearTimeout(timer)
      send()
    },
  }
})()
message.oninput = () => peek.later()

$('picture').onchange = attempt(async ({ target }) => {
  const [file] = target.files
  if (!file) return
  const body = new FormData()
  body.append('file', file)
  target.value = ''
  const response = await fetch('/v3.6/customer/action/upload_file', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body,
  })
  const answer = await response.json()
  if (!response.ok) throw answer
  await ask('send_event', { chat_id: chat.id, event: { type: 'file', url: answer.url } })
})

for (const button of document.querySelectorAll('[data-score]')) {
  button.onclick = attempt(() =>
    ask('rate_chat', { chat_id: chat.id, score: Number(button.dataset.score) }),
  )
}

$('end').onclick = attempt(() => ask('deactivate_chat', { chat_id: chat.id }))

$('again').onclick = () => {
  start.dataset.again = 'yes'
  draw()
  $('first').focus()
}

// A keyboard on the screen leaves less room; the newest message stays in view.
window.onresize = () => {
  messages.scrollTop = messages.scrollHeight
}

connect()
