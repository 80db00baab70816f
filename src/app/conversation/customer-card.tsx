import { type ReactNode, useState } from 'react'
import type { ChatDetails, CustomerDetails } from '../../agent-chat/index.ts'
import { capitalize } from '../../text/index.ts'
import { ratingComment, ratingOf } from '../chat/chat-status.ts'
import { NameList } from '../chat/name-list.tsx'
import { customerOf, placeOf } from '../chat/participants.ts'
import { currentLocale } from '../language/define-messages.ts'
import { clockTime, exactTime, fullDate } from '../lib/dates.ts'
import { truncate } from '../lib/truncate.ts'
import { useNow } from '../lib/use-now.ts'
import { withKeys } from '../lib/with-keys.ts'
import { useGroupName } from '../session/use-directory.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { conversationText } from './conversation-text.ts'
import { StartChat } from './start-chat.tsx'
import { threadFacts } from './thread-facts.ts'
import { ThreadTags } from './thread-tags.tsx'
import type { ChatAction } from './use-chat-action.ts'

export interface CustomerCardProps {
  chat: ChatDetails
  locale: string
  action: ChatAction
  disabled: boolean
  /** Called when another chat with the customer was started. */
  onStarted: () => void
}

/** The customer's details, and those of the open thread. */
export function CustomerCard(props: CustomerCardProps) {
  const { chat, locale, action, disabled, onStarted } = props
  const [shown, setShown] = useState(false)
  const { customer, thread } = chat
  const text = conversationText()
  const groupName = useGroupName()
  const rating = ratingOf(chat)
  const comment = ratingComment(chat)
  return (
    <aside className="card-side" aria-label={text.details} data-shown={shown}>
      <Button
        className="card-toggle"
        kind="plain"
        size="compact"
        fullWidth
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? text.hideDetails : text.showDetails}
      </Button>
      <div className="card-body">
        {customer && <Person customer={customer} locale={locale} />}
        {customer && thread && !thread.active && (
          <StartChat
            customerId={customer.id}
            groupIds={chat.groupIds}
            disabled={disabled}
            onStarted={onStarted}
          />
        )}
        {thread && (
          <Section title={text.thisChat}>
            <ThreadTags chatId={chat.id} thread={thread} action={action} disabled={disabled} />
            {rating && <Badge kind={rating.kind}>{rating.label}</Badge>}
            {comment && <p dir="auto">{truncate(comment, 500)}</p>}
            <Facts
              facts={[
                [text.group, chat.groupIds.map(groupName)],
                [text.participants, presentPeople(chat)],
                [
                  text.queue,
                  thread.queue ? text.queuePosition({ position: thread.queue.position }) : '',
                ],
                ...threadFacts(thread, locale),
              ]}
            />
          </Section>
        )}
        {customer && customer.pages.length > 0 && <Pages customer={customer} locale={locale} />}
        {customer && customer.statistics.length > 0 && (
          <Section title={text.history}>
            <Facts
              facts={customer.statistics.map(({ name, value }) => [statisticLabel(name), value])}
            />
          </Section>
        )}
        {customer && customer.fields.length > 0 && (
          <Section title={text.customData}>
            <Facts facts={customer.fields.map(({ name, value }) => [labelOf(name), value])} />
          </Section>
        )}
      </div>
    </aside>
  )
}

function Person({ customer, locale }: { customer: CustomerDetails; locale: string }) {
  const now = useNow()
  const text = conversationText()
  const local = localTime(customer, now, locale)
  return (
    <Section title={text.customer}>
      <Facts
        facts={[
          [text.name, customer.name ?? ''],
          [text.email, customer.email ?? ''],
          [text.phone, customer.phone ?? ''],
          [text.location, placeOf(customer)],
          [text.localTime, local],
          [
            text.customerSince,
            customer.customerSince === undefined ? '' : fullDate(customer.customerSince, locale),
          ],
        ]}
      />
    </Section>
  )
}

const pagesShown = 8

function Pages({ customer, locale }: { customer: CustomerDetails; locale: string }) {
  const pages = customer.pages.slice(-pagesShown).toReversed()
  return (
    <Section title={conversationText().visitedPages}>
      <ol className="pages">
        {withKeys(pages, (page) => page.title).map(([key, page]) => (
          <li key={key}>
            {page.url ? (
              <a href={page.url} target="_blank" rel="noopener noreferrer" dir="auto">
                {truncate(page.title || page.url, 120)}
              </a>
            ) : (
              <span dir="auto">{truncate(page.title, 120)}</span>
            )}
            {page.openedAt !== undefined && (
              <time
                dateTime={new Date(page.openedAt).toISOString()}
                title={exactTime(page.openedAt, locale)}
              >
                {clockTime(page.openedAt, locale)}
              </time>
            )}
          </li>
        ))}
      </ol>
      {customer.referrer && (
        <Facts facts={[[conversationText().cameFrom, new URL(customer.referrer).hostname]]} />
      )}
    </Section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

const factsShown = 30

/** A list of details; those without a value are left out. */
function Facts({ facts }: { facts: readonly (readonly [string, string | readonly string[]])[] }) {
  const known = facts.filter(([, value]) => value.length > 0).slice(0, factsShown)
  if (known.length === 0) return null
  return (
    <dl className="facts">
      {withKeys(known, ([name]) => name).map(([key, [name, value]]) => (
        <div key={key}>
          <dt>
            <bdi>{truncate(name, 60)}</bdi>
          </dt>
          <dd>
            {typeof value === 'string' ? (
              <bdi>{truncate(value, 300)}</bdi>
            ) : (
              <NameList names={value} locale={currentLocale()} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const statistics = {
  chats_count: 'chats',
  threads_count: 'threads',
  visits_count: 'visits',
  page_views_count: 'pageViews',
  greetings_shown_count: 'greetingsShown',
  greetings_accepted_count: 'greetingsAccepted',
  tickets_count: 'tickets',
} as const

/** `visits_count` is 'Visits'. */
function statisticLabel(name: string): string {
  return isKnown(name) ? conversationText()[statistics[name]] : labelOf(name)
}

function isKnown(name: string): name is keyof typeof statistics {
  return Object.hasOwn(statistics, name)
}

/** `order_value` is 'Order value'. */
function labelOf(name: string): string {
  return capitalize(name.replace(/_count$/, '').replaceAll('_', ' '))
}

/** The customer's local time; empty for an unknown time zone. */
function localTime({ timeZone }: CustomerDetails, now: number, locale: string): string {
  if (timeZone === undefined) return ''
  try {
    return clockTime(now, locale, timeZone)
  } catch {
    return ''
  }
}

function presentPeople(chat: ChatDetails): string[] {
  return chat.users
    .filter((user) => user.type === 'agent' && user.present)
    .map((agent) => agent.name ?? agent.id)
    .concat(customerOf(chat)?.present ? [conversationText().customer] : [])
}
