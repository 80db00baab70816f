import { truncate } from '../lib/truncate.ts'
import { accountText } from './account-text.ts'

/** Most browsers also name the ones they derive from, so the specific ones come first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Chrome'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * Describes the browser of a session in plain words: 'Firefox on Windows'. An unknown user agent is only
 * shortened.
 */
export function describeBrowser(userAgent: string): string {
  const browser = nameIn(userAgent, browsers)
  const system = nameIn(userAgent, systems)
  if (browser && system) return accountText().browserOn({ browser, system })
  return browser ?? system ?? (truncate(userAgent, 80) || accountText().unknownBrowser)
}

function nameIn(userAgent: string, names: typeof browsers): string | undefined {
  return names.find(([sign]) => sign.test(userAgent))?.[1]
}
