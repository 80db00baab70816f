import { expect, test, vi } from 'vitest'
import { createMemory, noMemory } from './memory.ts'

test('what is equal is read once and stays the same object', () => {
  const memory = createMemory(1000)
  const read = vi.fn(() => ({}))
  const first = memory.recall('chat', { id: 'A', tags: ['x'] }, read)
  expect(memory.recall('chat', { id: 'A', tags: ['x'] }, read)).toBe(first)
  expect(read).toHaveBeenCalledTimes(1)
  expect(memory.recall('chat', { id: 'A', tags: ['y'] }, read)).not.toBe(first)
  expect(memory.recall('event', { id: 'A', tags: ['x'] }, read)).not.toBe(first)
  expect(memory.recall('chat', '{"id":"B"}', () => 'text')).toBe('text')
  expect(memory.recall('response', '{"id":"B"}', () => 'other')).toBe('other')
})

test('what cannot be read is read again each time', () => {
  const memory = createMemory(1000)
  const broken = () => {
    throw new Error('broken')
  }
  expect(() => memory.recall('chat', 'A', broken)).toThrow('broken')
  expect(memory.recall('chat', 'A', () => 'read')).toBe('read')
})

test('what was not seen for longest is forgotten first', () => {
  const memory = createMemory('A'.length * 2)
  const look = (text: string) => memory.recall('chat', text, () => ({}))
  const [a, b] = [look('A'), look('B')]
  expect(look('A')).toBe(a)
  look('C')
  expect(look('A')).toBe(a)
  expect(look('B')).not.toBe(b)
})

test('what is too long is not remembered, nor is anything without a memory', () => {
  const look = (memory = createMemory(0)) => memory.recall('chat', 'A', () => ({}))
  const memory = createMemory(0)
  expect(look(memory)).not.toBe(look(memory))
  expect(look(noMemory)).not.toBe(look(noMemory))
})
