import { Button } from 'antd'
import { useState } from 'react'
import {
  GoLink,
  Instant,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useCall,
  useLocale,
  usePageParams,
  useWords,
  Waiting,
  Who,
} from '../../../platform/ui/public.ts'
import { OpenCaseDialog } from '../cases/OpenCaseDialog.tsx'
import { type Finding, getFinding } from './contract.ts'
import { AnswerDialog, JudgeDialog } from './FindingDialogs.tsx'
import { AddFindingPaper, FindingPaper } from './FindingPapers.tsx'
import './findings.css'
import { pageWords } from './page-words.ts'
import type { StepKind } from './rules.ts'
import { SEVERITY_TONES, STATE_TONES } from './tones.ts'
import { words } from './words.ts'

/** What was found, what is asked by when, what was done about it, and whose turn it is. */
export default function FindingPage() {
  const { findingId } = usePageParams<'findingId'>()
  const say = useWords(words)
  const locale = useLocale()
  const { data, problem, retry } = useCall(getFinding, { params: { findingId } })
  return (
    <PageFrame
      title={data ? words.named(data.number)[locale] : say.title}
      crumbs={[{ label: say.title, to: '/findings' }]}
      actions={data ? <Turn finding={data} /> : null}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={8} /> : null}
      {data ? <Body finding={data} /> : null}
    </PageFrame>
  )
}

function Turn({ finding }: { finding: Finding }) {
  const say = useWords(pageWords)
  const [doing, setDoing] = useState<StepKind | null>(null)
  const [opening, setOpening] = useState(false)
  const done = () => setDoing(null)
  const labels = { answered: say.answer, closed: say.close, 'asked-again': say.askAgain, written: '' }
  return (
    <>
      {finding.next.map((step) => (
        <Button key={step} type={step === 'asked-again' ? 'default' : 'primary'} onClick={() => setDoing(step)}>
          {labels[step]}
        </Button>
      ))}
      {finding.mayOpenCase ? <Button onClick={() => setOpening(true)}>{say.openCase}</Button> : null}
      <Button onClick={() => window.print()}>{say.print}</Button>
      {opening ? <OpenCaseDialog finding={finding} onDone={() => setOpening(false)} /> : null}
      {doing === 'answered' ? <AnswerDialog finding={finding} onDone={done} /> : null}
      {doing === 'closed' || doing === 'asked-again' ? (
        <JudgeDialog finding={finding} outcome={doing} onDone={done} />
      ) : null}
    </>
  )
}

function Body({ finding }: { finding: Finding }) {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const { subject, organisation } = finding
  return (
    <>
      <p>
        <StateTag tone={STATE_TONES[finding.state]}>{say.states[finding.state]}</StateTag>{' '}
        <StateTag tone={SEVERITY_TONES[finding.severity]}>{say.severities[finding.severity]}</StateTag>{' '}
        {finding.overdue ? <StateTag tone="refused">{say.overdue}</StateTag> : null}
      </p>
      <dl className="fd-says">
        <dt>{say.subject}</dt>
        <dd>
          <GoLink to={`/trail/${subject.kind}/${subject.id}`}>
            <SentenceText sentence={subject.title} />
          </GoLink>
        </dd>
        {organisation ? (
          <>
            <dt>{say.organisation}</dt>
            <dd>
              {organisation.name} · {finding.forOrganisation ? say.told : say.notTold}
            </dd>
          </>
        ) : null}
        <dt>{say.found}</dt>
        <dd>{finding.found}</dd>
        <dt>{say.rule}</dt>
        <dd>{finding.rule}</dd>
        <dt>{say.remedy}</dt>
        <dd>{finding.remedy}</dd>
        {finding.asksCase || finding.case ? (
          <>
            <dt>{say.suspicionCase}</dt>
            <dd>
              {finding.case ? (
                <>
                  {say.openedCase} <GoLink to={`/cases/${finding.case.id}`}>{finding.case.number}</GoLink>
                </>
              ) : (
                say.askedForCase
              )}
            </dd>
          </>
        ) : null}
        <dt>{say.due}</dt>
        <dd className="sj-num">{finding.dueOn}</dd>
      </dl>
      <h2>{say.history}</h2>
      <ol className="fd-steps">
        {finding.steps.map((step) => (
          <li key={step.nth}>
            <b>{say.steps[step.what]}</b> <Who by={step.by} />{' '}
            <span className="sj-meta sj-num">
              <Instant at={step.at} /> {step.dueOn ? <span className="fd-due">{say.dueBy(step.dueOn)}</span> : null}
            </span>
            <div>{step.said}</div>
            {step.files.map((file) => (
              <FindingPaper key={file.id} findingId={finding.id} file={file} />
            ))}
          </li>
        ))}
      </ol>
      {finding.mayAddFile ? <AddFindingPaper findingId={finding.id} /> : null}
    </>
  )
}
