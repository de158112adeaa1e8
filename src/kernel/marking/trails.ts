import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../access/public.ts'
import { type CertificateTeller, findCertificatesToldBy } from '../credentials/public.ts'
import { ledBy, type Trail, type TrailLink, type TrailWays } from '../record/public.ts'
import { civilDateOf, clockTimeOf } from '../values/public.ts'
import { ASPECTS } from './rules.ts'
import { findMark, findMarkSheet, listMarks, listMarkSheets, listMarkSheetsOf, type MarkSheet } from './store.ts'
import { ASPECT_WORDS, words } from './words.ts'

/** A room above whose people are marked: what the assessment is, who a candidate is (masked), and what rests on the marks. */
export type Assessment = {
  readonly kind: string
  describe(tx: Tx, assessmentId: string): Promise<{ link: TrailLink; organisationId: string | null } | undefined>
  candidate(
    tx: Tx,
    assessmentId: string,
    who: { readonly candidateId: string } | { readonly personId: string },
  ): Promise<{ maskedName: string; leadsTo: readonly TrailLink[] } | undefined>
}

const same = (text: string): Sentence => ({ zh: text, en: text })

const sheetLink = (sheet: MarkSheet): TrailLink => ({
  kind: 'mark-sheet',
  id: sheet.id,
  title: words.sheetTitle(sheet.fileName, sheet.version),
})

/** A mark and the sheet it stands on. Marks of an assessment that no room claims are nobody's to see. */
export function markingTrails(needs: { assessments: readonly Assessment[] }): Trail[] {
  const assessments = new Map(needs.assessments.map((assessment) => [assessment.kind, assessment]))
  return [
    {
      kind: 'mark',
      async describe(tx, id) {
        const mark = await findMark(tx, id)
        const sheet = mark && (await findMarkSheet(tx, mark.sheetId))
        const assessment = sheet && assessments.get(sheet.assessment.kind)
        const told = sheet && (await assessment?.describe(tx, sheet.assessment.id))
        if (!mark || !sheet || !told) return undefined
        const candidate = await assessment?.candidate(tx, sheet.assessment.id, { candidateId: mark.candidateId })
        return {
          kind: 'mark',
          id,
          title: words.markTitle(mark.aspect, mark.points),
          says: [
            { label: words.candidate, value: same(candidate?.maskedName ?? '') },
            { label: words.aspect, value: ASPECT_WORDS[mark.aspect] },
            { label: words.mark, value: mark.points === null ? words.absent : words.points(mark.points) },
            { label: words.file, value: same(sheet.fileName) },
            { label: words.sheetRow, value: words.rowOf(mark.sheetRow) },
          ],
          restsOn: [sheetLink(sheet)],
          leadsTo: [...(candidate?.leadsTo ?? [])],
          organisationId: told.organisationId,
        }
      },
    },
    {
      kind: 'mark-sheet',
      async describe(tx, id) {
        const sheet = await findMarkSheet(tx, id)
        const told = sheet && (await assessments.get(sheet.assessment.kind)?.describe(tx, sheet.assessment.id))
        if (!sheet || !told) return undefined
        const latest = (await listMarkSheets(tx, sheet.assessment))[0]?.version ?? sheet.version
        const role = (await listRolesOf(tx, [sheet.accountId])).get(sheet.accountId)?.[0]
        return {
          kind: 'mark-sheet',
          id,
          title: words.sheetTitle(sheet.fileName, sheet.version),
          says: [
            { label: words.assessment, value: told.link.title },
            { label: words.file, value: same(sheet.fileName) },
            { label: words.version, value: words.versionOf(sheet.version, latest) },
            { label: words.issuedOn, value: same(sheet.issuedOn) },
            { label: words.candidates, value: same(String((await listMarks(tx, [id])).size)) },
            { label: words.importedBy, value: role ? ROLES[role] : same('') },
            {
              label: words.importedAt,
              value: same(`${civilDateOf(sheet.businessAt)} ${clockTimeOf(sheet.businessAt)}`),
            },
          ],
          restsOn: [told.link],
          leadsTo: await resting(tx, id),
          organisationId: told.organisationId,
        }
      },
    },
  ]
}

/** Every mark of a sheet, and every certificate it told of. */
async function resting(tx: Tx, sheetId: string): Promise<TrailLink[]> {
  const marks = [...(await listMarks(tx, [sheetId])).values()].flatMap((candidate) =>
    ASPECTS.flatMap((aspect) => (candidate[aspect] ? [{ aspect, ...candidate[aspect] }] : [])),
  )
  const certificates = await findCertificatesToldBy(tx, { kind: 'mark-sheet', id: sheetId })
  return [
    ...marks
      .toSorted((one, other) => one.sheetRow - other.sheetRow)
      .map(({ id, sheetRow, aspect, points }) => ({
        kind: 'mark',
        id,
        title: words.markOnRow(sheetRow, words.markTitle(aspect, points)),
      })),
    ...[...certificates.values()].map(({ id, number }) => ({ kind: 'certificate', id, title: same(number) })),
  ]
}

/** What is assessed leads to the sheets of its marks. */
export const markingWays: TrailWays = {
  async leadsTo(tx, places) {
    const kinds = new Set(places.map(({ kind, id }) => `${kind}.${id}`))
    const sheets = await listMarkSheetsOf(
      tx,
      places.map(({ id }) => id),
    )
    return ledBy(
      sheets
        .filter(({ assessment }) => kinds.has(`${assessment.kind}.${assessment.id}`))
        .map((sheet) => ({ at: sheet.assessment, link: sheetLink(sheet) })),
    )
  },
}

/** Mark sheets tell of certificates: whose sheet it is, and what rests on a person's certificate. */
export function markSheetTeller(assessments: readonly Assessment[]): CertificateTeller {
  return {
    kind: 'mark-sheet',
    async describe(tx, id, personId) {
      const sheet = await findMarkSheet(tx, id)
      const assessment = assessments.find(({ kind }) => kind === sheet?.assessment.kind)
      const told = sheet && (await assessment?.describe(tx, sheet.assessment.id))
      if (!sheet || !told) return undefined
      const candidate = await assessment?.candidate(tx, sheet.assessment.id, { personId })
      return {
        source: sheetLink(sheet),
        organisationId: told.organisationId,
        maskedName: candidate?.maskedName,
        leadsTo: candidate?.leadsTo ?? [],
      }
    },
  }
}
