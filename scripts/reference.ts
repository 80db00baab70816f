import {
  casesOf,
  cell,
  constantOf,
  type Entry,
  entriesIn,
  functionOf,
  membersOf,
  read,
  shapeOf,
} from './declarations.ts'

/** Makes `docs/reference.md` of the types and their docstrings, so that neither can say what the other does not. */
export function makeReference(): string {
  return `${[
    '# Reference',
    'Made from the types by `npm run reference`; a test compares them. Times are milliseconds.',
    '## `sign-in-with-livechat`',
    '### `createSignInClient(options)`',
    'Only `clientId` is required.',
    table('Option', membersOf('auth/sign-in-options.ts', 'SignInOptions')),
    '### Wishes of one sign-in',
    'Options of the client, too, where they are the default of every sign-in.',
    table('Wish', [
      ...membersOf('auth/sign-in-options.ts', 'SignInRequest'),
      ...membersOf('auth/sign-in-options.ts', 'SignInNow'),
    ]),
    '### The client',
    table('Member', membersOf('auth/sign-in-client.ts', 'SignInClient')),
    '### Where the agent stands: `SessionState`',
    table('`status`', casesOf('auth/session-state.ts', 'SessionState')),
    '### Session',
    'An `EndedSession` is one without its token.',
    table('Field', membersOf('auth/session.ts', 'Session')),
    '### What loading the page amounted to: `Resumed`',
    table('`status`', casesOf('auth/sign-in-client.ts', 'Resumed')),
    '### Who was here: `SignInHint`',
    table('Field', membersOf('auth/sign-in-hint.ts', 'SignInHint')),
    '### `Endpoints`',
    table('Field', membersOf('auth/sign-in-options.ts', 'Endpoints')),
    '### Other calls',
    table('Call', [
      functionOf('auth/sign-in-by-popup.ts', 'signInByPopup(options)'),
      functionOf('auth/shared-session.ts', 'shareSession(open)'),
      functionOf('auth/session-state.ts', 'sessionOf(state)'),
      functionOf('auth/accounts-client.ts', 'createAccountsClient(client)'),
      constantOf('auth/sign-in-options.ts', 'liveAccountsUrl'),
    ]),
    '### The accounts client',
    'LiveChat’s Global Accounts API, as far as a signed-in agent needs it for themselves.',
    table('Member', membersOf('auth/accounts-client.ts', 'AccountsClient')),
    table('Answer', [
      shapeOf('auth/accounts-client.ts', 'Account'),
      shapeOf('auth/accounts-client.ts', 'Organization'),
      shapeOf('auth/accounts-client.ts', 'AccountsSession'),
      shapeOf('auth/accounts-client.ts', 'TokenInspection'),
    ]),
    '### Error codes',
    'Every failure is a `SignInError` with one of these codes; its `message` says this. What a developer can do about it: [troubleshooting](troubleshooting.md).',
    errorCodes(
      'auth/sign-in-error.ts',
      /const (?:own|server)Sentences[\s\S]*?= \{\n([\s\S]*?)\n\}/g,
    ),
    '## `sign-in-with-livechat/react`',
    '### `<LiveChatProvider>`',
    table('Prop', membersOf('react/livechat-provider.tsx', 'LiveChatProviderProps')),
    '### `<SignInWithLiveChat>`',
    'Takes the wishes of one sign-in, and:',
    table('Prop', membersOf('react/sign-in-button.tsx', 'SignInWithLiveChatProps')),
    '### Hooks',
    table('Hook', hooks()),
    '### `<LiveChatMark>`',
    functionOf('react/livechat-mark.tsx', 'LiveChatMark()').words,
    '## `sign-in-with-livechat/embed`',
    '### Attributes of `<sign-in-with-livechat>`',
    'Those of the client make the client; elements that say the same share it and its session.',
    table('Attribute', attributes()),
    '### Its properties and methods',
    table('Member', elementMembers()),
    '### Its events',
    table('Event', membersOf('embed/sign-in-element.ts', 'SignInElementEvents')),
    '### What may stand inside',
    'Content without a slot is shown until the script has run, and where it never does. Content with `slot="signed-in"` takes the button’s place while there is a session.',
    '## `sign-in-with-livechat/agent-chat`',
    '### `createAgentChatClient(options)`',
    'Takes `getAccessToken` and `renewAccessToken` of a sign-in client, or a personal access token, and:',
    table('Option', [
      ...membersIn('agent-chat/transport.ts', /AgentChatOptions = .* & \{\n([\s\S]*?)\n\}/),
      ...membersOf('agent-chat/access.ts', 'TokenAccess'),
      ...membersOf('agent-chat/access.ts', 'PersonalAccess'),
    ]),
    '### The client',
    'The `options` of every call are `{ signal?: AbortSignal }`, which ends it.',
    table('Call', membersOf('agent-chat/agent-chat-client.ts', 'AgentChatClient')),
    '### What its calls take',
    table('Name', requestShapes()),
    '### What its calls give',
    table('Name', answerShapes()),
    '### Beside the client',
    table('Name', [
      functionOf('agent-chat/access.ts', 'basicAuthorization({ accountId, token })'),
      constantOf('agent-chat/list-archives.ts', 'highlightStart'),
      constantOf('agent-chat/list-archives.ts', 'highlightEnd'),
      constantOf('agent-chat/upload-file.ts', 'largestFile'),
      constantOf('agent-chat/transport.ts', 'liveApiUrl'),
    ]),
    '### Error codes',
    'Every failure is an `AgentChatError` with one of these codes; its `message` says this.',
    errorCodes('agent-chat/agent-chat-error.ts', /const sentences[\s\S]*?= \{\n([\s\S]*?)\n\}/g),
    '## `sign-in-with-livechat/accounts-sdk`',
    '### `new AccountsSDK(options)`',
    'Only `client_id` is required.',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'SDKOptions')),
    '#### `pkce`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'PKCEOptions')),
    '#### `transaction`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'TransactionOptions')),
    '#### `tracking`',
    table('Option', membersOf('accounts-sdk/sdk-options.ts', 'TrackingOptions')),
    '### Its calls',
    'Their `options` go over those of the constructor, for this call.',
    table('Call', sdkCalls()),
    '### Answers',
    '#### `TokenFlowResponse`',
    table('Field', membersOf('accounts-sdk/sdk-answer.ts', 'TokenFlowResponse')),
    '#### `CodeFlowResponse`',
    table('Field', membersOf('accounts-sdk/sdk-answer.ts', 'CodeFlowResponse')),
    '#### `AuthError`',
    table('Field', membersOf('accounts-sdk/auth-error.ts', 'AuthError')),
    '## `sign-in-with-livechat/sandbox`',
    '### `startSandbox(options)`',
    'For Node. What it serves and how it fails on purpose: [the sandbox](../sandbox/README.md).',
    table('Option', [
      ...membersOf('/sandbox/serve.ts', 'ServeOptions'),
      ...membersOf('/sandbox/sandbox.ts', 'SandboxOptions'),
      ...membersOf('/sandbox/create-world.ts', 'WorldOptions'),
    ]),
    '### The running sandbox',
    table('Member', membersOf('/sandbox/serve.ts', 'RunningSandbox')),
    '### A fault, for `world.faults`',
    table('Field', membersOf('/sandbox/world.ts', 'Fault')),
    '### `world.behaviour`',
    table('Field', membersOf('/sandbox/world.ts', 'Behaviour')),
    '## `sign-in-with-livechat/testing`',
    '### `signInThroughSandbox(page, options)`',
    functionOf('testing/sign-in-through-sandbox.ts', 'signInThroughSandbox(page, options)').words,
    table('Option', membersOf('testing/sign-in-through-sandbox.ts', 'SandboxSignIn')),
  ].join('\n\n')}\n`
}

function membersIn(file: string, body: RegExp): Entry[] {
  return entriesIn(body.exec(read(file))?.[1] ?? '', /^ {2}(\w+)(\??)(\(.*\))?: (.+)$/)
}

function requestShapes(): Entry[] {
  return [
    shapeOf('agent-chat/list-chats.ts', 'ListChatsRequest'),
    shapeOf('agent-chat/list-chats.ts', 'ChatFilter'),
    shapeOf('agent-chat/list-threads.ts', 'ListThreadsRequest'),
    shapeOf('agent-chat/get-chat.ts', 'GetChatRequest'),
    shapeOf('agent-chat/list-archives.ts', 'ListArchivesRequest'),
    shapeOf('agent-chat/list-archives.ts', 'ArchiveFilter'),
    shapeOf('agent-chat/send-event.ts', 'SendEventRequest'),
    shapeOf('agent-chat/send-event.ts', 'NewEvent'),
    shapeOf('agent-chat/start-chat.ts', 'StartChatRequest'),
    shapeOf('agent-chat/resume-chat.ts', 'ResumeChatRequest'),
    shapeOf('agent-chat/deactivate-chat.ts', 'DeactivateChatRequest'),
    shapeOf('agent-chat/add-user-to-chat.ts', 'AddAgentToChatRequest'),
    shapeOf('agent-chat/transfer-chat.ts', 'TransferChatRequest'),
    shapeOf('agent-chat/mark-events-as-seen.ts', 'MarkEventsAsSeenRequest'),
    shapeOf('agent-chat/tag-thread.ts', 'TagThreadRequest'),
  ]
}

function answerShapes(): Entry[] {
  return [
    shapeOf('agent-chat/list-chats.ts', 'ChatPage'),
    shapeOf('agent-chat/list-threads.ts', 'ThreadPage'),
    shapeOf('agent-chat/list-archives.ts', 'ArchivePage'),
    shapeOf('agent-chat/get-chat.ts', 'OpenedChat'),
    shapeOf('agent-chat/start-chat.ts', 'StartedChat'),
    shapeOf('agent-chat/chat.ts', 'Chat'),
    shapeOf('agent-chat/chat.ts', 'Customer'),
    shapeOf('agent-chat/chat.ts', 'Agent'),
    shapeOf('agent-chat/thread.ts', 'Thread'),
    shapeOf('agent-chat/event.ts', 'ChatEvent'),
    shapeOf('agent-chat/event.ts', 'EventBase'),
    shapeOf('agent-chat/list-agents-for-transfer.ts', 'TransferAgent'),
    shapeOf('agent-chat/get-agent.ts', 'AgentProfile'),
    shapeOf('agent-chat/customer-details.ts', 'CustomerDetails'),
  ]
}

function table(head: string, entries: Entry[]): string {
  const rows = entries.map(
    ({ name, type, words }) => `| \`${name}\` | ${type && `\`${type}\``} | ${words} |`,
  )
  const lines = [`| ${head} | Type | |`, '| --- | --- | --- |', ...rows]
  return lines.join('\n')
}

/** @param lists The tables of sentences, by the names of their constants. */
function errorCodes(file: string, lists: RegExp): string {
  const bodies = read(file).matchAll(lists)
  const body = [...bodies].map(([, one]) => one).join('\n')
  const sentences = [...body.matchAll(/^ {2}(\w+):\s+'(.*)',$/gm)]
  const rows = sentences.map(([, code, words = '']) => `| \`${code}\` | ${cell(words)} |`)
  return ['| Code | Message |', '| --- | --- |', ...rows].join('\n')
}

function hooks(): Entry[] {
  const names = read('react/index.ts').matchAll(
    /\b(use[A-Z]\w+)\b[\s\S]*?from '\.\/([\w-]+\.tsx?)'/g,
  )
  return [...names].map(([, name = '', file = '']) => functionOf(`react/${file}`, name))
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
  const body = /extends Base \{\n([\s\S]*?)\n\}/.exec(read('embed/sign-in-element.ts'))?.[1] ?? ''
  return entriesIn(
    body,
    /^ {2}(?:get |async )?(client|state|session|disabled|signIn|signOut|getAccessToken)()(\(.*?\)): (.+)$/,
  ).map((entry) => ({ ...entry, type: entry.type.replace(/^\(\) => (?!Promise)/, '') }))
}

function sdkCalls(): Entry[] {
  const body =
    /export class AccountsSDK \{\n([\s\S]*?)\n\}/.exec(read('accounts-sdk/accounts-sdk.ts'))?.[1] ??
    ''
  const calls = entriesIn(body, /^ {2}(authorizeURL|popup|iframe|verify)()(\(.*?\)): (.+) \{$/)
  const redirect = entriesIn(body, /^ {4}(authorize|authorizeData)()(\(\)): (.+)$/)
  return [...calls, ...redirect.map((one) => ({ ...one, name: `redirect(options).${one.name}` }))]
}
