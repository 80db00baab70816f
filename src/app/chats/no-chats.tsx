import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useChatsElsewhere } from '../../react/inbox/inbox-internal.ts'
import { useMyId } from '../../react/inbox/index.ts'
import { AcceptingNotice } from '../layout/accepting-chats.tsx'
import { BubbleIcon } from '../ui/icons.tsx'
import { describeCount, emptyText, type Listing, writeListing } from './chat-views.ts'
import { chatsText } from './chats-text.ts'

/** An empty list; one of the agent's own chats tells where others wait. */
export function NoChats({ listing }: { listing: Listing }) {
  const isMine = listing.show === 'mine'
  const isUnknown = useMyId() === undefined && isMine
  const text = chatsText()
  const [title, hint] = emptyText[isUnknown ? 'unknown' : listing.show]
  return (
    <div className="empty">
      <BubbleIcon />
      <h2>
        {listing.groupId === undefined ? text[title] : text.inThisGroup({ title: text[title] })}
      </h2>
      <p>{text[hint]}</p>
      {isUnknown && <ListingLink listing={{ ...listing, show: 'all' }}>{text.showAll}</ListingLink>}
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
  if (waiting.length === 0) return <p>{chatsText().noneElsewhere}</p>
  return (
    <>
      <p>{chatsText().waitingElsewhere}</p>
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
