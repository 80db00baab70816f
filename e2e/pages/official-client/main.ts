import AccountsSDK from '@livechat/accounts-sdk'

/** Calls LiveChat's client as its sample apps do, and shows the result. */
const sdk = new AccountsSDK({
  client_id: '9cbf3a968289727cb3cdfe83ab1d9836',
  response_type:
    new URLSearchParams(location.search).get('response_type') ?? sessionStorage.type ?? 'token',
  server_url: new URLSearchParams(location.search).get('accounts') ?? sessionStorage.accounts,
  // Its cookies are Secure, which a browser may drop on plain http.
  transaction: { namespace: 'com.livechat.accounts', key_length: 32, force_local_storage: true },
})
sessionStorage.accounts = sdk.options.server_url
sessionStorage.type = sdk.options.response_type

const output = document.querySelector('output')

function show(answer: unknown) {
  if (output) output.textContent = JSON.stringify(answer)
}

/** Exchanges the code, as LiveChat's documents show; the client leaves that to the page. */
async function exchange(answer: { code?: string }): Promise<unknown> {
  if (!answer.code) return answer
  const transaction = sdk.verify(answer)
  const response = await fetch(`${sdk.options.server_url}/v2/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      code: answer.code,
      client_id: sdk.options.client_id,
      redirect_uri: `${location.origin}/`,
      code_verifier: transaction?.code_verifier,
    }),
  })
  return response.json()
}

for (const flow of ['popup', 'iframe'] as const) {
  document.querySelector(`#${flow}`)?.addEventListener('click', () => {
    sdk[flow]()
      .authorize()
      .then(exchange)
      .then(show, (error: unknown) => show({ rejected: error }))
  })
}
document.querySelector('#redirect')?.addEventListener('click', () => sdk.redirect().authorize())
if (/access_token|code=/.test(location.href)) {
  sdk
    .redirect()
    .authorizeData()
    .then(exchange)
    .then(show, (error: unknown) => show({ rejected: error }))
}
