import type { Fault, PushFault, World } from './world.ts'

/** Takes the next fault set for an endpoint, and counts it down. */
export function takeFault(
  world: World,
  endpoint: string,
  applies: (fault: Fault) => boolean,
): Fault | undefined {
  return take(world.faults, (one) => one.endpoint === endpoint && applies(one))
}

/** Takes the next fault set for a push, and counts it down. */
export function takePushFault(world: World, action: string): PushFault | undefined {
  return take(world.pushFaults, (one) => one.action === undefined || one.action === action)
}

function take<One extends { times: number }>(
  faults: One[],
  applies: (fault: One) => boolean,
): One | undefined {
  const fault = faults.find(applies)
  if (!fault) return undefined
  fault.times -= 1
  if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
  return fault
}
