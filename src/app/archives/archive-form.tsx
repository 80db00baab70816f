import { Input } from '@livechat/design-system-react-components'
import { type FormEvent, useId } from 'react'
import { useSearchShortcut } from '../lib/use-search-shortcut.ts'
import { Button } from '../ui/button.tsx'
import { SearchIcon } from '../ui/icons.tsx'
import { type ArchiveSearch, readSearch } from './archive-search.ts'

export interface ArchiveFormProps {
  search: ArchiveSearch
  onSearch: (search: ArchiveSearch) => void
}

export function ArchiveForm({ search, onSearch }: ArchiveFormProps) {
  const field = useSearchShortcut()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      String(value),
    ])
    onSearch(readSearch(new URLSearchParams(entries)))
  }
  const narrowed = [search.from, search.to, search.agent, search.tag, search.group].some(Boolean)
  return (
    <search>
      <form className="archive-form" onSubmit={submit}>
        <div className="search-row">
          <div className="search">
            <Input
              ref={field}
              type="search"
              icon={{ source: <SearchIcon />, place: 'left' }}
              name="q"
              aria-label="Search archives"
              aria-keyshortcuts="/"
              placeholder="Search archives"
              defaultValue={search.q}
              enterKeyHint="search"
            />
          </div>
          <Button type="submit" kind="primary">
            Search
          </Button>
        </div>
        <details className="more-filters" open={narrowed}>
          <summary>Filters</summary>
          <div className="filter-fields">
            <Field label="From" name="from" type="date" initial={search.from} />
            <Field label="To" name="to" type="date" initial={search.to} />
            <Field label="Agent email" name="agent" type="email" initial={search.agent} />
            <Field label="Tag" name="tag" type="text" initial={search.tag} />
            <Field label="Group ID" name="group" type="number" initial={search.group} />
          </div>
        </details>
      </form>
    </search>
  )
}

interface FieldProps {
  label: string
  name: keyof ArchiveSearch
  type: 'date' | 'email' | 'text' | 'number'
  initial: string
}

function Field({ label, name, type, initial }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputSize="compact"
        name={name}
        type={type}
        defaultValue={initial}
        {...(type === 'number' && { min: 0, max: 999_999_999 })}
      />
    </div>
  )
}
