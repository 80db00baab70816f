import { Input } from '@livechat/design-system-react-components'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useSearchShortcut } from '../lib/use-search-shortcut.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { chatsText } from './chats-text.ts'

/** The field that searches all closed chats. */
export function ArchiveSearchField() {
  const navigate = useNavigate()
  const { field, key } = useSearchShortcut()
  const search = (event: FormEvent) => {
    event.preventDefault()
    const query = field.current?.value.trim() ?? ''
    void navigate({
      pathname: '/archives',
      search: query ? new URLSearchParams({ q: query }).toString() : '',
    })
  }
  return (
    <search>
      <form className="search" onSubmit={search}>
        <Input
          ref={field}
          type="search"
          icon={{ source: <SearchIcon />, place: 'left' }}
          aria-label={chatsText().searchArchives}
          aria-keyshortcuts={key}
          placeholder={chatsText().searchArchives}
          enterKeyHint="search"
        />
        {key && (
          <span className="key" aria-hidden="true">
            {key}
          </span>
        )}
      </form>
    </search>
  )
}
