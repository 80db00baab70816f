import type { Fault, World } from './world.ts'

/** Takes the next fault set for an endpoint, and counts it down. */
export function takeFault(
  world: World,
  endpoint: string,
  applies: (fault: Fault) => boolean,
): Fault | undefined {
  const fault = world.faults.find((one) => one.endpoint === endpoint && applies(one))
  if (!fault) return undefined
  fault.times -= 1
  if (fault.times <= 0) world.faults.splice(world.faults.indexOf(fault), 1)
  return fault
}
