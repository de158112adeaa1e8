import type { Tx } from '../../../../platform/db/public.ts'
import { schemesOf } from '../../../policy/public.ts'
import type { CheckAsk, CheckSubject, Finding } from '../../../record/public.ts'
import { failed, passed, unavailable } from '../../../record/public.ts'
import { sayNotSeen, sayUnknown } from '../check-words.ts'
import type { Coverage } from '../covers.ts'
import { gatherPast } from '../gather.ts'
import { historyTerms } from '../terms.ts'

/** What every check of the past looks at: the county's terms, and everybody's past in one view. */
export async function viewOf(ask: CheckAsk) {
  const { tx, groupId, subjects, today, parameters } = ask
  const terms = historyTerms(parameters, { schemes: await schemesOf(tx), on: today })
  const past = await gatherOnce(tx, ask, () =>
    gatherPast(tx, { personIds: subjects.flatMap((subject) => subject.personId ?? []), groupId, terms, today }),
  )
  return { terms, pastOf: (subject: CheckSubject) => past(subject.personId ?? ''), days: { today, since: terms.since } }
}

type Past = Awaited<ReturnType<typeof gatherPast>>

/** Checks of one run ask about the same people in one transaction: what is known of them is read once. */
const gathered = new WeakMap<Tx, { subjects: readonly CheckSubject[]; groupId: string; past: Promise<Past> }>()

function gatherOnce(tx: Tx, { subjects, groupId }: CheckAsk, gather: () => Promise<Past>): Promise<Past> {
  const before = gathered.get(tx)
  const isSame =
    before?.groupId === groupId &&
    before.subjects.length === subjects.length &&
    before.subjects.every((subject, at) => subject === subjects[at])
  if (isSame) return before.past
  const past = gather()
  gathered.set(tx, { subjects, groupId, past })
  return past
}

export const notApplicable = (subjectId: string, sentence: Finding['sentence']): Finding => ({
  subjectId,
  outcome: 'not-applicable',
  sentence,
})

/** Nothing was found: a pass where everything is known, else not known. */
export function whereNothingIs(subjectId: string, coverage: Coverage): Finding {
  return coverage.kind === 'known'
    ? passed(subjectId, sayNotSeen(coverage))
    : unavailable(subjectId, sayUnknown(coverage))
}

export { failed, unavailable }
