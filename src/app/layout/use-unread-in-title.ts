import { useLayoutEffect } from 'react'
import { useUnread } from '../../react/inbox/index.ts'

/** Puts how many chats are unread before the title of the page, and a dot on its icon: what is seen of a hidden tab. */
export function useUnreadInTitle(): void {
  const unread = useUnread()
  useLayoutEffect(() => {
    const title = document.querySelector('head > title')
    if (unread === 0 || !title) return
    const before = title.textContent
    title.textContent = `(${unread}) ${before}`
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    const plain = icon?.href ?? ''
    if (icon) icon.href = plain.replace('favicon.svg', 'favicon-unread.svg')
    return () => {
      title.textContent = before
      if (icon) icon.href = plain
    }
  }, [unread])
}
