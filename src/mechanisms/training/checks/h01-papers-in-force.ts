import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { listAgreementsOf, listRoomsById, listSitesById } from '../agreements/store.ts'
import { type ClassRow, listClassesById } from '../classes/store.ts'
import { askedFor, coverageBy } from '../documents/rules.ts'
import { listDocumentsOf } from '../documents/store.ts'
import { words } from '../documents/words.ts'
import { listSessions } from '../timetable/store.ts'

/** H01: the agreement and every paper the county asks of a provider and its sites are valid on every day of the timetable. */
export const papersInForceCheck: Check = defineCheck({
  id: 'H01',
  title: { zh: '协议和证照在全部上课日有效', en: 'Agreement and papers are valid on every day' },
  subject: 'class',
  moments: ['filing', 'approval', 'claim'],
  action: 'block',
  onUnavailable: 'note',
  basis: ground('tianjinProcedure'),
  async run({ tx, subjects }) {
    const findings: Finding[] = []
    // One class is asked about at a time.
    const classes = await listClassesById(
      tx,
      subjects.map((subject) => subject.id),
    )
    for (const row of classes.values()) findings.push(await findingOf(tx, row))
    return findings
  },
})

async function findingOf(tx: Tx, row: ClassRow): Promise<Finding> {
  const sessions = await listSessions(tx, row.id)
  if (sessions.length === 0) return unavailable(row.id, words.noSessions)
  const days = [...new Set(sessions.map((session) => session.day))].sort()
  const rooms = await listRoomsById(
    tx,
    sessions.map((session) => session.roomId),
  )
  const siteIds = [...new Set([row.siteId, ...[...rooms.values()].map((room) => room.siteId)])]
  const sites = await listSitesById(tx, siteIds)
  const papers = (await listDocumentsOf(tx, row.organisationId)).filter((paper) => paper.withdrawnReason === null)
  const { kinds } = parametersOn(tx.district, row.startsOn).get('provider.documents').value

  const lapsed: Sentence[] = []
  const unknown: Sentence[] = []
  const agreements = await listAgreementsOf(tx, row.organisationId)
  const bare = days.filter((day) => !agreements.some(({ fromDate, toDate }) => fromDate <= day && day <= toDate))
  if (bare.length > 0) lapsed.push(words.agreementNotCovered(bare))
  const asked = askedFor(kinds, siteIds)
  for (const each of asked) {
    const siteName = each.siteId === null ? null : (sites.get(each.siteId)?.name ?? '')
    const coverage = coverageBy(each, papers, days)
    if (coverage.is === 'unknown') unknown.push(words.noneOnFile(each.kind.label, siteName))
    if (coverage.is === 'lapsed')
      lapsed.push(words.notCovered(each.kind.label, siteName, coverage.days, coverage.until))
  }
  if (lapsed.length > 0) return failed(row.id, joinSentences([...lapsed, ...unknown]))
  if (unknown.length > 0) return unavailable(row.id, joinSentences(unknown))
  return passed(row.id, words.allCovered(asked.length))
}
