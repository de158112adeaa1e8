import { Button } from 'antd'
import { ProposeOverride } from '../../../kernel/integrity/overrides/OverrideForm.tsx'
import {
  CheckList,
  type CheckRow,
  GoLink,
  localTime,
  ProblemAlert,
  RunningText,
  SentenceText,
  useAct,
  useCall,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import type { ClassStatus } from '../classes/states.ts'
import { type CheckAnswer, checkClass, classChecksOf } from './contract.ts'
import { proposeOverride } from '../../../kernel/integrity/overrides/contract.ts'
import './checks.css'
import { type CheckGroup, grouped } from './grouped.ts'
import { pageWords } from './page-words.ts'

/** Of a check about people, so many are told by name before the rest is only counted. */
const TOLD = 10

/** Where a piece of evidence can be looked at. */
function addressOfEvidence(kind: string, id: string): string {
  return kind === 'class' ? `/classes/${id}` : kind === 'agreement' ? `/agreements/${id}` : `/trail/${kind}/${id}`
}

function Evidence({ answers }: { answers: readonly CheckAnswer[] }) {
  const links = new Map(answers.flatMap((answer) => answer.evidence).map((each) => [`${each.kind} ${each.id}`, each]))
  return [...links].map(([key, { kind, id, label }]) =>
    kind !== null && id !== null ? (
      <GoLink key={key} to={addressOfEvidence(kind, id)}>
        <SentenceText sentence={label} />
      </GoLink>
    ) : (
      <span key={key}>
        <SentenceText sentence={label} />
      </span>
    ),
  )
}

function Reason({ group }: { group: CheckGroup }) {
  const say = useWords(pageWords)
  const aboutPeople = group.all.some((answer) => answer.who !== null)
  if (group.told.length === 0)
    return aboutPeople ? say.everybody(group.all.length) : <SentenceText sentence={group.all[0]!.sentence} />
  // The same said of everybody (a register that cannot be asked) is said once.
  const same =
    aboutPeople &&
    group.told.length > 1 &&
    group.told.every((answer) => answer.sentence.zh === group.told[0]!.sentence.zh)
  if (same) {
    return (
      <>
        {say.some(group.told.length, group.all.length)}: <SentenceText sentence={group.told[0]!.sentence} />
      </>
    )
  }
  return (
    <>
      {group.told.slice(0, TOLD).map((answer) => (
        <div key={answer.id}>
          {answer.who ? (
            <>
              <SentenceText sentence={answer.who} />:{' '}
            </>
          ) : null}
          <SentenceText sentence={answer.sentence} />
        </div>
      ))}
      {group.told.length > TOLD ? <div>{say.more(group.told.length - TOLD)}</div> : null}
    </>
  )
}

/** A group of answers as a row of the list of checks. */
export function rowOf(group: CheckGroup): CheckRow {
  const shown = group.told.length > 0 ? group.told : group.all.slice(0, 1)
  const hasEvidence = shown.some((answer) => answer.evidence.length > 0)
  return {
    key: group.checkId,
    outcome: group.outcome,
    title: (
      <>
        {group.checkId} <SentenceText sentence={group.title} />
      </>
    ),
    reason: <Reason group={group} />,
    clause: group.basis.zh ? <SentenceText sentence={group.basis} /> : null,
    ...(hasEvidence ? { evidence: <Evidence answers={shown} /> } : {}),
  }
}

/** Before a class is on file the bureau can ask the checks; a refused submission keeps no answers. */
function CheckNow({ classId, status }: { classId: string; status: ClassStatus }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const checking = useAct(checkClass)
  if (!['draft', 'submitted', 'returned'].includes(status) || !may(checkClass.may)) return null
  return (
    <>
      <Button loading={checking.busy} onClick={() => void checking.act({ params: { classId } })}>
        {say.checkNow}
      </Button>
      <ProblemAlert problem={checking.problem} takesFocus />
    </>
  )
}

/** What stands in the way and could be let go by two people, one line each. */
function Liftable({ answers }: { answers: readonly CheckAnswer[] }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const failed = answers.filter((answer) => answer.liftable)
  if (failed.length === 0 || !may(proposeOverride.may)) return null
  return (
    <>
      <h3>{say.liftable}</h3>
      <ul className="checks-liftable">
        {failed.map(({ id, checkId, title, who, sentence }) => (
          <li key={id}>
            <span>
              {checkId} {who ? <SentenceText sentence={who} /> : null} <SentenceText sentence={sentence} />
            </span>
            <ProposeOverride answer={{ resultId: id, checkId, title, found: sentence, who }} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the checks answered about a class when it was last submitted or approved. */
export function ChecksPanel({ classId, status }: { classId: string; status: ClassStatus }) {
  const say = useWords(pageWords)
  const checks = useCall(classChecksOf, { params: { classId } })
  const { data } = checks
  return (
    <>
      <ProblemAlert problem={checks.problem} onRetry={checks.retry} />
      {checks.loading ? <Waiting /> : null}
      {data && data.ranAt === null ? <p>{say.notYet}</p> : null}
      <CheckNow classId={classId} status={status} />
      {data && data.ranAt !== null ? (
        <>
          <p className="sj-meta">
            <RunningText>{say.ranAt(localTime(data.ranAt))}</RunningText> ·{' '}
            {say.counts(data.counts.passed, data.counts.failed, data.counts.unavailable)}
          </p>
          <CheckList checks={grouped(data.answers).map(rowOf)} open={data.counts.tone === 'good'} />
          <Liftable answers={data.answers} />
        </>
      ) : null}
    </>
  )
}
