import { expect, test } from 'vitest'
import { AgentChatError } from '../../../agent-chat/index.ts'
import { isPageRefused, isTransient } from './transient-error.ts'

test('a refused page id is recognised', () => {
  expect(isPageRefused(new AgentChatError('validation', 'list_chats'))).toBe(true)
  expect(isPageRefused(new Error('validation'))).toBe(false)
})

test('failures that may pass by themselves are recognised', () => {
  expect(isTransient(new AgentChatError('network', 'list_chats'))).toBe(true)
  expect(isTransient(new AgentChatError('internal', 'list_chats'))).toBe(true)
  expect(isTransient(new AgentChatError('license_expired', 'list_chats'))).toBe(false)
  expect(isTransient(new AgentChatError('missing_access', 'get_chat'))).toBe(false)
  expect(isTransient(new TypeError('a fault of ours'))).toBe(false)
  expect(isTransient(null)).toBe(false)
})
