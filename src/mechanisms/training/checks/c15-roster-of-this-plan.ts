import { joinSentences } from '../../../platform/contract/public.ts'
import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { type ClassRow, listClassesById, listRosterSummaries } from '../classes/store.ts'
import type { JudgedBy } from '../rosters/judged-by.ts'
import { planChangesSince } from '../rosters/plan-changes.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { words } from './words.ts'

/**
 * C15: the roster belongs to the plan as it is now. Who is on it is judged again by A02 and A18 under the new plan; what its
 * title lines say of the former cannot be, and the roster is then asked for again.
 */
export const rosterOfThisPlanCheck: Check = defineCheck({
  id: 'C15',
  title: { zh: '花名册与现在的培训计划一致', en: 'The roster is for the plan as it is now' },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('realNames'),
  async run({ tx, subjects }) {
    const classes = await listClassesById(
      tx,
      subjects.map((subject) => subject.id),
    )
    const rosters = await listRosterSummaries(
      tx,
      [...classes.values()].flatMap((row) => row.rosterImportId ?? []),
    )
    const findings: Finding[] = []
    for (const row of classes.values()) {
      findings.push(await findingOf(tx, row, rosters.get(row.rosterImportId ?? '')?.judgedBy ?? null))
    }
    return findings
  },
})

async function findingOf(tx: Tx, row: ClassRow, judgedBy: JudgedBy | null): Promise<Finding> {
  if (row.rosterImportId === null) return { subjectId: row.id, outcome: 'not-applicable', sentence: words.noRoster }
  if (!judgedBy) return unavailable(row.id, words.judgedByUnknown)
  const changes = await planChangesSince(tx, judgedBy, row)
  const disowned = changes.flatMap((change) => change.disowned ?? [])
  if (disowned.length > 0) return failed(row.id, joinSentences(disowned))
  if (changes.length === 0) return passed(row.id, words.planUnchanged)
  return passed(row.id, words.judgedAgain(joinSentences(changes.map((change) => change.sentence))))
}
