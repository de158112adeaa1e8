import { listCertificatesById } from '../../../kernel/credentials/public.ts'
import { type Aspect, ASPECTS, findMarkSheet, listMarks } from '../../../kernel/marking/public.ts'
import {
  type Facts,
  type FactSupplier,
  type FactValue,
  known,
  notApplicable,
  type PolicyFact,
  unknown,
} from '../../../kernel/policy/public.ts'
import { CompletionBody, TRAINING_COMPLETED } from '../completion/fact-body.ts'
import { facts as words } from './words.ts'

const bodiesOf = (facts: readonly PolicyFact[]) =>
  facts.map((fact) => ({ id: fact.id, body: CompletionBody.parse(fact.body) }))

/** Marks of a completion. Absent is not a zero: there is no mark. Somebody who is not on the sheet is unknown, not failed. */
export const marksSupplier: FactSupplier = {
  name: 'marking',
  keys: ['marks.theory', 'marks.practice'],
  triggers: [TRAINING_COMPLETED],
  async supply(tx, facts) {
    const bodies = bodiesOf(facts)
    const sheetIds = [...new Set(bodies.map(({ body }) => body.markSheetId))]
    const marks = new Map(await Promise.all(sheetIds.map(async (id) => [id, await listMarks(tx, [id])] as const)))
    const sheets = new Map(await Promise.all(sheetIds.map(async (id) => [id, await findMarkSheet(tx, id)] as const)))
    return new Map(
      bodies.map(({ id, body }): [string, Facts] => {
        const sheet = sheets.get(body.markSheetId)
        const own = marks.get(body.markSheetId)?.get(body.enrolmentId)
        const asOf = sheet?.businessAt.toISOString() ?? body.attendanceAt
        const valueOf = (aspect: Aspect): FactValue => {
          const mark = own?.[aspect]
          const onSheet = { source: `mark-sheet:${body.markSheetId}`, asOf }
          if (!mark) return unknown(sheet ? (own ? words.notMarked : words.notOnSheet) : words.noSheet, onSheet)
          const from = { source: `mark:${mark.id}`, asOf }
          return mark.points === null ? notApplicable(from, words.absent) : known(mark.points, from)
        }
        return [id, Object.fromEntries(ASPECTS.map((aspect) => [`marks.${aspect}`, valueOf(aspect)]))]
      }),
    )
  },
}

/** The certificate a completion was given. None for marks that fail is knowledge; none for marks that pass is not known. */
export const certificateSupplier: FactSupplier = {
  name: 'credentials',
  keys: ['certificate.number', 'certificate.level'],
  triggers: [TRAINING_COMPLETED],
  async supply(tx, facts) {
    const bodies = bodiesOf(facts)
    const certificates = await listCertificatesById(
      tx,
      bodies.flatMap(({ body }) => body.certificateId ?? []),
    )
    return new Map(
      bodies.map(({ id, body }): [string, Facts] => {
        const certificate = certificates.get(body.certificateId ?? '')
        if (certificate) {
          const from = { source: `certificate:${certificate.id}`, asOf: certificate.issuedOn }
          return [
            id,
            {
              'certificate.number': known(certificate.number, from),
              'certificate.level': known(certificate.level, from),
            },
          ]
        }
        const from = { source: `mark-sheet:${body.markSheetId}`, asOf: body.during.to }
        const none = body.marksPassed ? unknown(words.numberMissing, from) : notApplicable(from, words.notEarned)
        return [id, { 'certificate.number': none, 'certificate.level': none }]
      }),
    )
  },
}
