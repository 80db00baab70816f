import { expect, test } from 'vitest'
import { roleInWords } from './role-words.ts'

test('roles have the names agents know, and an unknown one keeps its own', () => {
  expect(['owner', 'viceowner', 'administrator', 'normal'].map(roleInWords)).toEqual([
    'Owner',
    'Vice owner',
    'Administrator',
    'Agent',
  ])
  expect(roleInWords('toString')).toBe('toString')
  expect(roleInWords('night shift')).toBe('night shift')
})
