import {
  SkeletonAvatar,
  SkeletonText,
  SkeletonWrapper,
} from '@livechat/design-system-react-components'
import { chatText } from './chat-text.ts'
import { rowHeightStyle } from './row-height.ts'

const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** A placeholder in the shape of what is loading. */
export function ChatSkeleton() {
  return (
    <>
      <output className="visually-hidden">{chatText().loadingChats}</output>
      <div className="chat-list skeleton" style={rowHeightStyle} aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className="chat-row">
            <div className="avatar">
              <SkeletonAvatar size={40} />
            </div>
            <SkeletonWrapper className="bones" vertical animated>
              <SkeletonText width={140} height={14} />
              <SkeletonText height={14} />
            </SkeletonWrapper>
          </div>
        ))}
      </div>
    </>
  )
}
