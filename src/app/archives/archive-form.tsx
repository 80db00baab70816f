import { Input } from '@livechat/design-system-react-components'
import { type FormEvent, useId, useLayoutEffect, useRef } from 'react'
import { truncate } from '../lib/truncate.ts'
import { useSearchShortcut } from '../lib/use-search-shortcut.ts'
import { useAgents, useGroupName, useKnownTags, useNamedGroups } from '../session/use-directory.ts'
import { Button } from '../ui/button.tsx'
import { SearchIcon } from '../ui/icons.tsx'
import { type ArchiveSearch, readSearch, writeSearch } from './archive-search.ts'
import { archivesText } from './archives-text.ts'

export interface ArchiveFormProps {
  search: ArchiveSearch
  onSearch: (search: ArchiveSearch) => void
}

export function ArchiveForm({ search, onSearch }: ArchiveFormProps) {
  const { field, key } = useSearchShortcut()
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
  const text = archivesText()
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
              aria-label={text.searchArchives}
              aria-keyshortcuts={key}
              placeholder={text.searchArchives}
              enterKeyHint="search"
            />
          </div>
          <Button type="submit" kind="primary">
            {text.search}
          </Button>
        </div>
        <details className="more-filters" open={narrowed}>
          <summary>{text.filters}</summary>
          <div className="filter-fields">
            <Field label={text.from} name="from" type="date" />
            <Field label={text.to} name="to" type="date" />
            <AgentField value={search.agent} />
            <TagField />
            <GroupField value={search.group} />
          </div>
        </details>
      </form>
    </search>
  )
}

function fillIn(form: HTMLFormElement | null, search: ArchiveSearch): void {
  for (const [name, value] of Object.entries(search)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
  }
}

/** An agent by name; by email where this session may not know the names. */
function AgentField({ value }: { value: string }) {
  const agents = useAgents()
  if (!agents) return <Field label={archivesText().agentEmail} name="agent" type="email" />
  return (
    <Choice
      label={archivesText().agent}
      name="agent"
      value={value}
      any={archivesText().anyAgent}
      options={agents.map(({ agentId, name }) => [agentId, name ?? agentId])}
    />
  )
}

/** A group by name, or else by number. */
function GroupField({ value }: { value: string }) {
  const groups = useNamedGroups()
  const groupName = useGroupName()
  if (!groups) return <Field label={archivesText().groupId} name="group" type="number" />
  return (
    <Choice
      label={archivesText().group}
      name="group"
      value={value}
      any={archivesText().anyGroup}
      options={groups.map(({ groupId }) => [String(groupId), groupName(groupId)])}
    />
  )
}

/** A tag; those that are known are suggested, and any other can be typed. */
function TagField() {
  const tags = useKnownTags()
  const id = useId()
  return (
    <>
      <Field label={archivesText().tag} name="tag" type="text" {...(tags && { list: id })} />
      {tags && (
        <datalist id={id}>
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      )}
    </>
  )
}

interface ChoiceProps {
  label: string
  name: keyof ArchiveSearch
  /** As the address has it. */
  value: string
  /** What no choice is called. */
  any: string
  options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, name, value, any, options }: ChoiceProps) {
  const id = useId()
  const isKnown = value === '' || options.some(([one]) => one === value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" name={name} defaultValue={value}>
        <option value="">{any}</option>
        {[...(isKnown ? [] : [[value, value] as const]), ...options].map(([one, text]) => (
          <option key={one} value={one}>
            {truncate(text, 60)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface FieldProps {
  label: string
  name: keyof ArchiveSearch
  type: 'date' | 'email' | 'text' | 'number'
  /** The id of what is suggested. */
  list?: string
}

function Field({ label, name, type, list }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputSize="compact"
        name={name}
        type={type}
        {...(list !== undefined && { list })}
        {...(type === 'number' && { min: 0, max: 999_999_999 })}
      />
    </div>
  )
}
