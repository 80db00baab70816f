import type { Line } from './bench.ts'
import { ratios, summarize } from './statistics.ts'

/** The table of these lines in Markdown. */
export function tableOf(lines: readonly Line[]): string[] {
  return [
    '| Work | who | cost, median (quartiles) | times the floor, median (quartiles) | goal |',
    '| --- | --- | ---: | ---: | --- |',
    ...lines.flatMap(rowsOf),
  ]
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
  const [middle, low, high] = [median, lowerQuartile, upperQuartile].map((one) =>
    one.toFixed(digits ?? (one < 10 ? 1 : 0)),
  )
  return `${middle} (${low}–${high})`
}
