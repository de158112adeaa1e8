import { idsOf, type StepFile, type StepFiles, type TrailPlace } from '../../../kernel/record/public.ts'
import { civilDateOf, clockTimeOf } from '../../../kernel/values/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findAmendment, findEvidence } from '../amendments/store.ts'
import { findSheet } from '../attendance/store.ts'
import { findInspection, listInspectionPhotos } from '../inspections/store.ts'
import { listPhotos } from '../live/photo-store.ts'
import { findLiveSession } from '../live/store.ts'
import { findImport } from '../rosters/store.ts'
import { words } from './words.ts'

const ofClass = (id: string): TrailPlace[] => [{ kind: 'class', id }]

/** The files of classes. All of them show or name its people, so that they leave with the class and with nothing else. */
export const trainingFilesOfSteps: StepFiles = {
  tables: [
    'training.amendment_evidence',
    'training.attendance_sheets',
    'training.class_photos',
    'training.inspection_photos',
    'training.roster_imports',
  ],
  staysHere: {
    'training.sheet_uploads': 'an imported one is told of as its sheet; one that was refused counts for nothing',
  },
  async of(tx, places) {
    return [
      ...(await photosOfSessions(tx, idsOf(places, 'live-session'))),
      ...(await photosOfInspections(tx, idsOf(places, 'inspection'))),
      ...(await evidenceOf(tx, idsOf(places, 'amendment'))),
      ...(await rostersOf(tx, idsOf(places, 'roster-import'))),
      ...(await sheetsOf(tx, idsOf(places, 'attendance-sheet'))),
    ]
  },
}

async function photosOfSessions(tx: Tx, ids: readonly string[]): Promise<StepFile[]> {
  const files: StepFile[] = []
  for (const id of ids) {
    const live = await findLiveSession(tx, id)
    if (!live) continue
    for (const { fileId, businessAt } of await listPhotos(tx, id))
      files.push({
        at: { kind: 'live-session', id },
        fileId,
        title: words.classPhoto(`${civilDateOf(businessAt)} ${clockTimeOf(businessAt)}`),
        of: ofClass(live.classId),
        bearsNumbers: false,
      })
  }
  return files
}

async function photosOfInspections(tx: Tx, ids: readonly string[]): Promise<StepFile[]> {
  const files: StepFile[] = []
  for (const photo of await listInspectionPhotos(tx, ids)) {
    const inspection = await findInspection(tx, photo.inspectionId)
    if (inspection)
      files.push({
        at: { kind: 'inspection', id: photo.inspectionId },
        fileId: photo.fileId,
        title: words.inspectionPhoto(photo.fileName),
        of: ofClass(inspection.classId),
        bearsNumbers: false,
      })
  }
  return files
}

async function evidenceOf(tx: Tx, ids: readonly string[]): Promise<StepFile[]> {
  const files: StepFile[] = []
  for (const id of ids) {
    const amendment = await findAmendment(tx, id)
    const evidence = amendment && (await findEvidence(tx, amendment.evidenceId))
    if (evidence)
      files.push({
        at: { kind: 'amendment', id },
        fileId: evidence.fileId,
        title: words.evidence(evidence.fileName),
        of: ofClass(evidence.classId),
        bearsNumbers: false,
      })
  }
  return files
}

async function rostersOf(tx: Tx, ids: readonly string[]): Promise<StepFile[]> {
  const files: StepFile[] = []
  for (const id of ids) {
    const roster = await findImport(tx, id)
    if (!roster) continue
    const told = { at: { kind: 'roster-import', id }, of: ofClass(roster.classId), bearsNumbers: true }
    files.push({ ...told, fileId: roster.fileId, title: words.roster(roster.fileName) })
    if (roster.markedFileId) files.push({ ...told, fileId: roster.markedFileId, title: words.marked(roster.fileName) })
  }
  return files
}

async function sheetsOf(tx: Tx, ids: readonly string[]): Promise<StepFile[]> {
  const files: StepFile[] = []
  for (const id of ids) {
    const sheet = await findSheet(tx, id)
    if (sheet)
      files.push({
        at: { kind: 'attendance-sheet', id },
        fileId: sheet.fileId,
        title: words.sheet(sheet.fileName),
        of: ofClass(sheet.classId),
        // One that the platform drew itself bears them masked.
        bearsNumbers: sheet.method === 'paper',
      })
  }
  return files
}
