import { createSignInClient, type SignInOptions } from '../../src/auth/index.ts'

/** Two clients of the core on one page, made as the test that opens it wishes, and at its hands. */
const wishes = new URLSearchParams(location.search).get('options') ?? sessionStorage.wishes
sessionStorage.wishes = wishes
const options: SignInOptions[] = JSON.parse(wishes)
const clients = options.map((one) =>
  createSignInClient({ ...one, redirectUri: `${location.origin}/callback` }),
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
for (const client of clients) await client.resume()
show()
