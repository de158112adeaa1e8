import { type CertificateGroups, findCertificatesToldBy } from '../../../kernel/credentials/public.ts'
import { listMarkSheets, listMarkSheetsById } from '../../../kernel/marking/public.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { type ClassRow, findClass, listClassesById } from '../classes/store.ts'
import { listRoster } from '../rosters/listing.ts'
import { assessmentOf, CLASS_KIND } from './assessment.ts'

const TELLER = 'mark-sheet'

/** Classes as credentials knows them: the sheets that tell of their certificates, and whose each certificate is. */
export const classCertificates: CertificateGroups = {
  async groupsOfTellings(tx, toldByIds) {
    const sheets = (await listMarkSheetsById(tx, toldByIds)).filter(({ assessment }) => assessment.kind === CLASS_KIND)
    const classes = await listClassesById(
      tx,
      sheets.map(({ assessment }) => assessment.id),
    )
    const groups = await groupsOf(tx, [...classes.values()])
    return new Map(
      sheets.flatMap(({ id, assessment }) => {
        const group = groups.get(assessment.id)
        return group ? [[id, group] as const] : []
      }),
    )
  },

  async findGroup(tx, groupId) {
    const row = await findClass(tx, groupId)
    return row && (await groupsOf(tx, [row])).get(groupId)
  },

  async certificatesOf(tx, groupId) {
    const [newest] = await listMarkSheets(tx, assessmentOf(groupId))
    if (!newest) return new Map()
    const byPerson = await findCertificatesToldBy(tx, { kind: TELLER, id: newest.id })
    return new Map(
      (await listRoster(tx, groupId)).flatMap(({ enrolmentId, personId, seq }) => {
        const certificate = byPerson.get(personId)
        return certificate ? [[enrolmentId, { certificateId: certificate.id, personId, position: seq }] as const] : []
      }),
    )
  },
}

async function groupsOf(tx: Parameters<typeof classTitles>[0], rows: readonly ClassRow[]) {
  const titles = await classTitles(tx, rows)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: CLASS_KIND,
        title: titles.get(row.id) ?? { zh: row.number, en: row.number },
        organisationId: row.organisationId,
      },
    ]),
  )
}
