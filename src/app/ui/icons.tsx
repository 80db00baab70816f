import {
  Archives,
  ArrowBack,
  ArrowsSort,
  Attachment,
  Chats,
  CheckCircle,
  Close,
  Emoji,
  FiletypeOther,
  Key,
  LockBlack,
  Logout,
  PersonAdd,
  Refresh,
  Search,
  Star,
  StarFilled,
  Time,
  Warning,
  WifiOff,
} from '@livechat/design-system-icons'
import type { ComponentType, SVGProps } from 'react'

/**
 * An icon in the current colour. Its label is beside it, so it is hidden from screen readers.
 *
 * @param points Whether it points to the page's beginning or end, which are on the other side in Arabic.
 */
function drawn(Drawing: ComponentType<SVGProps<SVGSVGElement>>, points = false) {
  return function Icon({ className = '' }: { className?: string }) {
    return (
      <Drawing
        className={`icon ${className}`}
        aria-hidden="true"
        focusable="false"
        {...(points && { 'data-points': true })}
      />
    )
  }
}

export const ArchivesIcon = drawn(Archives)
export const BackIcon = drawn(ArrowBack, true)
export const BubbleIcon = drawn(Chats)
export const CloseChatIcon = drawn(CheckCircle)
export const CloseIcon = drawn(Close)
export const ClipIcon = drawn(Attachment)
export const ClockIcon = drawn(Time)
export const CloudOffIcon = drawn(WifiOff)
export const EmojiIcon = drawn(Emoji)
export const FileIcon = drawn(FiletypeOther)
export const FilledStarIcon = drawn(StarFilled)
export const TransferIcon = drawn(PersonAdd)
export const KeyIcon = drawn(Key)
export const LockIcon = drawn(LockBlack)
export const RefreshIcon = drawn(Refresh)
export const SearchIcon = drawn(Search)
export const SignOutIcon = drawn(Logout, true)
export const SortIcon = drawn(ArrowsSort)
export const StarIcon = drawn(Star)
export const WarningIcon = drawn(Warning)
