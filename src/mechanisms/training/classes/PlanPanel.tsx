import { ProblemAlert, SentenceText, useAct, useCall, useTell, useWords, Waiting } from '../../../platform/ui/public.ts'
import { changePlan, classChoices, type TrainingClass } from './contract.ts'
import { PlanForm } from './PlanForm.tsx'
import { pageWords } from './page-words.ts'
import './classes.css'

/** The plan of a class: to read, or to change while it is a draft or returned. */
export function PlanPanel({ trainingClass, editable }: { trainingClass: TrainingClass; editable: boolean }) {
  return editable ? <PlanEditor trainingClass={trainingClass} /> : <PlanFacts trainingClass={trainingClass} />
}

function PlanEditor({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const choices = useCall(classChoices)
  const changing = useAct(changePlan)
  const { kind, certificateKind, fund, occupation, site, room, instructor, ...plan } = trainingClass
  if (!choices.data)
    return choices.problem ? <ProblemAlert problem={choices.problem} onRetry={choices.retry} /> : <Waiting />
  return (
    <PlanForm
      initial={{
        ...plan,
        kind: kind.code,
        certificateKind: certificateKind.code,
        fund: fund.code,
        occupationId: occupation.id,
        siteId: site.id,
        roomId: room.id,
        instructorId: instructor.id,
      }}
      choices={choices.data}
      saveLabel={say.savePlan}
      busy={changing.busy}
      problem={changing.problem}
      onSave={async (body) => {
        const done = await changing.act({ params: { classId: trainingClass.id }, body })
        if (done.ok) tell(pageWords.saved)
      }}
    />
  )
}

function PlanFacts({ trainingClass }: { trainingClass: TrainingClass }) {
  const say = useWords(pageWords)
  const c = trainingClass
  const facts = [
    [say.plan.kind, <SentenceText key="kind" sentence={c.kind.name} />],
    [say.plan.occupationId, <SentenceText key="occupation" sentence={c.occupation.name} />],
    [say.plan.level, <SentenceText key="level" sentence={c.levelName} />],
    [say.plan.certificateKind, <SentenceText key="certificate" sentence={c.certificateKind.name} />],
    [say.plan.siteId, c.site.name],
    [say.plan.roomId, c.room.name],
    [say.plan.instructorId, `${c.instructor.maskedName} ${c.instructor.title}`],
    [say.dates, `${c.startsOn} – ${c.endsOn}`],
    [`${say.plan.theoryHours} / ${say.plan.practiceHours}`, `${c.theoryHours} / ${c.practiceHours}`],
    [say.plan.capacity, String(c.capacity)],
    [say.plan.payee, say.payees[c.payee]],
    [say.plan.fund, <SentenceText key="fund" sentence={c.fund.name} />],
  ] as const
  return (
    <dl className="plan-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="sj-num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
