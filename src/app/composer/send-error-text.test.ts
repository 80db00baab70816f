import { expect, test } from 'vitest'
import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { describeSendError } from './send-error-text.ts'

test('a message that was not sent says why and what to do', () => {
  const words = (code: 'limit_reached' | 'chat_inactive') =>
    describeSendError(new AgentChatError(code, 'send_event'))
  expect(words('limit_reached')).toContain('Close the chat and reopen it')
  expect(words('chat_inactive')).toContain('This chat is closed')
  for (const error of [
    new AgentChatError('timed_out', 'send_event'),
    new AgentChatError('network', 'upload_file'),
  ]) {
    expect(describeSendError(error)).toBe(error.message)
  }
  const over = new SignInError('session_expired')
  expect(describeSendError(over)).toBe(over.message)
  const slow = new AgentChatError('timed_out', 'upload_file')
  expect(describeSendError(slow)).toContain('to give it more time')
  expect(describeSendError(new TypeError('ours'))).toContain('Something went wrong')
})
