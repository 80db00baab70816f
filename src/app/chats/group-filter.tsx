import { useId } from 'react'
import type { Chat } from '../../agent-chat/index.ts'

export interface GroupFilterProps {
  /** The groups of these can be chosen: no scope of this app tells all of them, nor their names. */
  chats: Chat[] | undefined
  value: number | undefined
  onChange: (groupId: number | undefined) => void
}

export function GroupFilter({ chats, value, onChange }: GroupFilterProps) {
  const id = useId()
  const seen = chats?.flatMap((chat) => chat.groupIds) ?? []
  const groups = [...new Set([...seen, ...(value === undefined ? [] : [value])])].sort(
    (one, other) => one - other,
  )
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
            {group === 0 ? 'Everyone’s (group 0)' : `Group ${group}`}
          </option>
        ))}
      </select>
    </div>
  )
}
