import {
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useGo,
  useTell,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { classChoices, draftClass } from './contract.ts'
import { PlanForm } from './PlanForm.tsx'
import { pageWords } from './page-words.ts'
import type { PlanGiven } from './plan-given.ts'

/** What most classes are; the rest is the provider's to fill in. */
const USUAL: PlanGiven = {
  number: null,
  kind: 'EMPLOYMENT_SKILLS',
  occupationId: null,
  level: null,
  certificateKind: 'SKILL_LEVEL',
  siteId: null,
  roomId: null,
  instructorId: null,
  startsOn: null,
  endsOn: null,
  theoryHours: null,
  practiceHours: null,
  capacity: null,
  payee: 'person',
  fund: 'EMPLOYMENT_SUBSIDY_FUND',
}

/** A provider plans a class; saved as a draft, it goes on to its timetable and roster. */
export default function NewClassPage() {
  const say = useWords(pageWords)
  const go = useGo()
  const tell = useTell()
  const choices = useCall(classChoices)
  const drafting = useAct(draftClass)
  return (
    <PageFrame title={say.newClass} crumbs={[{ label: say.classes, to: '/classes' }]}>
      <ProblemAlert problem={choices.problem} onRetry={choices.retry} />
      {choices.loading ? <Waiting /> : null}
      {choices.data ? (
        <PlanForm
          initial={USUAL}
          choices={choices.data}
          saveLabel={say.saveDraft}
          busy={drafting.busy}
          problem={drafting.problem}
          onSave={async (plan) => {
            const done = await drafting.act({ body: plan })
            if (!done.ok) return
            tell(pageWords.saved)
            go(`/classes/${done.answer.id}`, { query: { tab: 'timetable' }, replace: true })
          }}
        />
      ) : null}
    </PageFrame>
  )
}
