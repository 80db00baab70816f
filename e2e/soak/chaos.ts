import { expireTokens } from '../../sandbox/control/control-actions.ts'
import type { Random } from '../../sandbox/lib/seeded-random.ts'
import type { Connection } from '../../sandbox/rtm/connection.ts'
import type { RunningSandbox } from '../../sandbox/server/serve.ts'
import type { PushFault } from '../../sandbox/world/world.ts'
import { agent, clientId } from '../support/fixtures.ts'
import type { ConnectionWatch } from './connections.ts'
import type { Deed } from './deeds.ts'

export interface ChaosOptions {
  sandbox: RunningSandbox
  random: Random
  connections: ConnectionWatch
  /** Does something after so many further deeds. */
  later: (deeds: number, act: () => unknown) => void
}

/** What goes wrong on the way from LiveChat to an agent, and in LiveChat itself. */
export function createChaos({ sandbox, random, connections, later }: ChaosOptions): Deed[] {
  const { world } = sandbox
  const spoil = (fault: Omit<PushFault, 'times'>, most: number) =>
    world.pushFaults.push({ times: 1 + random.int(most), ...fault })
  const all = (act: (connection: Connection) => void) => async () => {
    for (const one of connections.own()) act(one)
  }
  const drop = all((one) => one.terminate())
  return [
    { name: 'pushes doubled', weight: 4, run: async () => spoil({ duplicate: true }, 5) },
    // LiveChat keeps the order within a chat; of these any order gives the same.
    {
      name: 'pushes delayed',
      weight: 4,
      run: async () =>
        spoil(
          {
            action: random.pick(['incoming_event', 'events_marked_as_seen']),
            delay: 1 + random.int(3_000),
          },
          5,
        ),
    },
    {
      name: 'pushes swapped',
      weight: 4,
      run: async () => spoil({ action: 'incoming_event', swap: true }, 1),
    },
    {
      name: 'pushes lost with the connection',
      weight: 2,
      async run() {
        spoil(random.pick([{ lose: true }, { withoutPayload: true }, { swap: true }]), 5)
        later(random.int(10), () => {
          world.pushFaults.length = 0
          return drop()
        })
      },
    },
    {
      name: 'unknown pushes',
      weight: 2,
      run: all((one) => one.push('incoming_surprise', { chat_id: null })),
    },
    { name: 'connections dropped', weight: 2, run: drop },
    { name: 'connections silenced', weight: 1, run: all(connections.silence) },
    {
      name: 'connections ended by LiveChat',
      weight: 3,
      async run() {
        const reason = random.pick([
          'access_token_expired',
          'connection_timeout',
          'internal_error',
          'role_permissions_changed',
          'too_many_unauthorized_connections',
          'new_in_2030',
        ])
        await all((one) => one.disconnect(reason))()
      },
    },
    {
      name: 'requests refused',
      weight: 2,
      run: async () =>
        world.faults.push({
          endpoint: random.pick(['login', 'update_session', 'ping', 'list_chats', 'get_chat']),
          times: 1,
          status: random.pick([429, 500]),
        }),
    },
    {
      name: 'tokens expired',
      weight: 1,
      run: async () => expireTokens(world, { clientId, email: agent.email }),
    },
    {
      name: 'LiveChat interrupted',
      weight: 1,
      run: () => sandbox.interrupt(1 + random.int(5_000)),
    },
  ]
}
