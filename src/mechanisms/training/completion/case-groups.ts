import type { CaseGroup, CaseGroups } from '../../../kernel/integrity/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { classesShown, type ClassRow, listClassRows } from '../classes/public-to-room.ts'
import { classLetters } from '../rosters/letters.ts'
import { listRoster } from '../rosters/listing.ts'
import { listMusters } from './store.ts'
import { musterTitle } from './words.ts'

async function groupsOf(tx: Tx, rows: readonly ClassRow[]): Promise<CaseGroup[]> {
  return (await classesShown(tx, rows)).map(({ id, title, provider }) => ({
    id,
    title,
    organisationId: provider.id,
    organisationName: provider.name,
  }))
}

/** Classes as suspicion cases are about them: their rosters, and the musters that show who took part. */
export const classCases: CaseGroups = {
  kind: 'class',

  async find(tx, groupIds) {
    const rows = await listClassRows(tx, groupIds)
    return new Map((await groupsOf(tx, [...rows.values()])).map((group) => [group.id, group]))
  },

  async list(tx, page) {
    const ids = (await classLetters.list(tx, page)).map(({ id }) => id)
    const found = await classCases.find(tx, ids)
    return ids.flatMap((id) => found.get(id) ?? [])
  },

  async membersOf(tx, groupId) {
    return (await listRoster(tx, groupId)).map(({ enrolmentId, personId, seq, maskedName }) => ({
      subjectId: enrolmentId,
      personId,
      position: seq,
      maskedName,
    }))
  },

  async tracesOf(tx, groupId) {
    const entries = new Map((await listRoster(tx, groupId)).map((entry) => [entry.enrolmentId, entry]))
    // Oldest first: of several musters of one enrolment the newest stays.
    const newest = new Map((await listMusters(tx, groupId)).map((muster) => [muster.enrolmentId, muster]))
    return new Map(
      [...newest.values()]
        .filter(({ attendedSessions }) => attendedSessions > 0)
        .map(({ id, enrolmentId }) => {
          const entry = entries.get(enrolmentId)
          return [enrolmentId, { kind: 'muster', id, label: musterTitle(entry?.seq ?? 0, entry?.maskedName ?? '') }]
        }),
    )
  },
}
