const written = new WeakMap<object, Buffer>()

/** Writes JSON as `JSON.stringify` does, in UTF-8; members of lists that are frozen are written once. */
export function writeJson(answer: object): Uint8Array<ArrayBuffer> {
  if (Array.isArray(answer)) return Buffer.concat(writeValue(answer))
  const parts: Uint8Array[] = []
  let before = '{'
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue
    parts.push(Buffer.from(`${before}${JSON.stringify(name)}:`), ...writeValue(value))
    before = ','
  }
  return Buffer.concat([...parts, Buffer.from(parts.length === 0 ? '{}' : '}')])
}

function writeValue(value: unknown): Buffer[] {
  if (!Array.isArray(value)) return [Buffer.from(JSON.stringify(value))]
  const members = value.flatMap((member) => [comma, writeMember(member)]).slice(1)
  return [open, ...members, close]
}

const open = Buffer.from('[')
const comma = Buffer.from(',')
const close = Buffer.from(']')

function writeMember(member: unknown): Buffer {
  const write = () => Buffer.from(JSON.stringify(member) ?? 'null')
  if (typeof member !== 'object' || member === null || !Object.isFrozen(member)) return write()
  const bytes = written.get(member) ?? write()
  written.set(member, bytes)
  return bytes
}
