import { createContext } from 'react'

/** Where pictures may be loaded from: origins, or the beginnings of paths on them. */
export const PictureSources = createContext<readonly string[]>([])

/** Whether a picture is from one of the sources, as the page's policy decides, too. */
export function isFromSource(url: string, sources: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const picture = new URL(url)
  return sources.some((one) => {
    const source = new URL(one)
    const isWithin = source.pathname.endsWith('/')
      ? picture.pathname.startsWith(source.pathname)
      : picture.pathname === source.pathname
    return picture.origin === source.origin && isWithin
  })
}
