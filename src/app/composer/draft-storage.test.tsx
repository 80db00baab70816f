import { expect, test } from 'vitest'
import { createDrafts, emptyDraft } from '../../react/inbox/composer/drafts.ts'
import { openDraftStorage } from './draft-storage.ts'

const ada = { accountId: 'ada', organizationId: 'acme' }
const open = (session: Parameters<typeof openDraftStorage>[0]) =>
  createDrafts(openDraftStorage(session))
const stored = () => JSON.stringify(Object.entries(sessionStorage))

test('the texts of drafts outlive the page', () => {
  const before = open(ada)
  before.set('a', { ...emptyDraft, text: 'half a thought' })
  before.set('b', { ...emptyDraft, text: 'ask Jamie', agentsOnly: true })
  const after = open(ada)
  expect(after.get('a')).toEqual({ ...emptyDraft, text: 'half a thought' })
  expect(after.get('b').agentsOnly).toBe(true)
})

test('a draft that was sent or deleted is not kept', () => {
  const drafts = open(ada)
  drafts.set('a', { ...emptyDraft, text: 'half' })
  drafts.set('a', emptyDraft)
  expect(sessionStorage).toHaveLength(0)
})

test.each([
  ['another agent', { accountId: 'smith', organizationId: 'acme' }],
  ['another organization', { accountId: 'ada', organizationId: 'other' }],
  ['an agent of whom nothing is known', { accountId: undefined, organizationId: undefined }],
])('%s finds no drafts of the one before, and leaves none of them (A62)', (_, next) => {
  open(ada).set('a', { ...emptyDraft, text: 'from Ada' })
  expect(stored()).toContain('from Ada')
  expect(open(next).get('a').text).toBe('')
  expect(stored()).not.toContain('from Ada')
})

test('an agent of whom nothing is known keeps drafts in memory only (A62)', () => {
  const drafts = open({ accountId: undefined, organizationId: undefined })
  drafts.set('a', { ...emptyDraft, text: 'mine' })
  expect(drafts.get('a').text).toBe('mine')
  expect(sessionStorage).toHaveLength(0)
})

test.each(['x', 'null', '[]', '{"owner":"ada acme","drafts":[null,{},{"chatId":1,"text":"x"}]}'])(
  'what somebody else stored in its place, %s, is no draft',
  (value) => {
    sessionStorage.setItem('sign-in-with-livechat:drafts', value)
    expect(open(ada).get('1').text).toBe('')
  },
)
