import { ApiError } from './api-error.ts'

const megabytes10 = 10 * 1024 * 1024
const executables = /\.(exe|bat|cmd|com|msi|scr|sh|ps1|jar|app|dmg)$/i

/** Accepts a file by its name and size; the content is not kept, since nothing here serves it. */
export async function uploadFile(request: Request): Promise<object> {
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
  return {
    url: `https://cdn.example.com/files/${crypto.randomUUID()}/${encodeURIComponent(file.name)}`,
  }
}
