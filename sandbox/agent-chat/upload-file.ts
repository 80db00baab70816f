import type { World } from '../world/world.ts'
import { ApiError } from './api-error.ts'

const megabytes10 = 10 * 1024 * 1024
const executables = /\.(exe|bat|cmd|com|msi|scr|sh|ps1|jar|app|dmg)$/i

const keptUploads = 100

/** Keeps a file and returns the address to send it by. */
export async function uploadFile(world: World, request: Request): Promise<object> {
  if (Number(request.headers.get('Content-Length') ?? 0) > megabytes10 + 10_000) {
    throw new ApiError('entity_too_large')
  }
  const form = await request.formData().catch(() => {
    throw new ApiError('validation', 'Request body must be `multipart/form-data`')
  })
  const file = form.get('file')
  if (!(file instanceof File)) throw new ApiError('validation', '`file`: a file is required')
  if (file.size > megabytes10) throw new ApiError('entity_too_large')
  if (executables.test(file.name)) {
    throw new ApiError('validation', '`file`: executable files are not accepted')
  }
  const path = `files/${crypto.randomUUID()}/${encodeURIComponent(file.name)}`
  const content = new Uint8Array(await file.arrayBuffer())
  world.uploads.set(path, { content, contentType: file.type })
  const [oldest] = world.uploads.keys()
  if (oldest !== undefined && world.uploads.size > keptUploads) world.uploads.delete(oldest)
  // The address the caller reached the sandbox by, so that a page can show the file under its policy.
  return { url: new URL(`/${path}`, request.url).href }
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** A file that was sent, to be shown if it is a picture and saved otherwise. */
export function serveUpload(world: World, path: string): Response {
  const upload = world.uploads.get(path)
  if (!upload) return new ApiError('not_found').toResponse()
  const isPicture = pictures.has(upload.contentType)
  return new Response(Buffer.from(upload.content), {
    headers: {
      'Content-Type': isPicture ? upload.contentType : 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      ...(isPicture ? {} : { 'Content-Disposition': 'attachment' }),
    },
  })
}
