import { use, useState } from 'react'
import type { ChatEvent, FormField, RichCard } from '../../agent-chat/index.ts'
import { currentLocale } from '../language/define-messages.ts'
import { fileSize } from '../lib/file-size.ts'
import { isFromSource, PictureSources } from '../lib/picture-sources.ts'
import { truncate } from '../lib/truncate.ts'
import { withKeys } from '../lib/with-keys.ts'
import { FileIcon } from '../ui/icons.tsx'
import { chatText } from './chat-text.ts'
import { eventText } from './event-text.ts'
import { makeTabbable } from './messages-scroller.tsx'
import { UserText } from './user-text.tsx'

/** The content of an event. Others wrote it: it is shown as text, never as markup. */
export function EventContent({ event }: { event: ChatEvent }) {
  switch (event.type) {
    case 'message':
      return <UserText text={event.text || chatText().emptyMessage} />
    case 'file':
      return <FileContent event={event} />
    case 'form':
      return <Form title={eventText(event)} fields={event.fields} describe={choicesOf} />
    case 'filled_form':
      return <Form title={eventText(event)} fields={event.fields} describe={answersOf} />
    case 'rich_message':
      return <Cards cards={event.cards} title={eventText(event)} />
    default:
      return <p className="user-text">{eventText(event)}</p>
  }
}

type FileEvent = Extract<ChatEvent, { type: 'file' }>

function FileContent({ event }: { event: FileEvent }) {
  const [broken, setBroken] = useState(false)
  const sources = use(PictureSources)
  // A host that the customer chose would learn when the agent looks, and from where.
  const picture =
    event.contentType.startsWith('image/') &&
    [event.thumbnailUrl, event.url].find((url) => url && isFromSource(url, sources))
  const name = truncate(event.name, 120) || chatText().someFile
  const alternative = truncate(event.alternativeText, 300)
  const size = event.size === undefined ? '' : fileSize(event.size, currentLocale())
  if (picture && event.url && !broken) {
    return (
      <figure className="picture">
        <a href={event.url} target="_blank" rel="noopener noreferrer">
          <img
            src={picture}
            alt={alternative || name}
            width={event.width}
            height={event.height}
            loading="lazy"
            decoding="async"
            referrerPolicy="no-referrer"
            onError={() => setBroken(true)}
          />
        </a>
        <figcaption className="file-about">
          <bdi>{name}</bdi>
          {size && <span>{` · ${size}`}</span>}
        </figcaption>
      </figure>
    )
  }
  return (
    <div className="file">
      <FileIcon />
      <div>
        {event.url ? (
          <a href={event.url} target="_blank" rel="noopener noreferrer">
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        <p className="file-about">
          {alternative && <bdi>{alternative}</bdi>}
          {alternative && size && <span>{' · '}</span>}
          {(size || !alternative) && <span>{size || chatText().someFile}</span>}
        </p>
      </div>
    </div>
  )
}

const fieldsShown = 30

interface FormProps {
  title: string
  fields: FormField[]
  /** The text beside a field's label. */
  describe: (field: FormField) => string
}

function Form({ title, fields, describe }: FormProps) {
  return (
    <>
      <p className="event-kind">{title}</p>
      <dl className="form-answers">
        {withKeys(fields.slice(0, fieldsShown), (field) => field.label).map(([key, field]) => (
          <div key={key}>
            <dt dir="auto">{truncate(field.label, 200) || chatText().question}</dt>
            <dd dir="auto">{describe(field)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const answersOf = ({ answers }: FormField) => listed(answers) || '–'

const choicesOf = ({ options }: FormField) =>
  options.length > 0 ? chatText().options({ options: listed(options) }) : chatText().notAnswered

function listed(texts: readonly string[]): string {
  return texts.map((one) => truncate(one, 500)).join(', ')
}

const cardsShown = 10

function Cards({ cards, title }: { cards: RichCard[]; title: string }) {
  if (cards.length === 0) return <p className="event-kind">{title}</p>
  return (
    <ul className="cards" aria-label={title} ref={makeTabbable}>
      {withKeys(cards.slice(0, cardsShown), (card) => card.title).map(([key, card]) => (
        <li key={key} className="card">
          <CardPicture card={card} />
          {card.title && (
            <p className="card-title" dir="auto">
              {truncate(card.title, 200)}
            </p>
          )}
          {card.subtitle && <p dir="auto">{truncate(card.subtitle, 500)}</p>}
          {card.buttons.length > 0 && (
            <ul className="card-buttons" aria-label={chatText().buttons}>
              {withKeys(card.buttons.slice(0, 13), (one) => one).map(([buttonKey, button]) => (
                <li key={buttonKey} dir="auto">
                  {truncate(button, 80)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function CardPicture({ card }: { card: RichCard }) {
  const [broken, setBroken] = useState(false)
  const sources = use(PictureSources)
  if (!card.imageUrl || broken) return null
  if (!isFromSource(card.imageUrl, sources)) {
    return (
      <p>
        <a href={card.imageUrl} target="_blank" rel="noopener noreferrer">
          {truncate(card.imageAlternative, 200) || chatText().picture}
        </a>
      </p>
    )
  }
  return (
    <img
      src={card.imageUrl}
      alt={truncate(card.imageAlternative, 200)}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  )
}
