import { expect, test } from 'vitest'
import { organizationChoices } from './recent-organizations.ts'

const acme = { organizationId: 'acme', name: 'Acme Outdoor' }
const northwind = { organizationId: 'northwind', name: 'Northwind Coffee' }

test('the current organization is not offered', () => {
  expect(organizationChoices('northwind', 'acme', [northwind, acme])).toEqual([acme])
})

test('the account’s own organization is offered before it was ever used, without its name', () => {
  expect(organizationChoices('northwind', 'acme', [northwind])).toEqual([
    { organizationId: 'acme', name: 'your own organization' },
  ])
})

test('an agent of one organization gets no choice', () => {
  expect(organizationChoices('acme', 'acme', [acme])).toEqual([])
  expect(organizationChoices('acme', undefined, [])).toEqual([])
})
