import type { OverrideSource } from '../../../kernel/integrity/public.ts'
import { listOrganisationNames } from '../../../kernel/people/public.ts'
import { classTitles, listClassRows } from '../classes/public-to-room.ts'
import { listEnrolmentIdsOfPerson, listEnrolmentsById } from '../rosters/listing.ts'
import { rosterOf } from '../timetable/material.ts'
import { handsOf } from './own-class.ts'
import { words } from './words.ts'

/** Classes, as overrides of what checks found about them know them. */
export const classOverrides: OverrideSource = {
  kind: 'class',

  async find(tx, groupIds) {
    const rows = [...(await listClassRows(tx, groupIds)).values()]
    const titles = await classTitles(tx, rows)
    const names = await listOrganisationNames(
      tx,
      rows.map((row) => row.organisationId),
    )
    return new Map(
      rows.map(({ id, number, organisationId }) => {
        const title = titles.get(id) ?? { zh: number, en: number }
        return [id, { id, title, organisationId, organisationName: names.get(organisationId) ?? '' }]
      }),
    )
  },

  async whoIs(tx, subjectIds) {
    const enrolments = await listEnrolmentsById(tx, subjectIds)
    return new Map(enrolments.map(({ enrolmentId, seq, maskedName }) => [enrolmentId, words.person(seq, maskedName)]))
  },

  standingsOf: listEnrolmentIdsOfPerson,

  async handsOf(tx, groupId) {
    const row = (await listClassRows(tx, [groupId])).get(groupId)
    return row ? handsOf(tx, row, await rosterOf(tx, row)) : []
  },
}
