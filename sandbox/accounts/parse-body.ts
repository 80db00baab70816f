/** The fields of a form or JSON body; undefined when it is neither. */
export async function parseBody(request: Request): Promise<Map<string, string> | undefined> {
  const body = await request.text()
  const isJson = /^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')
  return isJson ? readJson(body) : readForm(body)
}

/** Reads a form; spaces around names are ignored, since LiveChat's own curl samples indent them. */
function readForm(body: string): Map<string, string> {
  return new Map([...new URLSearchParams(body)].map(([name, value]) => [name.trim(), value]))
}

function readJson(body: string): Map<string, string> | undefined {
  try {
    const fields: unknown = JSON.parse(body)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
    return new Map(
      Object.entries(fields).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string',
      ),
    )
  } catch {
    return undefined
  }
}
