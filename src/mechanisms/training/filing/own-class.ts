import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listOrganisationsOf } from '../../../kernel/access/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import type { RosterEntry } from '../rosters/listing.ts'
import { rosterOf, teachersOf } from '../timetable/material.ts'
import { mustDiffer, ownClassReasons } from './rules.ts'
import { type Hand, listDutiesOf } from './store.ts'

/** Everybody who attends or teaches a class: none of them may review it. */
export async function handsOf(tx: Tx, row: ClassRow, roster: readonly RosterEntry[]): Promise<Hand[]> {
  return [
    ...roster.map(({ personId }) => ({ personId, duty: 'trainee' as const })),
    ...(await teachersOf(tx, row)).map((personId) => ({ personId, duty: 'instructor' as const })),
  ]
}

/** What somebody has to do with a class themself, whatever account they use; undefined where nothing. */
export async function partIn(
  tx: Tx,
  row: ClassRow,
  actor: Pick<Actor, 'personId' | 'organisationId'>,
  today: CivilDate,
): Promise<'trainee' | 'instructor' | 'provider' | undefined> {
  const hands = await handsOf(tx, row, await rosterOf(tx, row))
  const hand = hands.find(({ personId }) => personId === actor.personId)
  if (hand) return hand.duty
  const organisations = [actor.organisationId, ...(await listOrganisationsOf(tx, actor.personId, today))]
  return organisations.includes(row.organisationId) ? 'provider' : undefined
}

type Submitted = {
  readonly row: Pick<ClassRow, 'id' | 'organisationId'>
  readonly submission: { readonly id: string; readonly personId: string } | undefined
}

/** Of these submitted classes those that somebody may not review, each with every reason, by class. */
export async function ownClasses(
  tx: Tx,
  submitted: readonly Submitted[],
  actor: Pick<Actor, 'personId' | 'organisationId'>,
  today: CivilDate,
): Promise<Map<string, Sentence>> {
  const organisations = [actor.organisationId, ...(await listOrganisationsOf(tx, actor.personId, today))]
  const duties = await listDutiesOf(
    tx,
    submitted.flatMap(({ submission }) => submission?.id ?? []),
    actor.personId,
  )
  const incompatible = parametersOn(tx.district, today).get('approval.mustDiffer').value
  const county = { submitterMayReview: !mustDiffer(incompatible, 'class.file', 'class.review') }
  const own = new Map<string, Sentence>()
  for (const { row, submission } of submitted) {
    const duty = submission && duties.get(submission.id)
    const part = {
      submitted: submission?.personId === actor.personId,
      attends: duty === 'trainee',
      teaches: duty === 'instructor',
      belongs: organisations.includes(row.organisationId),
    }
    const reasons = ownClassReasons(part, county)
    if (reasons.length > 0) own.set(row.id, joinSentences(reasons))
  }
  return own
}
