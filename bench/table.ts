import type { Line } from './bench.ts'
import { ratios, summarize } from './statistics.ts'

/** The table of these lines in Markdown. */
export function tableOf(lines: readonly Line[]): string[] {
  return [
    '| Work | Who | Cost, median (quartiles) | Times the floor, median (quartiles) | Goal |',
    '| --- | --- | ---: | ---: | --- |',
    ...lines.flatMap(rowsOf),
  ]
}

/** The lines of the table under a heading of a document. */
export function tableIn(document: string, heading: string): string[] {
  return partsAround(document, heading).table.trimEnd().split('\n')
}

/** The document with this table in place of the one under a heading. */
export function withTable(document: string, heading: string, table: readonly string[]): string {
  const { before, after } = partsAround(document, heading)
  return `${before}${table.join('\n')}\n${after}`
}

/** The first table of a section, and what is before and after it. */
function partsAround(document: string, heading: string) {
  const sections = document.split(/^(?=## )/m)
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`))
  const found = /(?:^\|.*\n)+/m.exec(sections[at] ?? '')
  if (!found) throw new Error(`The document has no table under ${heading}.`)
  const start = sections.slice(0, at).join('').length + found.index
  const [table] = found
  return { before: document.slice(0, start), table, after: document.slice(start + table.length) }
}

function rowsOf({ work, unit, samples, floor, goal }: Line): string[] {
  const least = floor === undefined ? undefined : samples[floor]
  return Object.entries(samples).map(([who, own], index) => {
    const cost = `${write(own)} ${unit}`
    const ratio = least && who !== floor ? write(ratios(own, least), 2) : ''
    return `| ${index === 0 ? work : ''} | ${who} | ${cost} | ${ratio} | ${index === 0 ? goal : ''} |`
  })
}

function write(samples: readonly number[], digits?: number): string {
  const { median, lowerQuartile, upperQuartile } = summarize(samples)
  if (samples.length === 1) return median.toFixed(digits ?? 1)
  const [middle, low, high] = [median, lowerQuartile, upperQuartile].map((one) =>
    one.toFixed(digits ?? (one < 9.95 ? 1 : 0)),
  )
  return `${middle} (${low}–${high})`
}
