import { createRandom, type Random, seedFrom } from '../lib/seeded-random.ts'
import type { Customer, Geolocation, Visit } from '../model/chat.ts'
import { type Microseconds, toWireTime } from '../model/wire-time.ts'
import type { Plan } from './chat-plan.ts'
import { people } from './people.ts'

const minute = 60_000_000
const day = 24 * 60 * minute

const browsers = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
] as const

const pages = [
  ['/', 'Acme Outdoor | Gear for bad weather and good company'],
  ['/tents', 'Tents | Acme Outdoor'],
  ['/tents/basecamp-5', 'Basecamp 5 | Acme Outdoor'],
  ['/boots/ridge-gtx', 'Ridge GTX boots | Acme Outdoor'],
  ['/packs/cirrus-30', 'Cirrus 30 pack | Acme Outdoor'],
  ['/help/returns', 'Returns and exchanges | Acme Outdoor'],
  ['/help/delivery', 'Delivery | Acme Outdoor'],
  ['/cart', 'Your cart | Acme Outdoor'],
] as const

const referrers = [
  'https://www.google.com/',
  'https://duckduckgo.com/',
  'https://newsletter.example.com/spring',
] as const

/** A customer's name and email; some give neither. */
export type Identity = Pick<Customer, 'name' | 'email'>

/** Uses random numbers of its own, so that a search knows the result without writing the chat out. */
export function identityOf(plan: Plan, seed: number): Identity {
  const random = createRandom(seedFrom(seed, plan.index, 4))
  const { names } = people[plan.script.language]
  const identity: Identity = {}
  const name = random.chance(0.12) ? undefined : names[plan.index % names.length]
  if (name !== undefined) identity.name = name
  if (random.chance(name === undefined ? 0.2 : 0.75)) identity.email = emailOf(name, random)
  return identity
}

/** A visitor of the shop. */
export function makeCustomer(
  id: string,
  identity: Identity,
  plan: Plan,
  now: Microseconds,
  random: Random,
): Customer {
  const { places } = people[plan.script.language]
  const geolocation = random.pick(places)
  const startedAt = plan.startedAt || now - (1 + random.int(40)) * day
  const active = plan.state !== 'closed' && plan.state !== 'empty'
  const customer: Customer = {
    id,
    type: 'customer',
    ...identity,
    present: active,
    online: active || random.chance(0.05),
    followed: false,
    state: active ? 'chatting' : 'offline',
    created_at: toWireTime(startedAt - random.int(200 * day) - minute),
    group_ids: [plan.groupId],
    visit: makeVisit(startedAt, active ? undefined : now, geolocation, random),
    statistics: {
      chats_count: 1,
      visits_count: 1 + random.int(12),
      page_views_count: 2 + random.int(40),
      greetings_shown_count: random.int(5),
      greetings_accepted_count: random.int(2),
      tickets_count: random.chance(0.1) ? 1 : 0,
    },
  }
  if (identity.email !== undefined) customer.email_verified = random.chance(0.3)
  if (random.chance(0.15)) customer.phone_number = `+4477009${String(random.int(90000) + 10000)}`
  if (random.chance(0.3)) {
    customer.session_fields = [
      { loyalty_points: String(random.int(3000)) },
      { basket_total: `${random.int(400)}.90` },
    ]
  }
  return customer
}

function makeVisit(
  startedAt: Microseconds,
  endsBefore: Microseconds | undefined,
  geolocation: Geolocation,
  random: Random,
): Visit {
  const arrived = startedAt - (1 + random.int(14)) * minute
  const visit: Visit = {
    started_at: toWireTime(arrived),
    ip: `203.0.113.${1 + random.int(254)}`,
    user_agent: random.pick(browsers),
    geolocation,
    last_pages: Array.from({ length: 1 + random.int(4) }, (_, step) => {
      const [path, title] = random.pick(pages)
      return {
        opened_at: toWireTime(arrived + step * 40_000_000 + random.int(30_000_000)),
        url: `https://shop.example.com${path}`,
        title,
      }
    }),
  }
  if (random.chance(0.6)) visit.referrer = random.pick(referrers)
  if (endsBefore !== undefined) {
    visit.ended_at = toWireTime(Math.min(endsBefore, startedAt + (5 + random.int(50)) * minute))
  }
  return visit
}

/** Latin names give readable addresses; others get a number, as people do. */
function emailOf(name: string | undefined, random: Random): string {
  const latin = emailName(name ?? '')
  return `${latin.length > 2 ? latin : `hiker${random.int(9000) + 1000}`}@example.net`
}

export function emailName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.')
}
