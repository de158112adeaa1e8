import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { whoOf } from '../../access/public.ts'
import { listOrganisationNames } from '../../people/public.ts'
import type { CivilDate } from '../../values/public.ts'
import { listCasesOfFindings } from './case-store.ts'
import { type Finding, openCaseOfFinding, type OwnFinding } from './contract.ts'
import { paperShown } from '../papers/beside.ts'
import { listPapersOf } from '../papers/beside-store.ts'
import { FINDING_PAPERS } from './store.ts'
import { isOverdue, NEXT, STATE_AFTER } from './rules.ts'
import { type FindingRow, listSteps } from './store.ts'

/** Findings as the bureau and the auditor read them, with everything said. */
export async function findingsShown(
  tx: Tx,
  rows: readonly FindingRow[],
  { actor, today }: { readonly actor: Actor; readonly today: CivilDate },
): Promise<Finding[]> {
  const ids = rows.map(({ id }) => id)
  const steps = await listSteps(tx, ids)
  const cases = await listCasesOfFindings(tx, ids)
  const files = await listPapersOf(tx, FINDING_PAPERS, ids)
  const names = await listOrganisationNames(
    tx,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  )
  const who = await whoOf(
    tx,
    steps.map(({ accountId }) => accountId),
  )
  return rows.map((row) => {
    const { organisationId } = row
    const state = STATE_AFTER[row.last.what]
    const next = NEXT[state]
    const mayStep = actor.permissions.has(next.may) && row.last.personId !== actor.personId
    return {
      ...ownShown(row),
      organisation: organisationId === null ? null : { id: organisationId, name: names.get(organisationId) ?? '' },
      forOrganisation: row.forOrganisation,
      overdue: isOverdue(state, row.dueOn, today),
      steps: steps
        .filter(({ findingId }) => findingId === row.id)
        .map(({ nth, what, said, dueOn, accountId, businessAt }) => ({
          nth,
          what,
          said,
          dueOn,
          by: who(accountId),
          at: businessAt.toISOString(),
          files: files.filter((file) => file.ofId === row.id && file.nth === nth).map(paperShown),
        })),
      asksCase: row.asksCase,
      case: cases.get(row.id) ?? null,
      mayOpenCase: !cases.has(row.id) && actor.permissions.has(openCaseOfFinding.may),
      next: mayStep ? [...next.steps] : [],
      mayAddFile: mayAddFile(row, actor),
    }
  })
}

/** Whoever took the newest step adds its papers, until the finding is closed. */
export const mayAddFile = ({ last }: Pick<FindingRow, 'last'>, { personId }: Pick<Actor, 'personId'>): boolean =>
  last.what !== 'closed' && last.personId === personId

/** What an organisation reads of it: no names, and nothing of what was said inside the bureau. */
export function ownShown(row: FindingRow): OwnFinding {
  return {
    id: row.id,
    number: row.number,
    subject: { kind: row.subjectKind, id: row.subjectId, title: row.subjectTitle },
    found: row.found,
    rule: row.rule,
    severity: row.severity,
    remedy: row.remedy,
    writtenOn: row.writtenOn,
    dueOn: row.dueOn,
    state: STATE_AFTER[row.last.what],
  }
}
