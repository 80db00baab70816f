const accounts = new URLSearchParams(location.search).get('accounts')
document.querySelector('sign-in-with-livechat').setAttribute('accounts-url', accounts)

// The script-tag build of LiveChat's own client leaves the same name.
new window.AccountsSDK({ client_id: '9cbf3a968289727cb3cdfe83ab1d9836' })
