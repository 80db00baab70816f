/** Ids in order; an array of them is one such sequence. */
export interface Ids {
  readonly length: number
  at(index: number): string | undefined
  /** -1: it is not among them. */
  indexOf(id: string): number
}
