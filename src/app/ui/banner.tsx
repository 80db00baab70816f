import type { ReactNode } from 'react'

export interface BannerProps {
  tone: 'calm' | 'wrong'
  icon: ReactNode
  title: string
  /** The title and what follows interrupt a screen reader; leave it out where a part of it does so already. */
  announce?: boolean
  children?: ReactNode
}

/** A notice about the whole page; what was on it stays readable. */
export function Banner({ tone, icon, title, announce = false, children }: BannerProps) {
  return (
    <section className="banner" data-tone={tone} aria-label={title}>
      <span className="banner-icon">{icon}</span>
      <div className="banner-text" {...(announce && { role: 'alert' })}>
        <p className="banner-title">{title}</p>
        {children}
      </div>
    </section>
  )
}
