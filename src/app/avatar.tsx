import { useState } from 'react'
import { PersonIcon } from './icons.tsx'
import { initials, steadyNumber } from './initials.ts'

export interface AvatarProps {
  /** Decides the tint, so that a person keeps it. */
  id: string
  /** Absent for somebody unknown. */
  name: string | undefined
  url: string | undefined
}

const tints = 8

/** A picture, else initials, else the outline of a person. Decorative: the name stands beside it. */
export function Avatar({ id, name, url }: AvatarProps) {
  const [broken, setBroken] = useState<string>()
  const letters = name ? initials(name) : ''
  return (
    <span className="avatar" data-tint={steadyNumber(id, tints)} aria-hidden="true">
      {url && url !== broken ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBroken(url)}
        />
      ) : (
        letters || <PersonIcon />
      )}
    </span>
  )
}
