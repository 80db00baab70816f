import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { LiveChatProvider } from '../react/index.ts'
import { App, leaveCallback } from './app.tsx'
import type { AppProps } from './app-props.ts'
import { focusFirstHeading } from './layout/page-heading.tsx'

export interface Start extends AppProps {
  root: HTMLElement
}

/**
 * Renders the app, once the URL is clean and it is known who is signed in.
 *
 * @returns React's root, which tests unmount.
 */
export function start({ root, ...props }: Start): Root {
  if (props.resumed.status !== 'none') focusFirstHeading()
  leaveCallback(props)
  const app = createRoot(root)
  app.render(
    <StrictMode>
      <LiveChatProvider client={props.client}>
        <App {...props} />
      </LiveChatProvider>
    </StrictMode>,
  )
  return app
}
