import { ThemeClassName } from '@livechat/design-system-react-components'
import { useMediaQuery } from '../lib/use-media-query.ts'

/** The class with LiveChat's colours, light or dark as the system prefers. */
export function useTheme(): ThemeClassName {
  return useMediaQuery('(prefers-color-scheme: dark)') ? ThemeClassName.Dark : ThemeClassName.Light
}
