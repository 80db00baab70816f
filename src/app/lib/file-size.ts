import { formatNumber } from './format-number.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** '512 bytes', '180 kB', '3.4 MB', as the locale has it. */
export function fileSize(bytes: number, locale: string): string {
  let size = bytes
  let step = 0
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024
    step += 1
  }
  const unit = units[step] ?? 'byte'
  return formatNumber(size, locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: step > 1 && size < 10 ? 1 : 0,
  })
}
