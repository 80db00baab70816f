import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  forgetOrganizations,
  organizationChoices,
  recentOrganizations,
  rememberOrganization,
} from './recent-organizations.ts'

const acme = { organizationId: 'acme', name: 'Acme Outdoor' }
const northwind = { organizationId: 'northwind', name: 'Northwind Coffee' }

/** What the tab keeps. */
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
})

test('the organizations an account was in are remembered, each once, the latest first', () => {
  for (const one of [acme, northwind, acme]) rememberOrganization('ada', one)
  expect(recentOrganizations('ada')).toEqual([acme, northwind])
})

test('another account has organizations of its own', () => {
  rememberOrganization('ada', acme)
  rememberOrganization('smith', acme)
  rememberOrganization('smith', northwind)
  expect(recentOrganizations('ada')).toEqual([acme])
  expect(recentOrganizations('smith')).toEqual([northwind, acme])
})

test('after signing out the tab keeps nothing of them', () => {
  rememberOrganization('ada', acme)
  forgetOrganizations()
  expect(recentOrganizations('ada')).toEqual([])
  expect(kept.size).toBe(0)
})

test.each(['', '{', 'null', '{"accountId":"ada"}', '[null,7,"ada"]', '[{"accountId":"ada"}]'])(
  '%j, which something else left there, is no organization',
  (text) => {
    rememberOrganization('ada', acme)
    for (const key of kept.keys()) kept.set(key, text)
    expect(recentOrganizations('ada')).toEqual([])
    rememberOrganization('ada', acme)
    expect(recentOrganizations('ada')).toEqual([acme])
  },
)

test('what is broken leaves the others', () => {
  rememberOrganization('ada', acme)
  for (const [key, text] of kept) kept.set(key, text.replace('[', '[null,'))
  expect(recentOrganizations('ada')).toEqual([acme])
})

test('a browser that allows no storage remembers nothing, and does without', () => {
  const refuse = () => {
    throw new DOMException('not allowed', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  rememberOrganization('ada', acme)
  expect(recentOrganizations('ada')).toEqual([])
  expect(forgetOrganizations).not.toThrow()
})

test('the current organization is not offered', () => {
  expect(organizationChoices('northwind', 'acme', [northwind, acme])).toEqual([acme])
})

test('the account’s own organization is offered before it was ever used, without its name', () => {
  expect(organizationChoices('northwind', 'acme', [northwind])).toEqual([
    { organizationId: 'acme', name: undefined },
  ])
})

test('an agent of one organization gets no choice', () => {
  expect(organizationChoices('acme', 'acme', [acme])).toEqual([])
  expect(organizationChoices('acme', undefined, [])).toEqual([])
})
