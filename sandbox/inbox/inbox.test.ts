import { expect, test } from 'vitest'
import type { Chat } from '../model/chat.ts'
import { fromWireTime } from '../model/wire-time.ts'
import { accounts, groups, organizations } from '../world/seed.ts'
import { indexEntryOf } from './chat-index-entry.ts'
import { closeThread } from './chat-mutations.ts'
import { createInbox, type Inbox } from './inbox.ts'

const noon = Date.parse('2026-03-20T12:00:00Z')

function acmeInbox(chats = 250): Inbox {
  const [organization] = organizations
  if (!organization) throw new Error('The seed has no organization')
  const { organizationId, license } = organization
  return createInbox({
    seed: license,
    organization,
    agents: accounts.flatMap((account) =>
      account.memberships
        .filter((membership) => membership.organizationId === organizationId)
        .map((membership) => ({ account, membership })),
    ),
    groups: groups[organizationId] ?? [],
    chats,
    now: noon,
  })
}

const chatsOf = (inbox: Inbox): Chat[] =>
  inbox.index.all().flatMap(({ id }) => inbox.read(id) ?? [])
const threadsOf = (inbox: Inbox) => chatsOf(inbox).flatMap(({ threads }) => threads)
const eventsOf = (inbox: Inbox) => threadsOf(inbox).flatMap(({ events }) => events)

test('the same seed makes the same chats, whenever they are read', () => {
  const [one, other] = [acmeInbox(), acmeInbox()]
  const ids = one.index.all().map(({ id }) => id)
  const backwards = ids.toReversed().map((id) => other.read(id))
  expect(ids.map((id) => one.read(id))).toEqual(backwards.toReversed())
})

test('a chat agrees with its index entry', () => {
  const inbox = acmeInbox()
  for (const entry of inbox.index.all()) {
    const chat = inbox.read(entry.id)
    expect(chat && indexEntryOf(chat)).toEqual(entry)
  }
})

test('ids are unique and look like LiveChat’s', () => {
  const inbox = acmeInbox(3000)
  const chats = chatsOf(inbox)
  const ids = [
    ...chats.map(({ id }) => id),
    ...chats.flatMap(({ threads }) => threads.map(({ id }) => id)),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9A-Z]{10}$/)
})

test('events of every chat are in order, and none is in the future', () => {
  for (const { threads, customer } of chatsOf(acmeInbox())) {
    const moments = threads.flatMap((thread) => [
      thread.created_at,
      ...thread.events.map((event) => event.created_at),
    ])
    expect(moments).toEqual(moments.toSorted())
    for (const moment of moments) expect(fromWireTime(moment)).toBeLessThanOrEqual(noon * 1000)
    expect(fromWireTime(customer?.created_at ?? '')).toBeLessThan(noon * 1000)
  }
})

test('about one chat in ten is active, and only in its last thread', () => {
  const chats = chatsOf(acmeInbox())
  const active = chats.filter(({ threads }) => threads.at(-1)?.active)
  expect(active.length / chats.length).toBeGreaterThan(0.06)
  expect(active.length / chats.length).toBeLessThan(0.16)
  for (const { threads } of chats) {
    expect(threads.slice(0, -1).some((thread) => thread.active)).toBe(false)
  }
})

test('holds every kind of event, note, deletion, restriction and empty chat', () => {
  const inbox = acmeInbox()
  const events = eventsOf(inbox)
  expect(new Set(events.map(({ type }) => type))).toEqual(
    new Set([
      'message',
      'file',
      'filled_form',
      'form',
      'rich_message',
      'custom',
      'system_message',
      'system',
    ]),
  )
  expect(events.some(({ visibility }) => visibility === 'agents')).toBe(true)
  expect(events.some(({ deleted }) => deleted)).toBe(true)
  expect(threadsOf(inbox).some((thread) => thread.restricted_access)).toBe(true)
  expect(chatsOf(inbox).some(({ threads }) => threads.length === 0)).toBe(true)
  expect(chatsOf(inbox).some(({ customer }) => !customer?.name && !customer?.email)).toBe(true)
})

test('no text still has a placeholder of its script', () => {
  for (const event of eventsOf(acmeInbox())) expect(JSON.stringify(event)).not.toMatch(/\{[a-z]+\}/)
})

test('a changed chat stays changed and moves to its new place in the list', () => {
  const inbox = acmeInbox()
  const [oldest] = inbox.index.all()
  const id = oldest?.id ?? ''
  inbox.change(id, (chat) => {
    const last = chat.threads.at(-1)
    if (!last) return
    chat.threads.push({ ...last, id: 'QNEWTHREAD', created_at: '2026-03-20T12:00:00.000001Z' })
  })
  expect(inbox.read(id)?.threads.at(-1)?.id).toBe('QNEWTHREAD')
  const [newest] = inbox.index.after(undefined, 'desc')
  expect(newest?.id).toBe(id)
  expect(inbox.index.all()).toHaveLength(250)
})

test('a chat that was only read cannot be changed', () => {
  const inbox = acmeInbox()
  const id = inbox.index.all()[7]?.id ?? ''
  const chat = inbox.read(id)
  expect(() => chat?.threads.splice(0)).toThrow(TypeError)
  expect(inbox.read(id)?.threads.length).toBeGreaterThan(0)
})

test.each(['never changed before', 'changed before'])(
  'a change that throws half way leaves a chat that was %s as it was',
  (history) => {
    const inbox = acmeInbox()
    const id = inbox.index.all()[7]?.id ?? ''
    if (history === 'changed before') inbox.change(id, (chat) => chat.followers.push('ada'))
    const before = structuredClone(inbox.read(id))
    const order = [...inbox.index.after(undefined, 'desc')]
    const failing = () =>
      inbox.change(id, (chat) => {
        chat.access.group_ids.push(3)
        for (const thread of chat.threads) thread.events.length = 0
        throw new Error('half way')
      })
    expect(failing).toThrow('half way')
    expect(inbox.read(id)).toEqual(before)
    expect([...inbox.index.after(undefined, 'desc')]).toEqual(order)
  },
)

test('chats are counted once, until one changes', () => {
  const inbox = acmeInbox()
  let looks = 0
  const isActive = ({ active }: { active: boolean }) => {
    looks += 1
    return active
  }
  const before = inbox.count('active', isActive)
  expect(inbox.count('active', isActive)).toBe(before)
  expect(looks).toBe(250)
  const open = inbox.index.all().find(({ active }) => active)
  inbox.change(open?.id ?? '', (chat) => closeThread(chat, { type: 'custom' }, noon))
  expect(inbox.count('active', isActive)).toBe(before - 1)
})
