const sdk = new window.AccountsSDK({
  client_id: '9cbf3a968289727cb3cdfe83ab1d9836',
  server_url: new URLSearchParams(location.search).get('accounts'),
})

document.querySelector('button').addEventListener('click', async () => {
  const answer = await sdk.popup().authorize()
  document.querySelector('p').textContent = `Signed in, ${Object.keys(answer)}`
})
