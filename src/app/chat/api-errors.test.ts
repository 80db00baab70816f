import { expect, test } from 'vitest'
import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { isLoadError, isMissingScope, isPageRefused, isTransient } from './api-errors.ts'

test('a missing scope and a refused page id are recognised', () => {
  expect(isMissingScope(new AgentChatError('authorization', 'list_chats'))).toBe(true)
  expect(isMissingScope(new AgentChatError('missing_access', 'list_chats'))).toBe(false)
  expect(isPageRefused(new AgentChatError('validation', 'list_chats'))).toBe(true)
  expect(isPageRefused(new Error('validation'))).toBe(false)
})

test('everything is a load error except an ended session and a missing scope', () => {
  expect(isLoadError(null)).toBe(false)
  expect(isLoadError(new SignInError('session_expired'))).toBe(false)
  expect(isLoadError(new AgentChatError('authentication', 'list_chats'))).toBe(false)
  expect(isLoadError(new AgentChatError('authorization', 'list_chats'))).toBe(false)
  expect(isLoadError(new AgentChatError('internal', 'list_chats'))).toBe(true)
  expect(isLoadError(new TypeError('a fault of ours'))).toBe(true)
})

test('failures that may pass by themselves are recognised', () => {
  expect(isTransient(new AgentChatError('network', 'list_chats'))).toBe(true)
  expect(isTransient(new AgentChatError('internal', 'list_chats'))).toBe(true)
  expect(isTransient(new AgentChatError('license_expired', 'list_chats'))).toBe(false)
  expect(isTransient(new AgentChatError('missing_access', 'get_chat'))).toBe(false)
  expect(isTransient(new TypeError('a fault of ours'))).toBe(false)
  expect(isTransient(null)).toBe(false)
})
