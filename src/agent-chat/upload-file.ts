import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read, toHttpUrl } from './wire.ts'

/** The size limit of an uploaded file, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** Uploads a file, and returns its URL; LiveChat deletes it after 24 hours unless an event is sent with it. */
export const uploadFile = defineAction({
  name: 'upload_file',
  body: uploadFileBody,
  read: (response) => toHttpUrl(read(v.object({ url: v.string() }), response)?.url),
})

function uploadFileBody(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
