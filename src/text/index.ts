export { capitalize, firstGrapheme, takeGraphemes } from './graphemes.ts'
export { initials, steadyNumber } from './initials.ts'
export { describeTimeLeft, type Precision, untilNextTick } from './time-left.ts'
