import { RunningText, StateTag, type Tone, useLocale, useWords, Yuan } from '../../../../../platform/ui/public.ts'
import { citation } from '../../../packs/clause.ts'
import type { Answer } from '../../../deciding/decide.ts'
import { explain } from '../../../deciding/explain.ts'
import type { Trace } from '../../../deciding/trace.ts'
import { words } from './words.ts'

const TONES: Record<Answer['kind'], Tone> = {
  eligible: 'good',
  ineligible: 'refused',
  unknown: 'attention',
  notApplicable: 'plain',
}
const VERDICT_TONES = { true: 'good', false: 'refused', unknown: 'attention' } as const

/** An answer with why: its sentences, every condition with its clause, every step of the amount. */
export function AnswerView({ answer }: { answer: Answer }) {
  const say = useWords(words)
  const locale = useLocale()
  const { trace } = answer
  return (
    <div aria-live="polite">
      <p className="sj-editor-answer">
        <StateTag tone={TONES[answer.kind]}>{say.kinds[answer.kind]}</StateTag>
        {answer.kind === 'eligible' ? <Yuan fen={answer.effectiveFen.toString()} unit /> : null}
      </p>
      <ul className="sj-editor-explained">
        {explain(answer, locale).map((line, at) => (
          <li key={at}>
            <RunningText>{line}</RunningText>
          </li>
        ))}
      </ul>
      {trace.amount.length > 0 ? (
        <>
          <h3>{say.steps}</h3>
          <table className="sj-editor-steps">
            <tbody>
              {trace.amount.map(({ id, label, fen, cite, how, skipped }) => (
                <tr key={id} data-skipped={skipped}>
                  <th scope="row">{label[locale]}</th>
                  <td>{how?.[locale] ?? ''}</td>
                  <td>{clauseOf(trace, cite, locale)}</td>
                  <td className="sj-num">
                    <Yuan fen={fen.toString()} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row" colSpan={3}>
                  {say.total}
                </th>
                <td className="sj-num">
                  <b>
                    <Yuan fen={trace.totalFen.toString()} />
                  </b>
                </td>
              </tr>
            </tbody>
          </table>
        </>
      ) : null}
      <details>
        <summary>{say.each}</summary>
        <ul className="sj-editor-verdicts">
          {[...trace.scope, ...trace.conditions].map(({ id, verdict, label, sentence, cite }) => (
            <li key={id}>
              <StateTag tone={VERDICT_TONES[verdict]}>{say.verdicts[verdict]}</StateTag> <b>{label[locale]}</b>{' '}
              <RunningText>{sentence[locale]}</RunningText>{' '}
              <small className="sj-meta">{clauseOf(trace, cite, locale)}</small>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function clauseOf({ clauses }: Trace, cite: string, locale: 'zh' | 'en'): string {
  const clause = clauses[cite]
  return clause ? citation(clause)[locale] : ''
}
