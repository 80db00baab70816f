import { Avatar as LiveChatAvatar } from '@livechat/design-system-react-components'
import { use, useState } from 'react'
import { initials, steadyNumber } from '../../text/index.ts'
import { isFromSource, PictureSources } from '../lib/picture-sources.ts'

export interface AvatarProps {
  /** Decides the colour, so that a person keeps it. */
  id: string
  /** Absent when the person is unknown. */
  name: string | undefined
  url: string | undefined
  size?: 'small' | 'large' | 'xxlarge'
}

/** LiveChat's avatar colours with enough contrast for white letters. */
const colours = ['#8609ff', '#ca0005', '#0059e1', '#00833a', '#9146ff', '#07419a', '#755b00']

/** A picture from a host the app may ask, else initials, else an outline. Decorative: the name is beside it. */
export function Avatar({ id, name, url, size = 'large' }: AvatarProps) {
  const [broken, setBroken] = useState<string>()
  const letters = name ? initials(name) : ''
  const sources = use(PictureSources)
  const picture = url && url !== broken && isFromSource(url, sources) ? url : undefined
  return (
    <div className="avatar" aria-hidden="true" onErrorCapture={() => setBroken(url)}>
      {!picture && letters ? (
        // LiveChat's own would take the first code point of each word for a letter.
        <span
          className="initials"
          data-size={size}
          style={{ backgroundColor: colours[steadyNumber(id, colours.length)] }}
        >
          {letters}
        </span>
      ) : (
        <LiveChatAvatar
          key={picture ?? 'nobody'}
          type="image"
          size={size}
          alt=""
          {...(picture && { src: picture })}
        />
      )}
    </div>
  )
}
