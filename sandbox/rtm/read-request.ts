import * as v from 'valibot'

const requestSchema = v.object({
  action: v.string(),
  request_id: v.optional(v.string()),
  payload: v.optional(v.unknown()),
  version: v.optional(v.string()),
})

/** A request over a web socket. */
export type RtmRequest = v.InferOutput<typeof requestSchema>

/** Reads a frame of a client; undefined when it is none. */
export function readRequest(text: string): RtmRequest | undefined {
  try {
    const read = v.safeParse(requestSchema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
