import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, newId } from '../../values/public.ts'
import { takeHand } from '../hands.ts'
import type { OverrideSource } from '../overrides/sources.ts'
import { concluderOf } from './concluder.ts'
import {
  type AuthorityAnswer,
  type ConclusionRow,
  insertConclusion,
  insertDecision,
  listConclusions,
} from './conclusion-store.ts'
import { holdGateAlone } from './freeze-store.ts'
import { type CaseOutcome, problemOfAnswer, refusalToDecide, refusalToPropose } from './rules.ts'
import type { CaseRow } from './store.ts'
import { CONCLUDING_REFUSALS, refusals } from './words.ts'

type Needs = { readonly source: OverrideSource }
type By = { readonly personId: string; readonly accountId: string; readonly businessAt: Date }

type Proposing = By & {
  readonly outcome: CaseOutcome
  readonly keepsProviderFrozen: boolean
  readonly reasons: string
  /** What the other authority answered, where the case was referred. */
  readonly answer: AuthorityAnswer | null
  readonly today: CivilDate
}

/** Somebody proposes how a case ends, or what the answer to a referral comes to. Refused here, whoever calls. */
export async function propose(tx: Tx, { source }: Needs, row: CaseRow, given: Proposing): Promise<string> {
  await holdGateAlone(tx, row.organisationId)
  const conclusions = await listConclusions(tx, [row.id])
  const who = await concluderOf(tx, source, row, given.personId)
  const refusal = refusalToPropose(conclusions, who, given.answer !== null)
  if (refusal) throw new Problem('conflict', CONCLUDING_REFUSALS[refusal], { code: refusal })
  const problems = problemOfAnswer(given, conclusions, given.today)
  if (problems.length > 0) throw new Problem('not-acceptable', refusals.answerWrong, { items: problems })

  const id = newId()
  const { outcome, reasons, answer, personId, accountId, businessAt } = given
  await insertConclusion(tx, {
    id,
    caseId: row.id,
    nth: conclusions.length + 1,
    outcome,
    keepsProviderFrozen: outcome === 'referred' && given.keepsProviderFrozen,
    reasons,
    answer,
    proposedBy: personId,
    accountId,
    businessAt,
  })
  const act = { id, groupId: row.groupId, proposedBy: personId }
  await takeHand(tx, source, act, { personId, duty: 'propose' })
  return id
}

type Deciding = By & {
  readonly conclusionId: string
  readonly verdict: 'confirmed' | 'declined'
  readonly reason: string
}

/** Another person confirms or declines what was proposed. Refused here, whoever calls. */
export async function decide(tx: Tx, { source }: Needs, row: CaseRow, given: Deciding): Promise<ConclusionRow> {
  await holdGateAlone(tx, row.organisationId)
  const { conclusionId, verdict, reason, personId, accountId, businessAt } = given
  const conclusions = await listConclusions(tx, [row.id])
  const who = await concluderOf(tx, source, row, personId)
  const refusal = refusalToDecide(conclusions, who, conclusionId)
  if (refusal)
    throw new Problem('conflict', CONCLUDING_REFUSALS[refusal], {
      code: refusal === 'own-conclusion' ? 'two_people_conclude_a_case' : refusal,
    })
  if (verdict === 'declined' && reason.length < 2) throw new Problem('not-acceptable', refusals.declinedForAReason)

  const conclusion = conclusions.find(({ id }) => id === conclusionId)!
  const act = { id: conclusionId, groupId: row.groupId, proposedBy: conclusion.proposedBy }
  await takeHand(tx, source, act, { personId, duty: 'decide' })
  await insertDecision(tx, { conclusion, decidedBy: personId, accountId, verdict, reason, businessAt })
  return conclusion
}
