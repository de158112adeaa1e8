import { SentenceText } from '../../../platform/ui/public.ts'
import type { Notice } from './contract.ts'
import './restrictions.css'

/** The notice of a restriction as its person or organisation reads it, on a screen or on paper. */
export function NoticeSheet({ notice }: { notice: Notice }) {
  return (
    <article className="re-notice">
      <h2>
        <SentenceText sentence={notice.title} />
      </h2>
      <p>
        <b>
          <SentenceText sentence={notice.to} />
        </b>
      </p>
      <p>
        <SentenceText sentence={notice.opening} />
      </p>
      <dl>
        {notice.items.map(({ label, value }) => (
          <div key={label.zh}>
            <dt>
              <SentenceText sentence={label} />
            </dt>
            <dd>
              <SentenceText sentence={value} />
            </dd>
          </div>
        ))}
      </dl>
      {notice.closing.map((line) => (
        <p key={line.zh}>
          <SentenceText sentence={line} />
        </p>
      ))}
      <p className="re-given">
        <SentenceText sentence={notice.given} />
      </p>
    </article>
  )
}
