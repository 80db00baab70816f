/** What is said of several samples. */
export interface Summary {
  median: number
  lowerQuartile: number
  upperQuartile: number
}

/** The value below which a share of the samples lies, between two samples where it falls there. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (below === undefined || above === undefined) throw new Error('There are no samples.')
  return below + (above - below) * (at - Math.floor(at))
}

export function summarize(samples: readonly number[]): Summary {
  return {
    median: quantile(samples, 0.5),
    lowerQuartile: quantile(samples, 0.25),
    upperQuartile: quantile(samples, 0.75),
  }
}

/** Ratios of samples of the same round, so that what slows a round slows both. */
export function ratios(samples: readonly number[], floor: readonly number[]): number[] {
  return samples.map((sample, round) => {
    const least = floor[round]
    if (least === undefined) throw new Error('A round lacks its floor.')
    return sample / least
  })
}
