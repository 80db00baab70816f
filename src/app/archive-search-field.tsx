import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { SearchIcon } from './icons.tsx'
import { useSlashKey } from './use-slash-key.ts'

/** Words to look for in all closed chats. */
export function ArchiveSearchField() {
  const navigate = useNavigate()
  const field = useSlashKey()
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
        <SearchIcon />
        <input
          ref={field}
          type="search"
          className="search-input"
          aria-label="Search the archives"
          aria-keyshortcuts="/"
          placeholder="Search the archives"
          enterKeyHint="search"
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}
