const formats = new Map<string, Intl.NumberFormat>()

/**
 * A number as a locale writes it: '12,345', '12.345', '5 MB'.
 *
 * @param options How it is written, such as with a unit.
 */
export function formatNumber(
  value: number,
  locale: string,
  options?: Intl.NumberFormatOptions,
): string {
  const key = options ? `${locale} ${JSON.stringify(options)}` : locale
  let format = formats.get(key)
  if (!format) {
    // Making one takes far longer than using it.
    format = new Intl.NumberFormat(locale, options)
    formats.set(key, format)
  }
  return format.format(value)
}
