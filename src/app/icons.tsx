import type { ReactNode } from 'react'

/** Line drawings in the current colour; each stands beside its words, so none is read out. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export function RefreshIcon() {
  return (
    <Icon>
      <path d="M20 11a8 8 0 0 0-14.3-4L3 9.5M3 4v5.5h5.5M4 13a8 8 0 0 0 14.3 4l2.7-2.5m0 5.5v-5.5h-5.5" />
    </Icon>
  )
}

export function SignOutIcon() {
  return (
    <Icon>
      <path d="M9 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h3m6-12 4 4-4 4m4-4H10" />
    </Icon>
  )
}

export function PersonIcon() {
  return (
    <Icon>
      <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c.6-3.4 3.5-5.5 7-5.5s6.4 2.1 7 5.5" />
    </Icon>
  )
}

export function CloudOffIcon() {
  return (
    <Icon>
      <path d="m4 4 16 16M8.5 8.6A5 5 0 0 0 7 18h10.5M19.8 16.7A4 4 0 0 0 17 10a6 6 0 0 0-4.5-3.9" />
    </Icon>
  )
}

export function KeyIcon() {
  return (
    <Icon>
      <path d="M8 20a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.5-8.5L20 3m-4 4 3 3" />
    </Icon>
  )
}

export function WarningIcon() {
  return (
    <Icon>
      <path d="M12 4 2.5 20h19L12 4Zm0 6v4.5m0 2.5v.2" />
    </Icon>
  )
}

export function BubbleIcon() {
  return (
    <Icon>
      <path d="M6 4h12a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-5l-5 4v-4H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Z" />
    </Icon>
  )
}

export function ClockIcon() {
  return (
    <Icon>
      <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2" />
    </Icon>
  )
}

export function SortIcon() {
  return (
    <Icon>
      <path d="M7 5v14m0 0-3-3m3 3 3-3M17 19V5m0 0-3 3m3-3 3 3" />
    </Icon>
  )
}

export function SearchIcon() {
  return (
    <Icon>
      <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20" />
    </Icon>
  )
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M10 5l-7 7 7 7M3 12h18" />
    </Icon>
  )
}

export function LockIcon() {
  return (
    <Icon>
      <path d="M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3" />
    </Icon>
  )
}

export function FileIcon() {
  return (
    <Icon>
      <path d="M6 3h8l4 4v14H6V3Zm8 0v4h4" />
    </Icon>
  )
}

export function StarIcon() {
  return (
    <Icon>
      <path d="m12 4 2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.7-5 2.7 1.1-5.5L4 9.7 9.6 9 12 4Z" />
    </Icon>
  )
}

export function ClipIcon() {
  return (
    <Icon>
      <path d="m19 11-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.3a3 3 0 0 1 4.3 4.2l-7.6 7.7a1.5 1.5 0 0 1-2.2-2.1l6.7-6.8" />
    </Icon>
  )
}
