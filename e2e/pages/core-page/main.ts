import {
  createSignInClient,
  type SignInOptions,
  shareSession,
  signInByPopup,
} from '../../../src/auth/index.ts'

/** Two clients of the core on one page, configured and controlled by the test that opens it. */
const wishes = new URLSearchParams(location.search).get('options') ?? sessionStorage.wishes
sessionStorage.wishes = wishes
const options: (SignInOptions & { shared?: boolean })[] = JSON.parse(wishes)
const openWorker = () =>
  new SharedWorker(new URL('../../../src/auth/session/shared-session-worker.ts', import.meta.url), {
    type: 'module',
    name: 'sign-in-with-livechat',
  })
const clients = options.map(({ shared, ...one }) =>
  createSignInClient({
    ...one,
    redirectUri: `${location.origin}/callback`,
    ...(shared && { shareSession: shareSession(openWorker) }),
  }),
)
Object.assign(globalThis, { clients })

const output = document.querySelector('output')

function show(): void {
  if (!output) return
  output.textContent = clients
    .map((client) => client.getSnapshot())
    .map((state) =>
      'reason' in state && state.reason ? `${state.status} ${state.reason.code}` : state.status,
    )
    .join(', ')
}

clients.forEach((client, index) => {
  client.subscribe(show)
  document.querySelectorAll('button')[index]?.addEventListener('click', () => {
    client.signIn().catch(show)
  })
})
document.querySelector('#once')?.addEventListener('click', () => {
  const [first] = options
  if (!first) return
  const say = (text: string) => output?.replaceChildren(text)
  signInByPopup({ ...first, redirectUri: `${location.origin}/callback` }).then(
    ({ scopes }) => say(`once ${scopes.length > 0}`),
    ({ code }) => say(code),
  )
})
for (const client of clients) await client.resume()
show()
