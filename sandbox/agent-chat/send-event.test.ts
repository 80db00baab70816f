import { expect, test } from 'vitest'
import { asJson, createTestApi, errorType } from './test-api.ts'

const ada = 'agent@example.com'
const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more })

function conversation() {
  const api = createTestApi()
  const { id } = api.find((_, { present }) => present.includes(ada))
  const read = () => {
    const chat = api.inbox.read(id)
    const thread = chat?.threads.at(-1)
    return { chat, thread, last: thread?.events.at(-1) }
  }
  return { ...api, ask: api.agent(), chat_id: id, read }
}

test('a message is added at the end of the chat, with its id and custom id', async () => {
  const { ask, chat_id, read, world } = conversation()
  const event = message('On its way!', { custom_id: 'mine-1' })
  const answer = await ask('send_event', { chat_id, event })
  const { last, thread, chat } = read()
  expect(answer.value).toEqual({ event_id: last?.id })
  expect(last).toMatchObject({ ...event, author_id: ada, visibility: 'all' })
  expect(last?.id.startsWith(`${thread?.id}_`)).toBe(true)
  expect(chat?.agents.find(({ id }) => id === ada)?.events_seen_up_to).toBe(last?.created_at)
  expect(last?.created_at.slice(0, 19)).toBe(new Date(world.now()).toISOString().slice(0, 19))
  const shown = await ask('get_chat', { chat_id })
  expect(shown.get('thread').get('events').list().at(-1)?.get('text').value).toBe('On its way!')
})

test('events sent in the same moment keep their order', async () => {
  const { ask, chat_id, read } = conversation()
  for (const text of ['one', 'two', 'three']) {
    await ask('send_event', { chat_id, event: message(text) })
  }
  const times = read().thread?.events.map(({ created_at }) => created_at) ?? []
  expect(new Set(times).size).toBe(times.length)
  expect(times).toEqual(times.toSorted())
})

test('a message can have up to 16 KB of text', async () => {
  const { ask, chat_id } = conversation()
  const send = async (text: string) =>
    errorType(await ask('send_event', { chat_id, event: message(text) }))
  expect(await send('ż'.repeat(8192))).toBeUndefined()
  expect(await send(`${'ż'.repeat(8192)}a`)).toBe('validation')
  expect(await send('')).toBe('validation')
})

test('refuses a chat that is inactive, unknown, of another group, or that the agent is not in', async () => {
  const { ask, find } = conversation()
  const type = async (chat_id: string) =>
    errorType(await ask('send_event', { chat_id, event: message('Hello') }))
  const closed = find(
    ({ threads, access }) => threads.at(-1)?.active === false && access.group_ids[0] === 1,
  )
  const foreign = find(({ access }) => access.group_ids[0] === 3)
  const others = find(
    ({ access }, { active, present }) =>
      active && !present.includes(ada) && [0, 1, 2].includes(access.group_ids[0] ?? 3),
  )
  expect(await type(closed.id)).toBe('chat_inactive')
  expect(await type(foreign.id)).toBe('missing_access')
  expect(await type(others.id)).toBe('authorization')
  expect(await type('P000000000')).toBe('not_found')
})

test('a read-only scope cannot send', async () => {
  const { agent, chat_id } = conversation()
  const reader = agent(ada, ['chats--access:ro'])
  expect(errorType(await reader('send_event', { chat_id, event: message('Hi') }))).toBe(
    'authorization',
  )
})

test('an agent visible only to agents can only write notes', async () => {
  const { agent, chat_id, find, ask } = conversation()
  const smith = agent('smith@example.com', ['chats--all:rw'])
  const mine = find(({ id }) => id === chat_id)
  const there = mine.agents.some(({ id, present }) => present && id === 'smith@example.com')
  expect(there).toBe(false)
  await ask('add_user_to_chat', {
    chat_id,
    user_id: 'smith@example.com',
    user_type: 'agent',
    visibility: 'agents',
  })
  const loud = await smith('send_event', { chat_id, event: message('Hello customer') })
  expect(errorType(loud)).toBe('authorization')
  const quiet = message('Offer ten percent', { visibility: 'agents' })
  expect((await smith('send_event', { chat_id, event: quiet })).has('event_id')).toBe(true)
})

test.each([
  [{}, 'type'],
  [{ type: 'system', source: 'cdp' }, 'type'],
  [{ type: 'message' }, 'text'],
  [{ type: 'file', url: 'https://evil.example/x.png' }, 'url'],
  [{ type: 'rich_message', template_id: 'poem', elements: [] }, 'template_id'],
  [{ type: 'message', text: 'x', visibility: 'nobody' }, 'visibility'],
])('refuses the event %j and names %s', async (event, field) => {
  const { ask, chat_id } = conversation()
  const answer = await ask('send_event', { chat_id, event })
  expect(errorType(answer)).toBe('validation')
  expect(answer.get('error').get('message').text()).toContain(`event.${field}`)
})

test('an uploaded image is sent with its name and type', async () => {
  const { send, tokenFor, ask, chat_id, read } = conversation()
  const form = new FormData()
  form.set('file', new File(['...'], 'wet tent.png', { type: 'image/png' }))
  const headers = { Authorization: `Bearer ${tokenFor(ada, [])}` }
  const response = await send('upload_file', { headers, body: form })
  const url = asJson(await response.json())
    .get('url')
    .text()
  await ask('send_event', { chat_id, event: { type: 'file', url } })
  expect(read().last).toMatchObject({
    type: 'file',
    name: 'wet tent.png',
    content_type: 'image/png',
  })
})

test('an upload needs a file of at most 10 MB that is not executable', async () => {
  const { send, tokenFor } = conversation()
  const headers = { Authorization: `Bearer ${tokenFor(ada, [])}` }
  const upload = async (file?: File) => {
    const form = new FormData()
    if (file) form.set('file', file)
    return (await send('upload_file', { headers, body: form })).status
  }
  expect(await upload(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'big.bin'))).toBe(413)
  expect(await upload(new File(['MZ'], 'setup.EXE'))).toBe(400)
  expect(await upload()).toBe(400)
  expect(await upload(new File(['ok'], 'notes.txt'))).toBe(200)
})
