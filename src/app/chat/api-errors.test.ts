import { expect, test } from 'vitest'
import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { isLoadError, isMissingScope } from './api-errors.ts'

test('a missing scope is recognised', () => {
  expect(isMissingScope(new AgentChatError('authorization', 'list_chats'))).toBe(true)
  expect(isMissingScope(new AgentChatError('missing_access', 'list_chats'))).toBe(false)
})

test('everything is a load error except an ended session and a missing scope', () => {
  expect(isLoadError(null)).toBe(false)
  expect(isLoadError(new SignInError('session_expired'))).toBe(false)
  expect(isLoadError(new AgentChatError('authentication', 'list_chats'))).toBe(false)
  expect(isLoadError(new AgentChatError('authorization', 'list_chats'))).toBe(false)
  expect(isLoadError(new AgentChatError('internal', 'list_chats'))).toBe(true)
  expect(isLoadError(new TypeError('a fault of ours'))).toBe(true)
})
