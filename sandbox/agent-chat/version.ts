import { ApiError } from './api-error.ts'

export type Version = '3.4' | '3.5' | '3.6'

/** Headers in which older versions say when support for them ends (docs/protocol.md 8.2). */
export const versionHeaders: Record<Version, Record<string, string>> = {
  '3.6': {},
  '3.5': { Legacy: '2027-08-07' },
  '3.4': { Deprecation: '2027-02-07' },
}

export function readVersion(text: string): Version {
  if (isVersion(text)) return text
  throw new ApiError('unsupported_version')
}

export function isVersion(text: string): text is Version {
  return Object.hasOwn(versionHeaders, text)
}
