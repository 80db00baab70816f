import { useSearchParams } from 'react-router'
import { AppHeader } from './app-header.tsx'
import { ChatList } from './chat-list.tsx'
import { ChatsTrouble } from './chats-trouble.tsx'
import { RefreshIcon } from './icons.tsx'
import { PageHeading } from './page-heading.tsx'
import { Segmented } from './segmented.tsx'
import { type Show, useChats } from './use-chats.ts'
import { useOnline } from './use-online.ts'

const shows = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
] as const

/** The agent's chats. */
export function ChatsPage() {
  const [show, setShow] = useShow()
  const chats = useChats(show)
  const online = useOnline()

  return (
    <div className="app-page">
      <AppHeader />
      <main id="content" className="chats-page" tabIndex={-1}>
        <div className="toolbar">
          <div className="titles">
            <PageHeading>Chats</PageHeading>
            <output className="found">
              {chats.chats && chats.chats.length > 0 ? foundInWords(chats.found, show) : ''}
            </output>
          </div>
          <Segmented legend="Show" legendHidden options={shows} value={show} onChange={setShow} />
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
        <ChatsTrouble {...chats} online={online} />
        <ChatList {...chats} show={show} online={online} />
      </main>
    </div>
  )
}

/** The filter lives in the URL, so that Back, reload and a shared link keep it. */
function useShow(): [Show, (show: Show) => void] {
  const [parameters, setParameters] = useSearchParams()
  const show = parameters.get('show') === 'active' ? 'active' : 'all'
  return [
    show,
    (next) =>
      setParameters((before) => {
        const after = new URLSearchParams(before)
        if (next === 'all') after.delete('show')
        else after.set('show', next)
        return after
      }),
  ]
}

function foundInWords(found: number, show: Show): string {
  const chats = found === 1 ? 'chat' : 'chats'
  const count = found.toLocaleString('en')
  return show === 'active' ? `${count} active ${chats}` : `${count} ${chats}`
}
