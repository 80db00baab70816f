import { createRoot } from 'react-dom/client'

/** The least a React page can show. */
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <main>
      <h1>Sign in to see your chats</h1>
      <button type="button">Sign in</button>
    </main>,
  )
}
