import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { read, toHttpUrl } from './wire.ts'

/** Bytes a file may have. */
export const largestFile = 10 * 1024 * 1024

export function uploadFileBody(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}

/**
 * Where the file lies, for 24 hours unless an event is sent with it.
 *
 * @throws {AgentChatError} `invalid_response` when it is no web address.
 */
export function toUploadedUrl(value: unknown): string {
  const url = toHttpUrl(read(v.object({ url: v.string() }), value)?.url)
  if (url === undefined) throw new AgentChatError('invalid_response', 'upload_file')
  return url
}
