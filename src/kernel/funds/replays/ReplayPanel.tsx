import { Button } from 'antd'
import { useState } from 'react'
import {
  ProblemAlert,
  saveFile,
  SentenceText,
  useAct,
  useCall,
  useLocale,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type Replay, replayDecision, takeDecisionFile } from './contract.ts'
import './replays.css'
import { words } from './words.ts'

type OnePerson = { claimId: string; decisionId: string }

/** Deciding again, on being asked: from what was kept, beside what was decided; and the decision as a file. */
export function ReplayPanel(person: OnePerson) {
  const say = useWords(words)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <h3>{say.title}</h3>
      {asked ? <Replayed {...person} /> : <Button onClick={() => setAsked(true)}>{say.ask}</Button>}
    </>
  )
}

function Replayed({ claimId, decisionId }: OnePerson) {
  const say = useWords(words)
  const locale = useLocale()
  const { may } = useViewer()
  const { data, problem, retry } = useCall(replayDecision, { params: { claimId, decisionId } })
  const taking = useAct(takeDecisionFile)
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!data) return <Waiting rows={4} />

  async function take() {
    const done = await taking.act({ params: { claimId, decisionId } })
    if (done.ok) saveFile(done.answer as Blob, `${data?.references[0] ?? decisionId}.json`)
  }

  return (
    <>
      <p role="status">
        <b>{data.same ? say.same : say.differs}</b>
      </p>
      <ul className="replay-lines">
        {data.lines.map(({ id, same, sentence }) => (
          <li key={id} className={same ? '' : 'differs'}>
            <span aria-hidden>{same ? '✓' : '✗'}</span> <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
      {data.references.length > 0 ? (
        <p className="sj-meta">{say.paidUnder(data.references.join(locale === 'zh' ? '、' : ', '))}</p>
      ) : null}
      {data.wouldBe.length > 0 ? <WouldBe wouldBe={data.wouldBe} /> : null}
      {may('timeline.person') ? (
        <>
          <ProblemAlert problem={taking.problem} />
          <Button onClick={() => void take()} loading={taking.busy}>
            {say.take}
          </Button>
          <p className="sj-meta">{say.takeNote}</p>
        </>
      ) : null}
    </>
  )
}

/** One or two facts which would have been enough, and what it would have come to. */
function WouldBe({ wouldBe }: Pick<Replay, 'wouldBe'>) {
  const say = useWords(words)
  return (
    <>
      <h3>{say.wouldBe}</h3>
      <ul className="replay-lines">
        {wouldBe.map((sentence) => (
          <li key={sentence.zh}>
            <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
    </>
  )
}
