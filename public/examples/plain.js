const signIn = document.querySelector('sign-in-with-livechat')
const events = document.querySelector('#events')

// The page's query chooses flow and grant, to try them all.
for (const [name, value] of new URLSearchParams(location.search)) signIn.setAttribute(name, value)

for (const name of ['signed-in', 'signed-out', 'expiring', 'error']) {
  signIn.addEventListener(name, (event) => {
    const item = document.createElement('li')
    item.textContent = name === 'error' ? `error: ${event.detail.code}` : name
    events.append(item)
  })
}

signIn.addEventListener('signed-in', ({ detail: session }) => {
  const end = new Date(session.expiresAt)
  const time = signIn.querySelector('time')
  time.dateTime = end.toISOString()
  time.textContent = end.toLocaleTimeString()
})

document.querySelector('#sign-out').addEventListener('click', () => signIn.signOut())
