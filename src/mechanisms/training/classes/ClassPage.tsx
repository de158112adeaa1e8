import { Button, Tabs } from 'antd'
import { Suspense, useState } from 'react'
import type { ProblemDocument } from '../../../platform/contract/public.ts'
import {
  Callout,
  GoLink,
  Modal,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useFilters,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { FindingsPanel } from '../../../kernel/integrity/findings/FindingsPanel.tsx'
import { ClassArchiveButton } from '../../../kernel/record/archive/ArchivePanel.tsx'
import { PrintButton } from '../../../kernel/record/paper/PaperPanel.tsx'
import { ChecksPanel } from '../filing/ChecksPanel.tsx'
import { submitClass } from '../filing/contract.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { hoursLeft } from '../timetable/pattern.ts'
import { TimetablePanel } from '../timetable/TimetablePanel.tsx'
import { getClass, type TrainingClass } from './contract.ts'
import { HistoryPanel } from './HistoryPanel.tsx'
import { PANELS } from './panels.ts'
import { PlanPanel } from './PlanPanel.tsx'
import { pageWords } from './page-words.ts'
import { actsFor, STATUS_TONE, STATUS_WORDS } from './states.ts'

/** What was said when the class was returned, until it is submitted again. */
function Returned({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const returned =
    trainingClass.status === 'returned' ? trainingClass.events.find((event) => event.status === 'returned') : undefined
  if (!returned) return null
  return (
    <Callout tone="attention" title={say.returnedTitle}>
      <ul className="class-reasons">
        {returned.reasons.map((reason) => (
          <li key={reason.zh}>
            <SentenceText sentence={reason} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** What a draft still lacks before it can be submitted. */
function NextSteps({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const { theory, practice } = hoursLeft(
    trainingClass,
    trainingClass.sessions.map((session) => ({ ...session, day: civilDate(session.day) })),
  )
  const timetable =
    trainingClass.sessions.length === 0
      ? say.nextSteps.timetable
      : theory !== 0 || practice !== 0
        ? say.nextSteps.hours
        : null
  const lacks = [
    ...(timetable ? [{ tab: 'timetable', label: timetable }] : []),
    ...(trainingClass.roster === null ? [{ tab: 'roster', label: say.nextSteps.roster }] : []),
  ]
  if (lacks.length === 0) return null
  return (
    <Callout
      tone="now"
      title={say.nextSteps.title}
      evidence={lacks.map(({ tab, label }) => (
        <GoLink key={tab} to={`/classes/${trainingClass.id}`} query={{ tab }}>
          {label}
        </GoLink>
      ))}
    />
  )
}

/** What a plan that was changed under its roster has done to it: what must be uploaded again, and who no longer passes. */
function RosterUnderChange({ trainingClass: { id, roster, status } }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords).rosterUnderChange
  if (!roster || roster.stopped === null || status === 'filed' || status === 'completed') return null
  const { stopped } = roster
  const stands = roster.disowned.length === 0 && stopped === 0
  return (
    <Callout
      tone={stands ? 'now' : 'attention'}
      title={roster.disowned.length > 0 ? say.disowned : say.changed}
      evidence={
        stands ? undefined : (
          <GoLink to={`/classes/${id}`} query={{ tab: 'roster' }}>
            {say.look}
          </GoLink>
        )
      }
    >
      <ul className="class-reasons">
        {[...roster.disowned, ...roster.changed].map((sentence) => (
          <li key={sentence.zh}>
            <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
      <p>{stopped > 0 ? say.stopped(stopped, roster.people) : say.allStand(roster.people)}</p>
    </Callout>
  )
}

/** Submitting, asked once more; what the checks have against it is listed in full. */
function Submit({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const submitting = useAct(submitClass)
  const [asking, setAsking] = useState(false)
  async function submit() {
    const done = await submitting.act({ params: { classId: trainingClass.id } })
    if (!done.ok) return
    setAsking(false)
    tell(pageWords.submitted)
  }
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {say.submit}
      </Button>
      <Modal
        open={asking}
        title={say.submit}
        okText={say.submit}
        cancelText={say.cancel}
        confirmLoading={submitting.busy}
        width={680}
        onOk={() => void submit()}
        onCancel={() => {
          setAsking(false)
          submitting.forget()
        }}
      >
        <p>{say.submitAsk}</p>
        <ProblemAlert problem={submitting.problem && withCheckIdsOnly(submitting.problem)} takesFocus />
      </Modal>
    </>
  )
}

/** Items stand under the check they come from; what is merely missing says so itself. */
function withCheckIdsOnly(problem: ProblemDocument): ProblemDocument {
  return {
    ...problem,
    items: problem.items.map((item) => ({ ...item, at: /^[A-Z]\d+$/.test(item.at) ? item.at : '' })),
  }
}

function ClassTabs({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const { filters, set } = useFilters({ tab: 'plan' })
  const { status, id } = trainingClass
  const editable = actsFor(status, may).includes('change')
  const tabs = [
    { key: 'plan', label: say.tabs.plan, children: <PlanPanel trainingClass={trainingClass} editable={editable} /> },
    {
      key: 'timetable',
      label: say.tabs.timetable,
      children: <TimetablePanel trainingClass={trainingClass} editable={editable} />,
    },
    ...PANELS.filter((panel) => panel.shownIn.includes(status) && (!panel.may || may(panel.may))).map((panel) => ({
      key: panel.key,
      label: panel.title[locale],
      children: (
        <Suspense fallback={<Waiting />}>
          <panel.component classId={id} editable={panel.editableIn.includes(status)} />
        </Suspense>
      ),
    })),
    { key: 'checks', label: say.tabs.checks, children: <ChecksPanel classId={id} status={status} /> },
    { key: 'history', label: say.tabs.history, children: <HistoryPanel events={trainingClass.events} /> },
  ]
  return <Tabs activeKey={filters.tab} onChange={(tab) => set({ tab })} items={tabs} destroyOnHidden={false} />
}

/** One class: its plan, timetable, roster, what the checks said and what happened to it. */
export default function ClassPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const { classId } = usePageParams<'classId'>()
  const reading = useCall(getClass, { params: { classId } })
  const trainingClass = reading.data?.id === classId ? reading.data : undefined
  const crumbs = [{ label: say.classes, to: '/classes' }]
  if (!trainingClass) {
    return (
      <PageFrame title={say.classes} crumbs={crumbs}>
        <ProblemAlert problem={reading.problem} onRetry={reading.retry} />
        {reading.problem ? null : <Waiting />}
      </PageFrame>
    )
  }
  const acts = actsFor(trainingClass.status, may)
  return (
    <PageFrame
      key={classId}
      title={trainingClass.title[locale]}
      crumbs={crumbs}
      meta={
        <>
          <StateTag tone={STATUS_TONE[trainingClass.status]}>
            <SentenceText sentence={STATUS_WORDS[trainingClass.status]} />
          </StateTag>{' '}
          {[
            trainingClass.filingNumber,
            trainingClass.provider.name,
            trainingClass.site.name,
            `${trainingClass.startsOn} – ${trainingClass.endsOn}`,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </>
      }
      actions={
        <>
          {may('trail.read') ? (
            <GoLink className="sj-button" to={`/trail/class/${classId}`}>
              {say.trail}
            </GoLink>
          ) : null}
          <PrintButton kind="class" subjectId={classId} form="class-file" label={say.printFile} size="middle" />
          <ClassArchiveButton classId={classId} />
          {acts.includes('approve') ? (
            <GoLink className="sj-button" to="/classes/queue" query={{ open: classId }}>
              {say.review}
            </GoLink>
          ) : null}
          {acts.includes('submit') ? <Submit trainingClass={trainingClass} /> : null}
        </>
      }
    >
      <Returned trainingClass={trainingClass} />
      <RosterUnderChange trainingClass={trainingClass} />
      {acts.includes('submit') ? <NextSteps trainingClass={trainingClass} /> : null}
      <ClassTabs trainingClass={trainingClass} />
      <FindingsPanel kind="class" subjectId={trainingClass.id} />
    </PageFrame>
  )
}
