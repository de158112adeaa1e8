import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { type CertificateKind, findCertificatesByNumber, saveCertificates } from '../../../kernel/credentials/public.ts'
import { ASPECTS, listMarkSheets, saveMarkSheet } from '../../../kernel/marking/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../../kernel/values/public.ts'
import { type ClassRow, getClassRow } from '../classes/public-to-room.ts'
import { peopleOfClass, type Sent, type SheetFeature, takeSheet } from '../sheets/importing.ts'
import { markedWorkbook, pageOfUploads } from '../sheets/uploads.ts'
import { assessmentOf } from './assessment.ts'
import { marksUploads, openMarkedMarks, uploadMarks } from './contract.ts'
import { marksTermsOn } from './marks-terms.ts'
import { judgeMarks, numbersOn, type PersonMarked, readMarks } from './rules.ts'
import { refusals } from './words.ts'

const KIND = 'marks'
const TELLER = 'mark-sheet'

export function evaluationRoutes(needs: { vault: Vault }): Route[] {
  const { vault } = needs
  return [
    route(uploadMarks, async ({ tx, actor, params, query, file, now }) => {
      const { classId } = params
      const issuedOn = query.issuedOn as CivilDate
      const sent = { tx, vault, actor, now, classId, fileName: query.fileName, bytes: file, issuedOn }
      return takeSheet(sent, marksFeature(sent, issuedOn))
    }),

    route(marksUploads, async ({ tx, actor, params, query }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      return pageOfUploads(tx, { classId: id, kind: KIND }, query)
    }),

    route(openMarkedMarks, async ({ tx, actor, params, now }) => {
      const { id } = await getClassRow(tx, actor, params.classId)
      return markedWorkbook(tx, vault, { classId: id, kind: KIND, uploadId: params.uploadId, actor, now })
    }),
  ]
}

function marksFeature(sent: Sent, issuedOn: CivilDate): SheetFeature<readonly PersonMarked[]> {
  const { tx, vault, now } = sent
  return {
    kind: KIND,
    async judge(grid, ofClass) {
      refuseUnlikelyIssue(issuedOn, ofClass, civilDateOf(now))
      const read = readMarks(grid, civilDateOf(now))
      if ('unfit' in read) return read
      const numbers = read.rows.flatMap((row) => row.identity ?? [])
      return judgeMarks(read, {
        kind: ofClass.certificateKind as CertificateKind,
        level: ofClass.level,
        issuedOn,
        ...(await peopleOfClass(tx, vault, ofClass.id, numbers)),
        ...marksTermsOn(parametersOn(tx.district, ofClass.endsOn)),
        known: await certificatesOnRecord(sent, ofClass, numbersOn(read)),
      })
    },
    keep: (upload, people, ofClass) => keepMarks(sent, issuedOn, ofClass, upload, people),
  }
}

function refuseUnlikelyIssue(issuedOn: CivilDate, { endsOn }: ClassRow, today: CivilDate): void {
  const sentence =
    issuedOn > today
      ? refusals.issuedInFuture(issuedOn, today)
      : issuedOn < endsOn
        ? refusals.issuedBeforeEnd(issuedOn, endsOn)
        : null
  if (sentence)
    throw new Problem('bad-input', sentence, { items: [{ at: 'query.issuedOn', sentence }], code: 'issue-date' })
}

async function certificatesOnRecord({ tx }: Sent, ofClass: ClassRow, numbers: readonly string[]) {
  const known = await findCertificatesByNumber(tx, numbers)
  const ownSheets = new Set((await listMarkSheets(tx, assessmentOf(ofClass.id))).map((sheet) => sheet.id))
  return new Map(
    [...known].map(([number, { personId, toldBy }]) => [number, { personId, isReplaced: ownSheets.has(toldBy.id) }]),
  )
}

/** Keeps the marks as the next version and the certificates it tells of, in place of those of earlier versions. */
async function keepMarks(
  { tx, actor, now }: Sent,
  issuedOn: CivilDate,
  ofClass: ClassRow,
  upload: { id: string; fileId: string; fileName: string },
  people: readonly PersonMarked[],
): Promise<number> {
  const assessment = assessmentOf(ofClass.id)
  const earlier = await listMarkSheets(tx, assessment)
  const sheet = await saveMarkSheet(
    tx,
    { ...upload, assessment, issuedOn, accountId: actor.accountId, at: now },
    people.flatMap(({ enrolmentId, points, sheetRow }) =>
      ASPECTS.map((aspect) => ({ id: newId(), candidateId: enrolmentId, aspect, points: points[aspect], sheetRow })),
    ),
  )
  await saveCertificates(tx, {
    toldBy: { kind: TELLER, id: sheet.id },
    replacing: earlier.map(({ id }) => id),
    certificates: people.flatMap(({ personId, certificateNumber }) => {
      if (certificateNumber === null) return []
      const { occupationId, level } = ofClass
      const kind = ofClass.certificateKind as CertificateKind
      return { id: newId(), personId, number: certificateNumber, kind, occupationId, level, issuedOn }
    }),
  })
  return sheet.version
}
