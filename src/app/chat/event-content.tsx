import { useState } from 'react'
import type { ChatEvent, FormField, RichCard } from '../../agent-chat/index.ts'
import { reachByTab } from '../conversation/reach-by-tab.ts'
import { fileSize } from '../lib/file-size.ts'
import { cut } from '../lib/truncate.ts'
import { withKeys } from '../lib/with-keys.ts'
import { FileIcon } from '../ui/icons.tsx'
import { eventWords } from './event-text.ts'
import { StrangerText } from './user-text.tsx'

/** What somebody said, sent or filled in. Everything in it is a stranger's: text, never markup. */
export function EventContent({ event }: { event: ChatEvent }) {
  switch (event.type) {
    case 'message':
      return <StrangerText text={event.text || 'Sent an empty message'} />
    case 'file':
      return <FileContent event={event} />
    case 'form':
      return <Form words={eventWords(event)} fields={event.fields} tell={choicesOf} />
    case 'filled_form':
      return <Form words={eventWords(event)} fields={event.fields} tell={answersOf} />
    case 'rich_message':
      return <Cards cards={event.cards} words={eventWords(event)} />
    default:
      return <p className="stranger-text">{eventWords(event)}</p>
  }
}

type FileEvent = Extract<ChatEvent, { type: 'file' }>

function FileContent({ event }: { event: FileEvent }) {
  const [broken, setBroken] = useState(false)
  const picture = event.contentType.startsWith('image/') && (event.thumbnailUrl ?? event.url)
  const name = cut(event.name, 120) || 'File'
  const alternative = cut(event.alternativeText, 300)
  const size = event.size === undefined ? '' : fileSize(event.size)
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
          {size && ` · ${size}`}
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
        <p className="file-about">{[alternative, size].filter(Boolean).join(' · ') || 'File'}</p>
      </div>
    </div>
  )
}

const fieldsShown = 30

interface FormProps {
  words: string
  fields: FormField[]
  /** What stands beside a question. */
  tell: (field: FormField) => string
}

function Form({ words, fields, tell }: FormProps) {
  return (
    <>
      <p className="event-kind">{words}</p>
      <dl className="form-answers">
        {withKeys(fields.slice(0, fieldsShown), (field) => field.label).map(([key, field]) => (
          <div key={key}>
            <dt dir="auto">{cut(field.label, 200) || 'Question'}</dt>
            <dd dir="auto">{tell(field)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const answersOf = ({ answers }: FormField) => listed(answers) || '–'

const choicesOf = ({ options }: FormField) =>
  options.length > 0 ? `Choices: ${listed(options)}` : 'Not filled in'

function listed(words: readonly string[]): string {
  return words.map((one) => cut(one, 500)).join(', ')
}

const cardsShown = 10

function Cards({ cards, words }: { cards: RichCard[]; words: string }) {
  if (cards.length === 0) return <p className="event-kind">{words}</p>
  return (
    <ul className="cards" aria-label={words} ref={reachByTab}>
      {withKeys(cards.slice(0, cardsShown), (card) => card.title).map(([key, card]) => (
        <li key={key} className="card">
          <CardPicture card={card} />
          {card.title && (
            <p className="card-title" dir="auto">
              {cut(card.title, 200)}
            </p>
          )}
          {card.subtitle && <p dir="auto">{cut(card.subtitle, 500)}</p>}
          {card.buttons.length > 0 && (
            <ul className="card-buttons" aria-label="Buttons the customer sees">
              {withKeys(card.buttons.slice(0, 13), (one) => one).map(([buttonKey, button]) => (
                <li key={buttonKey} dir="auto">
                  {cut(button, 80)}
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
  if (!card.imageUrl || broken) return null
  return (
    <img
      src={card.imageUrl}
      alt={cut(card.imageAlternative, 200)}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  )
}
