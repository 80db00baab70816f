import type { ReactNode } from 'react'
import { Links, Outlet, Scripts } from 'react-router'
import 'sign-in-with-livechat/sign-in-button.css'

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>React Router</title>
        <Links />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}
