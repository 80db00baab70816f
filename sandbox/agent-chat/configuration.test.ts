import { expect, test } from 'vitest'
import { createTestApi } from './test-api.ts'

const ada = 'agent@example.com'

async function ask(action: string, body: object, scopes: string[], email = ada) {
  const { api, tokenFor } = createTestApi({ chats: 3 })
  const headers = {
    Authorization: `Bearer ${tokenFor(email, scopes)}`,
    'Content-Type': 'application/json',
  }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await api.request(`/v3.6/configuration/action/${action}`, init)).json()
}

test('agents are listed with their names, and with the fields that were asked for', async () => {
  const scopes = ['agents--all:ro']
  expect(await ask('list_agents', {}, scopes)).toContainEqual({
    id: ada,
    account_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    name: 'Ada Agent',
    role: 'normal',
    login_status: 'not accepting chats',
  })
  const filters = { group_ids: [1] }
  expect(await ask('list_agents', { filters, fields: ['groups'] }, scopes)).toMatchObject([
    { id: ada, groups: [{ id: 1 }, { id: 2 }] },
    { id: 'smith@example.com', role: 'owner' },
  ])
  expect(await ask('list_agents', { filters: { suspended: true } }, scopes)).toEqual([])
})

test('groups are listed, with the fields that were asked for', async () => {
  expect(await ask('list_groups', {}, ['groups--all:ro'])).toContainEqual({
    id: 1,
    name: 'Sales',
    language_code: 'en',
  })
  const fields = ['routing_status', 'agent_priorities']
  expect(await ask('list_groups', { fields }, ['groups--all:ro'])).toContainEqual({
    id: 1,
    name: 'Sales',
    language_code: 'en',
    routing_status: 'accepting_chats',
    agent_priorities: { [ada]: 'normal', 'smith@example.com': 'normal' },
  })
})

test('tags are listed: those of one’s groups, or all', async () => {
  const list = async (scope: string, body = {}) =>
    (await ask('list_tags', body, [scope])) as { group_ids: number[] }[]
  const own = await list('tags--groups:ro')
  expect(own[0]).toEqual({
    name: expect.any(String),
    group_ids: expect.any(Array),
    created_at: expect.any(String),
    author_id: '',
  })
  const all = await list('tags--all:ro')
  expect(all.flatMap(({ group_ids }) => group_ids)).toContain(3)
  expect(own.length).toBeLessThan(all.length)
  const filtered = await list('tags--all:ro', { filters: { group_ids: [3] } })
  for (const { group_ids } of filtered) expect(group_ids).toContain(3)
  expect(await ask('list_tags', { filters: {} }, ['tags--all:ro'])).toMatchObject({
    error: { type: 'validation' },
  })
})

test('there are no bots', async () => {
  expect(await ask('list_bots', {}, ['agents-bot--my:ro'])).toEqual([])
  expect(await ask('list_bots', { all: true }, ['agents-bot--my:ro'])).toMatchObject({
    error: { type: 'authorization' },
  })
})

test.each(['list_agents', 'list_groups', 'list_tags', 'list_bots'])(
  '%s needs its scope',
  async (action) => {
    expect(await ask(action, {}, ['chats--access:rw'])).toMatchObject({
      error: { type: 'authorization' },
    })
  },
)
