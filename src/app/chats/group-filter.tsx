import { useId } from 'react'
import type { ChatRows } from '../../react/inbox/index.ts'
import { useGroupName } from '../session/use-directory.ts'
import { chatsText } from './chats-text.ts'
import { useGroups } from './use-groups.ts'

export interface GroupFilterProps {
  /** Chats whose groups can be selected, too: an agent may see some of groups that are not theirs. */
  rows: ChatRows | undefined
  value: number | undefined
  onChange: (groupId: number | undefined) => void
}

export function GroupFilter({ rows, value, onChange }: GroupFilterProps) {
  const id = useId()
  const groupName = useGroupName()
  const known = useGroups(rows)
  const groups = value === undefined || known.includes(value) ? known : [value, ...known]
  return (
    <div className="field">
      <label className="visually-hidden" htmlFor={id}>
        {chatsText().group}
      </label>
      <select
        id={id}
        className="select"
        value={value ?? ''}
        onChange={(event) =>
          onChange(event.target.value === '' ? undefined : Number(event.target.value))
        }
      >
        <option value="">{chatsText().allGroups}</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {groupName(group)}
          </option>
        ))}
      </select>
    </div>
  )
}
