import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useChatsElsewhere, useMyId } from '../../react/inbox/inbox-internal.ts'
import { AcceptingNotice } from '../layout/accepting-chats.tsx'
import { BubbleIcon } from '../ui/icons.tsx'
import { describeCount, emptyText, type Listing, writeListing } from './chat-views.ts'

/** An empty list; one of the agent's own chats tells where others wait. */
export function NoChats({ listing }: { listing: Listing }) {
  const isMine = listing.show === 'mine'
  const isUnknown = useMyId() === undefined && isMine
  const [title, hint] = emptyText[isUnknown ? 'unknown' : listing.show]
  return (
    <div className="empty">
      <BubbleIcon />
      <h2>{listing.groupId === undefined ? title : `${title} in this group`}</h2>
      <p>{hint}</p>
      {isUnknown && <ListingLink listing={{ ...listing, show: 'all' }}>Show all chats</ListingLink>}
      {isMine && !isUnknown && <Elsewhere listing={listing} />}
      <AcceptingNotice />
    </div>
  )
}

/** How many chats wait for an agent, as the ways there. */
function Elsewhere({ listing }: { listing: Listing }) {
  const elsewhere = useChatsElsewhere(listing.groupId)
  if (!elsewhere) return null
  const { isComplete } = elsewhere
  const waiting = (['queued', 'unassigned'] as const).filter((show) => elsewhere[show] > 0)
  if (waiting.length === 0) return <p>No customer is waiting for an agent.</p>
  return (
    <>
      <p>Waiting for an agent:</p>
      <ul className="elsewhere">
        {waiting.map((show) => (
          <li key={show}>
            <ListingLink listing={{ ...listing, show }}>
              {describeCount({ found: elsewhere[show], isComplete }, show)}
            </ListingLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function ListingLink({ listing, children }: { listing: Listing; children: ReactNode }) {
  const [parameters] = useSearchParams()
  return <Link to={{ search: writeListing(parameters, listing).toString() }}>{children}</Link>
}
