import { Input } from '@livechat/design-system-react-components'
import { type FormEvent, useId, useLayoutEffect, useRef } from 'react'
import { useSearchShortcut } from '../lib/use-search-shortcut.ts'
import { Button } from '../ui/button.tsx'
import { SearchIcon } from '../ui/icons.tsx'
import { type ArchiveSearch, readSearch, writeSearch } from './archive-search.ts'

export interface ArchiveFormProps {
  search: ArchiveSearch
  onSearch: (search: ArchiveSearch) => void
}

export function ArchiveForm({ search, onSearch }: ArchiveFormProps) {
  const field = useSearchShortcut()
  const form = useRef<HTMLFormElement>(null)
  // A new form would show another search as well, but lose the focus.
  const address = writeSearch(search).toString()
  useLayoutEffect(() => fillIn(form.current, readSearch(new URLSearchParams(address))), [address])
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
      <form ref={form} className="archive-form" onSubmit={submit}>
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
            <Field label="From" name="from" type="date" />
            <Field label="To" name="to" type="date" />
            <Field label="Agent email" name="agent" type="email" />
            <Field label="Tag" name="tag" type="text" />
            <Field label="Group ID" name="group" type="number" />
          </div>
        </details>
      </form>
    </search>
  )
}

function fillIn(form: HTMLFormElement | null, search: ArchiveSearch): void {
  for (const [name, value] of Object.entries(search)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

interface FieldProps {
  label: string
  name: keyof ArchiveSearch
  type: 'date' | 'email' | 'text' | 'number'
}

function Field({ label, name, type }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputSize="compact"
        name={name}
        type={type}
        {...(type === 'number' && { min: 0, max: 999_999_999 })}
      />
    </div>
  )
}
