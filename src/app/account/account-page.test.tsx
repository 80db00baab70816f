import { expect, test } from 'vitest'
import { describeRole } from './profile-panel.tsx'

test('roles have the names agents know; an unknown one is shown unchanged', () => {
  expect(['owner', 'viceowner', 'administrator', 'normal'].map(describeRole)).toEqual([
    'Owner',
    'Vice owner',
    'Administrator',
    'Agent',
  ])
  expect(describeRole('toString')).toBe('toString')
  expect(describeRole('night shift')).toBe('night shift')
})
