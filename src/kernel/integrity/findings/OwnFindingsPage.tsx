import { Letters, PageFrame, SentenceText, StateTag, useListing, useWords } from '../../../platform/ui/public.ts'
import { listOwnFindings, type OwnFinding } from './contract.ts'
import './findings.css'
import { pageWords } from './page-words.ts'
import { STATE_TONES } from './tones.ts'
import { words } from './words.ts'

/** What did the auditor tell us, and what is asked of us by when? */
export default function OwnFindingsPage() {
  const say = useWords(pageWords)
  const list = useListing(listOwnFindings)
  return (
    <PageFrame title={say.ownTitle} meta={say.ownMeta}>
      <Letters listing={list} empty={say.ownNone}>
        {(row) => <Own row={row} />}
      </Letters>
    </PageFrame>
  )
}

function Own({ row }: { row: OwnFinding }) {
  const say = useWords(words)
  return (
    <section>
      <h2>
        {row.number} <StateTag tone={STATE_TONES[row.state]}>{say.states[row.state]}</StateTag>
      </h2>
      <p className="sj-meta">
        <SentenceText sentence={row.subject.title} /> · {say.writtenOn} {row.writtenOn}
      </p>
      <dl className="fd-says">
        <dt>{say.found}</dt>
        <dd>{row.found}</dd>
        <dt>{say.rule}</dt>
        <dd>{row.rule}</dd>
        <dt>{say.remedy}</dt>
        <dd>{row.remedy}</dd>
        <dt>{say.due}</dt>
        <dd className="sj-num">{row.dueOn}</dd>
      </dl>
    </section>
  )
}
