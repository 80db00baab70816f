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

/** The document with this table in place of the one under a heading. */
export function withTable(document: string, heading: string, table: readonly string[]): string {
  const sections = document.split(/^(?=## )/m)
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`))
  const old = /(?:^\|.*\n)+/m
  const section = sections[at]
  if (!section || !old.test(section)) {
    throw new Error(`The document has no table under ${heading}.`)
  }
  // A function, since a replacement string could hold dollar signs.
  const fresh = section.replace(old, () => `${table.join('\n')}\n`)
  return sections.with(at, fresh).join('')
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
    one.toFixed(digits ?? (one < 10 ? 1 : 0)),
  )
  return `${middle} (${low}–${high})`
}
