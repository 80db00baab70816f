import AccountsSDK from 'sign-in-with-livechat/accounts-sdk'

/** Calls `./accounts-sdk` as the readme and sample apps of LiveChat's client do; only the import differs. */
const settings = new URLSearchParams(location.search)
sessionStorage.accounts ??= settings.get('accounts')
sessionStorage.grant ??= settings.get('grant') ?? 'token'

const sdk = new AccountsSDK({
  client_id: '9cbf3a968289727cb3cdfe83ab1d9836',
  server_url: sessionStorage.accounts,
  response_type: sessionStorage.grant,
})

/** Options of this call only. */
const call = () => JSON.parse(sessionStorage.call ?? '{}')

const output = document.querySelector('output')

function show(shown: object) {
  if (output) output.textContent = JSON.stringify(shown)
}

type Answer = Awaited<ReturnType<ReturnType<typeof sdk.popup>['authorize']>>

async function accept(answer: Answer) {
  const transaction = sdk.verify(answer)
  const again = sdk.verify(answer)
  if (!('code' in answer)) return show({ answer, transaction, again })
  const response = await fetch(`${sdk.options.server_url}/v2/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      client_id: sdk.options.client_id,
      redirect_uri: location.origin + location.pathname,
      code: answer.code,
      code_verifier: transaction?.code_verifier,
    }),
  })
  show({ answer, transaction: { state: transaction?.state }, tokens: await response.json() })
}

const refuse = (rejected: unknown) => show({ rejected })

document.querySelector('#popup')?.addEventListener('click', () => {
  sdk.popup(call()).authorize().then(accept).catch(refuse)
})
document.querySelector('#redirect')?.addEventListener('click', () => {
  try {
    sdk.redirect(call()).authorize()
  } catch (thrown) {
    refuse(thrown)
  }
})

// As a component that mounts twice does.
if (/access_token|code=/.test(location.href)) {
  sdk.redirect(call()).authorizeData().then(accept).catch(refuse)
  sdk.redirect(call()).authorizeData().catch(refuse)
}
