import 'sign-in-with-livechat/sign-in-button.css'
import type { ReactNode } from 'react'

export const metadata = { title: 'Next.js with a server' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
