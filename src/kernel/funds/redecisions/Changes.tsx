import { SentenceText, useWords, yuanText } from '../../../platform/ui/public.ts'
import type { Change } from './contract.ts'
import { pageWords } from './page-words.ts'

/** What is otherwise in a decision than in the one before: each with what it was and is, and by which clause. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const say = useWords(pageWords)
  if (changes.length === 0) return <p className="sj-meta">{say.noChange}</p>
  return (
    <ul className="anew-changes">
      {changes.map(({ kind, id, label, was, now, clause }) => (
        <li key={`${kind} ${id}`}>
          {say.kinds[kind]} <SentenceText sentence={label} />: {was ? <SentenceText sentence={was} /> : say.nothing} →{' '}
          {now ? <SentenceText sentence={now} /> : say.nothing}
          {clause ? (
            <small className="sj-meta">
              {' '}
              · <SentenceText sentence={clause} />
            </small>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** A difference with its sign: +500.00, −300.00. */
export function Signed({ fen }: { fen: string }) {
  const text = fen.startsWith('-') ? `−${yuanText(fen.slice(1))}` : fen === '0' ? yuanText(fen) : `+${yuanText(fen)}`
  return <span className="sj-num">{text}</span>
}
