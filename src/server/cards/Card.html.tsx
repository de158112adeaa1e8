import { readFileSync } from 'node:fs'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Locale, say, type Sentence } from '../../platform/contract/public.ts'
import { qrPath } from '../../platform/paper/public.ts'
import { type Card, type Drawing, partsOf } from './card.ts'
import { words } from './words.ts'

/** Inside every card; its hash is what lets a browser use it. */
export const CARD_STYLE = readFileSync(new URL('./card.css', import.meta.url), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')

/** Where a card was opened; without it the card is as it lies in docs/cards: no QR, no telephone. */
export type Place = {
  readonly bureau: string
  readonly phone: string
  /** The whole address that the QR leads to. */
  readonly address: string
}

type Shown = { readonly card: Card; readonly locale: Locale; readonly place: Place | null }

function Said({ sentence, card, locale }: { sentence: Sentence } & Omit<Shown, 'place'>) {
  return partsOf(sentence, card, locale).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence keep their order
      <b className={part.as} key={at}>
        {part.words[locale]}
      </b>
    ),
  )
}

function Drawn({ drawing, card, locale }: { drawing: Drawing } & Omit<Shown, 'place'>) {
  const { on, title, lines, buttons, caption } = drawing
  return (
    <figure className={on}>
      <div>
        <strong>{card.names[title]!.words[locale]}</strong>
        {lines.map((line) => (
          <p key={line.en}>{line[locale]}</p>
        ))}
        {buttons.length > 0 ? (
          <p className="press">
            {buttons.map((each) => (
              <b className="button" key={each}>
                {card.names[each]!.words[locale]}
              </b>
            ))}
          </p>
        ) : null}
      </div>
      <figcaption>{caption[locale]}</figcaption>
    </figure>
  )
}

function Qr({ locale, place }: Omit<Shown, 'card'>) {
  if (!place)
    return (
      <div className="qr">
        <span className="empty">{words.noQr[locale]}</span>
      </div>
    )
  const { size, path } = qrPath(place.address)
  return (
    <div className="qr">
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={place.address}>
        <path d={path} />
      </svg>
      {words.scan[locale]}
      <br />
      {place.address.replace(/^https?:\/\//, '')}
    </div>
  )
}

function Sheet({ card, locale, place }: Shown) {
  const list = (sentences: readonly Sentence[], className?: string) => (
    <ul className={className}>
      {sentences.map((sentence) => (
        <li key={sentence.en}>
          <Said sentence={sentence} card={card} locale={locale} />
        </li>
      ))}
    </ul>
  )
  return (
    <article className="card" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <div>
          <h1>
            <small>
              {words.title[locale]}
              {place ? ` · ${place.bureau}` : ''}
            </small>
            {card.who[locale]}
          </h1>
          <p className="purpose">
            <Said sentence={card.purpose} card={card} locale={locale} />
          </p>
        </div>
        <Qr locale={locale} place={place} />
      </header>
      <section>
        <h2>{words.steps[locale]}</h2>
        <ol>
          {card.steps.map((step) => (
            <li key={step.en}>
              <Said sentence={step} card={card} locale={locale} />
            </li>
          ))}
        </ol>
      </section>
      <div className="drawn">
        {card.drawings.map((drawing) => (
          <Drawn key={drawing.caption.en} drawing={drawing} card={card} locale={locale} />
        ))}
      </div>
      <section>
        <h2>{words.refused[locale]}</h2>
        <table>
          <tbody>
            {card.refused.map(({ when, then }) => (
              <tr key={when.en}>
                <td>{when[locale]}</td>
                <td>
                  <Said sentence={then} card={card} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="two">
        <section>
          <h2>{words.bring[locale]}</h2>
          {list(card.bring)}
        </section>
        <section>
          <h2>{words.never[locale]}</h2>
          {list(card.never, 'never')}
        </section>
      </div>
      <section>
        <h2>{words.ask[locale]}</h2>
        <p className="ask">
          <Said sentence={card.ask} card={card} locale={locale} />
        </p>
        <p className="phone-no">
          {words.phone[locale]} {place ? place.phone : words.blank[locale]}
        </p>
      </section>
      <footer>
        <span>{words.foot[locale]}</span>
        <span>{place ? place.bureau : '山匠 Shanjiang'}</span>
      </footer>
    </article>
  )
}

/** A card as it lies in docs/cards: to be opened from a disk and printed. */
export function cardFile(card: Card, locale: Locale): string {
  return documentOf(locale, say(words.titleOf(card.who[locale]), locale), <Sheet {...{ card, locale, place: null }} />)
}

type Link = { readonly href: string; readonly label: string }

/** A card of a running county, with what stands around it on the screen and is not printed. */
export function cardPage({ card, locale, place, links }: Shown & { links: readonly Link[] }): string {
  return documentOf(
    locale,
    say(words.titleOf(card.who[locale]), locale),
    <>
      <script src="/paper/print.js" defer />
      <nav className="chrome">
        <b>{words.titleOf(card.who[locale])[locale]}</b>
        {links.map(({ href, label }) => (
          <a href={href} key={href}>
            {label}
          </a>
        ))}
        <button type="button" data-print hidden>
          {words.print[locale]}
        </button>
      </nav>
      <Sheet card={card} locale={locale} place={place} />
    </>,
  )
}

/** All cards, and first one's own. */
export function cardList(locale: Locale, cards: readonly Link[], other: Link, title: Sentence = words.all): string {
  return documentOf(
    locale,
    title[locale],
    <main className="list">
      <h1>{title[locale]}</h1>
      <p>{words.allLead[locale]}</p>
      <ul>
        {cards.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={other.href}>{other.label}</a>
      </p>
    </main>,
  )
}

function documentOf(locale: Locale, title: string, body: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{CARD_STYLE}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`
}
