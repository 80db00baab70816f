import { type Advice, warning } from './advice.ts'

/** Milliseconds that two clocks may differ. */
const tolerance = 60_000

/** @param offset Milliseconds that a clock is ahead of this machine's. */
export function checkClock(whose: string, offset: number | undefined): Advice[] {
  if (offset === undefined || Math.abs(offset) < tolerance) return []
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return [
    warning(
      `${whose} is ${minutes} minute${minutes === 1 ? '' : 's'} ${offset > 0 ? 'ahead of' : 'behind'} this machine.`,
      'Let both set their clocks by the network (NTP). A clock that is changed during a sign-in ends it as state_expired.',
    ),
  ]
}
