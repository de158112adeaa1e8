import { readFileSync } from 'node:fs'
import { create } from 'qrcode'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Page } from './layout.ts'
import type { Block, Cell, GridRow } from './sheet.ts'

/** Inside every paper; its hash is what lets a browser use it. */
export const PAPER_STYLE = readFileSync(new URL('./paper.css', import.meta.url), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')

/** What names a printed paper: on its first page as a QR with its code beside it, on every page in small print. */
export type Named = { readonly code: string; readonly address: string }

/** A page with what is printed around it. */
export type PrintedPage = {
  readonly page: Page
  /** Null where the content has not been given a code: it is no official paper then, and says so. */
  readonly named: Named | null
  /** In the language of the form: 第 1 页 共 2 页. */
  readonly number: string
  readonly left: string
  readonly right: string
}

/** What stands around the pages on the screen, in the reader's language; none of it is printed. */
export type Chrome = {
  readonly locale: 'zh' | 'en'
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly print: string
  readonly notes: readonly string[]
}

/** The squares of a QR code as one path, a module to a unit. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  return { size, path }
}

function Qr({ named }: { named: Named }) {
  const { size, path } = qrPath(named.address)
  return (
    <div className="qr">
      <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={named.code}>
        <path d={path} />
      </svg>
      <span>{named.code}</span>
    </div>
  )
}

function CellOf({ cell, head }: { cell: Cell; head: boolean }) {
  const { text, span, down, align, head: label, foot } = typeof cell === 'string' ? ({ text: cell } as const) : cell
  const Tag = head || label ? 'th' : 'td'
  return (
    <Tag colSpan={span} rowSpan={down} className={align}>
      {text}
      {foot === undefined ? null : <div className="foot">{foot}</div>}
    </Tag>
  )
}

/** A length as an attribute takes it: of inline styles the browser is told to use none. 96 pixels are an inch, on paper too. */
const pixels = (mm: number): string => String(Math.round((mm * 96 * 100) / 25.4) / 100)

function Rows({ rows, head = false }: { rows: readonly GridRow[]; head?: boolean }) {
  return rows.map((row, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a printed row never moves
    <tr key={at} {...(row.atLeastMm === undefined ? {} : { height: pixels(row.atLeastMm) })}>
      {row.cells.map((cell, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed cell never moves
        <CellOf key={nth} cell={cell} head={head} />
      ))}
    </tr>
  ))
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === 'text')
    return block.lines.map((line) =>
      block.style === 'heading' ? (
        <h2 key={line}>{line}</h2>
      ) : (
        <p key={line} className={block.style}>
          {line}
        </p>
      ),
    )
  if (block.kind === 'picture') return <img src={block.source} alt={block.alt} />
  if (block.kind === 'signatures')
    return (
      <div className="signatures">
        {block.signs.map((sign) => (
          <span key={sign}>{sign}</span>
        ))}
        {block.seal === null ? null : <span className="seal">{block.seal}</span>}
      </div>
    )
  const whole = block.widthsMm.reduce((sum, each) => sum + each, 0)
  return (
    <table className={block.small ? 'small' : undefined} width={pixels(whole)}>
      <colgroup>
        {block.widthsMm.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed column never moves
          <col key={at} width={pixels(width)} />
        ))}
      </colgroup>
      {block.head.length > 0 ? (
        <thead>
          <Rows rows={block.head} head />
        </thead>
      ) : null}
      <tbody>
        <Rows rows={block.rows} />
      </tbody>
    </table>
  )
}

function PageOf({ page, named, number, left, right }: PrintedPage) {
  return (
    <section className={`a4 ${page.orientation}`} lang="zh-CN">
      {page.again ? (
        <p className="again">
          {page.title}
          {page.title ? '（续）' : ''}
        </p>
      ) : (
        <>
          {page.number === null ? null : <p className="number">{page.number}</p>}
          {named ? <Qr named={named} /> : null}
          {page.title ? (
            <h1>
              {page.title}
              <small lang="en">{page.english}</small>
            </h1>
          ) : null}
          {page.lead ? (
            <p className="lead">
              <span>{page.lead[0]}</span>
              <span>{page.lead[1]}</span>
            </p>
          ) : null}
        </>
      )}
      {page.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed block never moves
        <BlockOf key={at} block={block} />
      ))}
      <footer>
        <span>{left}</span>
        <span>{number}</span>
        <span>{right}</span>
      </footer>
    </section>
  )
}

/** A whole document: one request, no script needed; the button that prints appears where scripts run. */
export function paperDocument(chrome: Chrome, pages: readonly PrintedPage[]): string {
  return documentOf(
    chrome,
    <>
      <script src="/paper/print.js" defer />
      <nav className="chrome">
        <a href={chrome.back.href}>{chrome.back.label}</a>
        <b>{chrome.title}</b>
        <button type="button" data-print hidden>
          {chrome.print}
        </button>
      </nav>
      {chrome.notes.map((note) => (
        <p className="chrome" key={note}>
          {note}
        </p>
      ))}
      {pages.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are in their order
        <PageOf key={at} {...each} />
      ))}
    </>,
  )
}

/** The same pages as a document that is kept: no script, nothing that asks a server. */
export function keptPaper(title: string, back: Chrome['back'], pages: readonly PrintedPage[]): string {
  return documentOf(
    { locale: 'zh', title },
    <>
      <nav className="chrome">
        <a href={back.href}>{back.label}</a>
        <b>{title}</b>
      </nav>
      {pages.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are in their order
        <PageOf key={at} {...each} />
      ))}
    </>,
  )
}

type Note = Pick<Chrome, 'locale' | 'title'> & {
  readonly sentences?: readonly string[]
  readonly link?: { readonly href: string; readonly label: string }
}

/** A few sentences for whoever opened an address of paper: what it is, or why it cannot be shown. */
export function paperNote({ locale, title, sentences = [], link }: Note): string {
  return documentOf(
    { locale, title },
    <main>
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {link ? (
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
      ) : null}
    </main>,
  )
}

function documentOf({ locale, title }: Pick<Chrome, 'locale' | 'title'>, body: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{PAPER_STYLE}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`
}

/** The whole of the script: it shows the button that prints, and prints. */
export const PRINT_SCRIPT =
  'for(const b of document.querySelectorAll("[data-print]")){b.hidden=false;b.addEventListener("click",()=>print())}'
