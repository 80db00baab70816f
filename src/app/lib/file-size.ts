const units = ['bytes', 'KB', 'MB', 'GB']

/** '512 bytes', '180 KB', '3.4 MB'. */
export function fileSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  const digits = unit > 1 && size < 10 ? 1 : 0
  return `${size.toFixed(digits)} ${units[unit]}`
}
