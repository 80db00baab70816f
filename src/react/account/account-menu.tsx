import { useContext, useEffect, useRef } from 'react'
import {
  type AccountMenuOptions,
  type AccountMenuView,
  createAccountMenu,
} from '../../account-menu/index.ts'
import { MessagesContext, useSignInClient } from '../livechat-provider.tsx'

/** Props of {@link AccountMenu}. */
export interface AccountMenuProps extends Omit<AccountMenuOptions, 'messages'> {
  /** CSS classes of the element around the menu. */
  className?: string
}

/**
 * The menu of whoever is signed in: who and where they are, how long the session lasts, switching the account or the
 * organization, and signing out. Shown while there is a session.
 *
 * One implementation draws it here and in `<livechat-account-menu>`, so that keyboard and screen reader find the same.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function AccountMenu({ className, items, theme }: AccountMenuProps) {
  const client = useSignInClient()
  const messages = useContext(MessagesContext)
  const container = useRef<HTMLDivElement>(null)
  const menu = useRef<AccountMenuView>(undefined)

  useEffect(() => {
    if (!container.current) return
    const view = createAccountMenu(container.current, client)
    menu.current = view
    return () => view.dispose()
  }, [client])

  useEffect(() => {
    menu.current?.setOptions({ messages, ...(items && { items }), ...(theme && { theme }) })
  }, [messages, items, theme])

  return <div ref={container} className={className} />
}
