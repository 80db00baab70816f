import { useId } from 'react'
import type { ChatRows } from '../../inbox/index.ts'
import { useGroups } from './use-groups.ts'

export interface GroupFilterProps {
  /** Chats whose groups can be selected too: no scope of this app lists all groups, nor their names. */
  rows: ChatRows | undefined
  value: number | undefined
  onChange: (groupId: number | undefined) => void
}

export function GroupFilter({ rows, value, onChange }: GroupFilterProps) {
  const id = useId()
  const known = useGroups(rows)
  const groups = value === undefined || known.includes(value) ? known : [value, ...known]
  return (
    <div className="field">
      <label className="visually-hidden" htmlFor={id}>
        Group
      </label>
      <select
        id={id}
        className="select"
        value={value ?? ''}
        onChange={(event) =>
          onChange(event.target.value === '' ? undefined : Number(event.target.value))
        }
      >
        <option value="">All groups</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {group === 0 ? 'Everyone (group 0)' : `Group ${group}`}
          </option>
        ))}
      </select>
    </div>
  )
}
