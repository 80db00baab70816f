const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** The shape of what is coming. */
export function ChatSkeleton() {
  return (
    <>
      <output className="visually-hidden">Loading your chats…</output>
      <div className="chat-list skeleton" aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className="chat-row">
            <span className="avatar" />
            <div className="chat-who">
              <span className="bone" />
            </div>
            <p className="chat-words">
              <span className="bone long" />
            </p>
          </div>
        ))}
      </div>
    </>
  )
}
