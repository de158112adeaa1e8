import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { whoOf } from '../../access/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import type { Check } from '../../record/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { listResultsById } from '../store.ts'
import type { Override as Shown } from './contract.ts'
import { reminderDaysOn } from './acts.ts'
import { paperShown } from '../papers/beside.ts'
import { listPapersOf } from '../papers/beside-store.ts'
import { OVERRIDE_PAPERS } from './store.ts'
import { endsIn, mayWithdraw, stateOf } from './rules.ts'
import type { OverrideSource } from './sources.ts'
import type { Override } from './store.ts'

export type ShowingNeeds = { readonly checks: readonly Check[]; readonly source: OverrideSource }

/** Overrides as the bureau reads them: persons masked, what the check had found, who proposed and who decided. */
export async function overridesShown(
  tx: Tx,
  { checks, source }: ShowingNeeds,
  rows: readonly Override[],
  reader: { actor: Actor; today: CivilDate },
): Promise<Shown[]> {
  const all = <T>(of: (row: Override) => T) => [...new Set(rows.map(of))]
  const groups = await source.find(
    tx,
    all((row) => row.groupId),
  )
  const people = await source.whoIs(
    tx,
    rows.filter((row) => row.subjectKind === 'enrolment').map((row) => row.subjectId),
  )
  const organisations = await listOrganisationNames(
    tx,
    all((row) => row.organisationId),
  )
  const results = await listResultsById(
    tx,
    all((row) => row.resultId),
  )
  const who = await whoOf(
    tx,
    rows.flatMap(({ accountId, decision, withdrawal }) => [
      accountId,
      ...(decision ? [decision.accountId] : []),
      ...(withdrawal ? [withdrawal.accountId] : []),
    ]),
  )
  const said = ({ accountId, businessAt, reason }: { accountId: string; businessAt: Date; reason: string }) => ({
    by: who(accountId),
    at: businessAt.toISOString(),
    reason,
  })
  const papers = await listPapersOf(
    tx,
    OVERRIDE_PAPERS,
    all((row) => row.id),
  )
  const reminderDays = reminderDaysOn(tx, reader.today)
  const nothing = { zh: '', en: '' }
  return rows.map((row) => ({
    id: row.id,
    check: { id: row.checkId, title: checks.find(({ id }) => id === row.checkId)?.title ?? nothing },
    who: people.get(row.subjectId) ?? null,
    group: { id: row.groupId, title: groups.get(row.groupId)?.title ?? nothing },
    organisation: { id: row.organisationId, name: organisations.get(row.organisationId) ?? '' },
    resultId: row.resultId,
    found: results.get(row.resultId)?.sentence ?? nothing,
    document: row.document,
    reason: row.reason,
    evidence: row.evidence,
    files: papers.filter(({ ofId }) => ofId === row.id).map(paperShown),
    expiresOn: row.expiresOn,
    endsIn: endsIn(row, reader.today, reminderDays),
    state: stateOf(row, reader.today),
    proposed: said(row),
    decision: row.decision && row.outcome ? { ...said(row.decision), outcome: row.outcome } : null,
    withdrawal: row.withdrawal && said(row.withdrawal),
    own: row.proposedBy === reader.actor.personId,
    mayWithdraw: mayWithdraw(row, reader.actor.personId, reader.today),
    mayAddFile:
      ['waiting', 'in-force'].includes(stateOf(row, reader.today)) && reader.actor.permissions.has('override.propose'),
  }))
}
