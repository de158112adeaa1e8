import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DecideDialog,
  DenseTable,
  Instant,
  ProblemAlert,
  SealedFile,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
} from '../../../platform/ui/public.ts'
import {
  type AmendedSign,
  type Amendment,
  amendmentsOfClass,
  answerAmendment,
  openAmendmentEvidence,
  proposeAmendment,
} from './contract.ts'
import { ProposeDialog } from './ProposeDialog.tsx'
import { words } from './words.ts'
import './amendments.css'

/** Signs of one person with one change are one line: 序号6 沈**(8 次签到)缺勤 → 出勤. */
function changesOf(signs: readonly AmendedSign[]): { key: string; signs: AmendedSign[] }[] {
  const groups = new Map<string, AmendedSign[]>()
  for (const sign of signs) {
    const key = `${sign.seq} ${sign.was} ${sign.becomes}`
    groups.set(key, [...(groups.get(key) ?? []), sign])
  }
  return [...groups].map(([key, own]) => ({ key, signs: own }))
}

export function Changes({ signs }: { signs: readonly AmendedSign[] }) {
  const say = useWords(words)
  return (
    <ul className="amended">
      {changesOf(signs).map(({ key, signs: own }) => {
        const first = own[0]
        return first ? (
          <li key={key} title={own.map(({ day, from }) => `${day} ${from}`).join('、')}>
            {first.seq} {first.maskedName} {say.signs(own.length)}: <b>{say.change(first.was, first.becomes)}</b>
          </li>
        ) : null
      })}
    </ul>
  )
}

/** What was amended of a class's attendance, what waits for its answer, and, for its provider, the next proposal. */
export function AmendmentsPart({ classId }: { classId: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const mayPropose = useViewer().may(proposeAmendment.may)
  const reading = useCall(amendmentsOfClass, { params: { classId } })
  const [proposing, setProposing] = useState(false)
  const [answering, setAnswering] = useState<Amendment | null>(null)
  const columns: Column<Amendment>[] = [
    {
      key: 'what',
      title: say.what,
      wraps: true,
      show: (each) => (
        <>
          <Changes signs={each.signs} />
          {each.reason}
        </>
      ),
    },
    { key: 'evidence', title: say.opening, width: 190, wraps: true, show: (each) => <Evidence amendment={each} /> },
    {
      key: 'by',
      title: say.by,
      width: 180,
      wraps: true,
      show: (each) => (
        <>
          {each.by.post[locale]} <Instant at={each.by.at} />
        </>
      ),
    },
    {
      key: 'state',
      title: say.state,
      width: 240,
      wraps: true,
      show: (each) => <State amendment={each} onAnswer={() => setAnswering(each)} />,
    },
  ]
  const { data } = reading
  return (
    <section aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="sj-meta">{say.explained}</p>
      {mayPropose && data?.mayNot ? (
        <p>
          <SentenceText sentence={data.mayNot} />
        </p>
      ) : null}
      {mayPropose && data && data.mayNot === null ? (
        <p>
          <Button onClick={() => setProposing(true)}>{say.propose}</Button>
        </p>
      ) : null}
      <DenseTable
        label={say.title}
        columns={columns}
        rows={data?.amendments}
        rowKey={(each) => each.id}
        empty={{ sentence: say.empty }}
        problem={reading.problem}
        onRetry={reading.retry}
      />
      {proposing ? <ProposeDialog classId={classId} onDone={() => setProposing(false)} /> : null}
      {answering ? <Answer amendment={answering} onDone={() => setAnswering(null)} /> : null}
    </section>
  )
}

function State({ amendment, onAnswer }: { amendment: Amendment; onAnswer: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const { answer, mayAnswer } = amendment
  if (!answer)
    return (
      <>
        <StateTag tone="attention">{say.waits}</StateTag>{' '}
        {mayAnswer ? (
          <Button size="small" type="primary" onClick={onAnswer}>
            {say.answer}
          </Button>
        ) : null}
      </>
    )
  return (
    <>
      {answer.version === null ? (
        <StateTag tone="plain">{say.declined}</StateTag>
      ) : (
        <StateTag tone="good">{say.confirmedAs(answer.version)}</StateTag>
      )}{' '}
      {answer.by.post[locale]} <Instant at={answer.by.at} />
      {answer.outcome === 'declined' ? ` ${answer.reason}` : ''}
    </>
  )
}

export function Evidence({ amendment: { id, evidence } }: { amendment: Amendment }) {
  const say = useWords(words)
  const opening = useAct(openAmendmentEvidence)
  async function open() {
    const done = await opening.act({ params: { amendmentId: id } })
    return done.ok ? (done.answer as Blob) : undefined
  }
  return (
    <>
      <SealedFile file={evidence} title={say.opening} busy={opening.busy} onOpen={open} />
      <ProblemAlert problem={opening.problem} />
    </>
  )
}

export function Answer({ amendment, onDone }: { amendment: Amendment; onDone: () => void }) {
  const say = useWords(words)
  const tell = useTell()
  const answering = useAct(answerAmendment)
  return (
    <DecideDialog
      title={say.answerTitle}
      say={{ cancel: say.cancel, decline: say.decline, confirm: say.confirm, remark: say.remark }}
      busy={answering.busy}
      problem={answering.problem}
      onCancel={onDone}
      onDecide={(outcome, reason) => {
        void answering.act({ params: { amendmentId: amendment.id }, body: { outcome, reason } }).then((done) => {
          if (!done.ok) return
          tell(words.answered)
          onDone()
        })
      }}
    >
      <Changes signs={amendment.signs} />
      <p>{amendment.reason}</p>
      <Evidence amendment={amendment} />
    </DecideDialog>
  )
}
