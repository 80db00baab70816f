import { expect, test } from 'vitest'
import { filterOf } from './list-filter.ts'

test('a group narrows whatever is shown', () => {
  const listing = { show: 'active', order: 'newest-first', groupId: 3 } as const
  expect(filterOf(listing)).toEqual({ active: true, groupIds: [3] })
  expect(filterOf({ ...listing, groupId: undefined })).toEqual({ active: true })
})
