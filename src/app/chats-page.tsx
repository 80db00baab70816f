import { Outlet, useMatch, useSearchParams } from 'react-router'
import { AppHeader } from './app-header.tsx'
import { ArchiveSearchField } from './archive-search-field.tsx'
import { ChatList } from './chat-list.tsx'
import { foundInWords, type Listing, readListing, views, writeListing } from './chat-views.ts'
import { ChatsTrouble } from './chats-trouble.tsx'
import { GroupFilter } from './group-filter.tsx'
import { RefreshIcon, SortIcon } from './icons.tsx'
import { PageHeading } from './page-heading.tsx'
import { Segmented } from './segmented.tsx'
import { useChats } from './use-chats.ts'
import { useOnline } from './use-online.ts'

/** The agent's chats; beside them, or on a narrow page instead of them, the one that is open. */
export function ChatsPage() {
  const [listing, setListing] = useListing()
  const chats = useChats(listing)
  const online = useOnline()
  const openId = useMatch('/chats/:chatId')?.params.chatId
  const newestFirst = listing.order === 'newest-first'

  return (
    <div className="app-page">
      <AppHeader />
      <main id="content" className="desk" tabIndex={-1} data-open={openId !== undefined}>
        <section className="inbox" aria-label="List of chats">
          <div className="toolbar">
            <div className="titles">
              <PageHeading>Chats</PageHeading>
              <output className="found">
                {chats.chats && chats.chats.length > 0
                  ? foundInWords(chats.found, chats.isCountWhole, listing.show)
                  : ''}
              </output>
            </div>
            <button
              type="button"
              className="button"
              aria-busy={chats.isRefreshing}
              disabled={!online || chats.isLoading}
              onClick={chats.refresh}
            >
              <RefreshIcon />
              <span className="button-words">Refresh</span>
            </button>
          </div>
          <ArchiveSearchField />
          <Segmented
            legend="Show"
            legendHidden
            options={views}
            value={listing.show}
            onChange={(show) => setListing({ ...listing, show })}
          />
          <div className="list-options">
            <GroupFilter
              chats={chats.chats}
              value={listing.groupId}
              onChange={(groupId) => setListing({ ...listing, groupId })}
            />
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                setListing({ ...listing, order: newestFirst ? 'oldest-first' : 'newest-first' })
              }
            >
              <SortIcon />
              {newestFirst ? 'Newest first' : 'Oldest first'}
            </button>
          </div>
          <ChatsTrouble {...chats} online={online} />
          <ChatList
            key={writeListing(new URLSearchParams(), listing).toString()}
            {...chats}
            listing={listing}
            openId={openId}
            online={online}
          />
        </section>
        <Outlet context={chats.refresh} />
      </main>
    </div>
  )
}

/** The listing lives in the URL, so that Back, reload and a shared link keep it. */
function useListing(): [Listing, (listing: Listing) => void] {
  const [parameters, setParameters] = useSearchParams()
  return [readListing(parameters), (next) => setParameters((before) => writeListing(before, next))]
}
