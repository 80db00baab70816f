import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes `docs/reference.md` of the types and their docstrings, so that neither can say what the other does not. */

const src = join(import.meta.dirname, '../src')
const read = (file: string) => readFileSync(join(src, file), 'utf8')

interface Entry {
  name: string
  type: string
  words: string
}

export function makeReference(): string {
  return `${[
    '# Reference',
    'Made from the types by `npm run reference`; a test compares them. Times are milliseconds.',
    '## `sign-in-with-livechat`',
    '### `createSignInClient(options)`',
    table('Option', membersOf('auth/sign-in-options.ts', 'SignInOptions')),
    '### Wishes of one sign-in',
    'Options of the client, too, where they are the default of every sign-in.',
    table('Wish', [
      ...membersOf('auth/sign-in-options.ts', 'SignInRequest'),
      ...membersOf('auth/sign-in-options.ts', 'SignInNow'),
    ]),
    '### The client',
    table('Member', membersOf('auth/sign-in-client.ts', 'SignInClient')),
    '### Session',
    table('Field', membersOf('auth/session.ts', 'Session')),
    '### Error codes',
    'Every failure is a `SignInError` with one of these codes; its `message` says this.',
    errorCodes(),
    '## `sign-in-with-livechat/react`',
    '### `<LiveChatProvider>`',
    table('Prop', membersOf('react/livechat-provider.tsx', 'LiveChatProviderProps')),
    '### `<SignInWithLiveChat>`',
    'Takes the wishes of one sign-in, and:',
    table('Prop', membersOf('react/sign-in-button.tsx', 'SignInWithLiveChatProps')),
    '### Hooks',
    table('Hook', hooks()),
    '## `sign-in-with-livechat/embed`',
    '### Attributes of `<sign-in-with-livechat>`',
    'Those of the client make the client; elements that say the same share it and its session.',
    table('Attribute', attributes()),
    '### Its properties and methods',
    table('Member', elementMembers()),
    '### Its events',
    table('Event', membersOf('embed/sign-in-element.ts', 'SignInElementEvents')),
    '## `sign-in-with-livechat/accounts-sdk`',
    '### `new AccountsSDK(options)`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'SDKOptions')),
    '#### `pkce`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'PKCEOptions')),
    '#### `transaction`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'TransactionOptions')),
    '## `sign-in-with-livechat/testing`',
    '### `signInThroughSandbox(page, options)`',
    table('Option', membersOf('testing/sign-in-through-sandbox.ts', 'SandboxSignIn')),
  ].join('\n\n')}\n`
}

function table(head: string, entries: Entry[]): string {
  const rows = entries.map(
    ({ name, type, words }) => `| \`${name}\` | ${type && `\`${type}\``} | ${words} |`,
  )
  const lines = [`| ${head} | Type | |`, '| --- | --- | --- |', ...rows]
  return lines.join('\n')
}

function membersOf(file: string, name: string): Entry[] {
  const text = read(file)
  const body = new RegExp(`export interface ${name}\\b[\\s\\S]*?\\{\\n([\\s\\S]*?)\\n\\}`).exec(
    text,
  )?.[1]
  if (body === undefined) throw new Error(`${file} has no interface ${name}.`)
  return entriesIn(body, /^ {2}(?:readonly )?(['\w-]+)(\??)(\(.*\))?: (.+)$/)
}

function entriesIn(body: string, member: RegExp): Entry[] {
  const entries: Entry[] = []
  let words = ''
  const lines = body
    .replace(/\/\*\*([\s\S]*?)\*\//g, (comment) => comment.replace(/\n/g, '\u0001'))
    .split('\n')
  for (const line of lines) {
    const comment = /^ *\/\*\*([\s\S]*)\*\/$/.exec(line)?.[1]
    const [, name, , parameters, type] = member.exec(line) ?? []
    if (comment !== undefined) words = wordsOf(comment)
    else if (name && type) {
      const whole = parameters ? `${parameters} => ${type}` : type
      entries.push({ name: name.replaceAll("'", ''), type: cell(whole), words: cell(words) })
      words = ''
    } else words = ''
  }
  return entries
}

/** A docstring's prose up to its tags, on one line. */
function wordsOf(comment: string): string {
  return comment
    .split('\u0001')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .replace(/ {2,}/g, ' ')
    .replace(/\s@\w.*$/, '')
    .replace(/\{@link [\w.]*?(\w+)\}/g, '`$1`')
    .trim()
}

function cell(text: string): string {
  return text.replace(/[{}]$/, '').trim().replaceAll('|', '\\|')
}

function errorCodes(): string {
  const text = read('auth/sign-in-error.ts')
  const bodies = text.matchAll(/const (?:own|server)Sentences[\s\S]*?= \{\n([\s\S]*?)\n\}/g)
  const body = [...bodies].map(([, one]) => one).join('\n')
  const sentences = [...body.matchAll(/^ {2}(\w+):\s+'(.*)',$/gm)]
  const rows = sentences.map(([, code, words = '']) => `| \`${code}\` | ${cell(words)} |`)
  return ['| Code | Message |', '| --- | --- |', ...rows].join('\n')
}

function hooks(): Entry[] {
  const names = [
    ...read('react/index.ts').matchAll(/\b(use[A-Z]\w+)\b[\s\S]*?from '\.\/([\w-]+\.tsx?)'/g),
  ]
  return names.flatMap(([, name = '', file = '']) => {
    const text = read(`react/${file}`)
    const found = new RegExp(
      `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport function ${name}\\((.*?)\\): ([^{]+) \\{`,
    ).exec(text)
    if (!found) return []
    const [, comment = '', parameters = '', type = ''] = found
    return [
      {
        name: `${name}(${parameters})`,
        type: cell(type),
        words: cell(wordsOf(comment.replace(/\n/g, '\u0001'))),
      },
    ]
  })
}

/** Attributes are options in another spelling; what is only of the element is said here. */
function attributes(): Entry[] {
  const text = read('embed/element-options.ts')
  const known = new Map(
    [
      ...membersOf('auth/sign-in-options.ts', 'SignInOptions'),
      ...membersOf('auth/sign-in-options.ts', 'SignInRequest'),
      ...membersOf('auth/sign-in-options.ts', 'SignInNow'),
      ...membersOf('react/sign-in-button.tsx', 'SignInWithLiveChatProps'),
    ].map((entry) => [entry.name, entry]),
  )
  const lists = [...text.matchAll(/Attributes = \[([^\]]*)\]/g)].map(([, list = '']) => list)
  const names = [...lists.join().matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name)
  return [...names, 'label', 'size', 'theme', 'disabled'].map((name) => {
    const option = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const entry = known.get(option)
    if (!entry) throw new Error(`The attribute ${name} is the spelling of no option.`)
    return { ...entry, name }
  })
}

function elementMembers(): Entry[] {
  const body =
    /extends Base \{\n([\s\S]*?)\n\}/.exec(read('embed/sign-in-element.ts'))?.[1] ?? ''
  return entriesIn(
    body,
    /^ {2}(?:get |async )?(client|state|session|disabled|signIn|signOut|getAccessToken)()(\(.*?\)): (.+)$/,
  ).map((entry) => ({ ...entry, type: entry.type.replace(/^\(\) => (?!Promise)/, '') }))
}
