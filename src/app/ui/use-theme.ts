import { ThemeClassName } from '@livechat/design-system-react-components'
import { useMedia } from '../lib/use-media-query.ts'

/** The class that gives a part of the page LiveChat's colours, light or dark as the system has it. */
export function useTheme(): ThemeClassName {
  return useMedia('(prefers-color-scheme: dark)') ? ThemeClassName.Dark : ThemeClassName.Light
}
