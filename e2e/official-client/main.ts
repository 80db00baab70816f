import AccountsSDK from '@livechat/accounts-sdk'

/** Calls LiveChat's client the way its sample apps do, and shows what it answers. */
const sdk = new AccountsSDK({
  client_id: '9cbf3a968289727cb3cdfe83ab1d9836',
  server_url: new URLSearchParams(location.search).get('accounts') ?? sessionStorage.accounts,
  // Its cookies are Secure, which a browser may drop on plain http.
  transaction: { namespace: 'com.livechat.accounts', key_length: 32, force_local_storage: true },
})
sessionStorage.accounts = sdk.options.server_url

const output = document.querySelector('output')

function show(answer: unknown) {
  if (output) output.textContent = JSON.stringify(answer)
}

for (const flow of ['popup', 'iframe'] as const) {
  document.querySelector(`#${flow}`)?.addEventListener('click', () => {
    sdk[flow]()
      .authorize()
      .then(show, (error: unknown) => show({ rejected: error }))
  })
}
document.querySelector('#redirect')?.addEventListener('click', () => sdk.redirect().authorize())
if (location.hash.includes('access_token')) {
  sdk
    .redirect()
    .authorizeData()
    .then(show, (error: unknown) => show({ rejected: error }))
}
