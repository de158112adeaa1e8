import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { type Grid, readGrid, UnreadableFile, writeMarkedWorkbook } from '../../../platform/office/public.ts'
import { findPersonIds } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { type CivilDate, civilDateOf, keptFileName, newId } from '../../../kernel/values/public.ts'
import { type ClassRow, getClassRow, lockClass } from '../classes/public-to-room.ts'
import { listRoster } from '../rosters/listing.ts'
import { postsOf } from '../rosters/showing.ts'
import { type SheetKind, type SheetMark, type SheetOutcome, XLSX } from './contract.ts'
import { type JudgedSheet, marksOf, type UnfitSheet } from './judged.ts'
import { refuseUnlessOpen } from './open-class.ts'
import type { PersonOfClass } from './person-rows.ts'
import { insertUpload, listUploads, type SheetUpload } from './store.ts'
import { refusals, sheetFile } from './words.ts'

const MEDIA_TYPES = { xlsx: XLSX, xls: 'application/vnd.ms-excel', csv: 'text/csv' } as const

/** Lines of a form that are not people, and then some. */
const LINES_PER_PERSON = 10

/** An upload as it came, and who sent it when. */
export type Sent = {
  readonly tx: Tx
  readonly vault: Vault
  readonly actor: Actor
  readonly now: Date
  readonly classId: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly issuedOn: CivilDate | null
}

/** What one kind of sheet does with an upload. */
export type SheetFeature<T> = {
  readonly kind: SheetKind
  judge(grid: Grid, ofClass: ClassRow): Promise<JudgedSheet<T> | UnfitSheet>
  /** Keeps what the sheet says as the next version, under the id and the file of the upload; returns the version. */
  keep(upload: { id: string; fileId: string; fileName: string }, value: T, ofClass: ClassRow): Promise<number>
}

/**
 * Takes a sheet for a class: all of it is imported as the next version, or nothing is and every problem is told. The
 * class is held meanwhile, so that two people with the same file take turns and nobody completes the class between.
 */
export async function takeSheet<T>(sent: Sent, feature: SheetFeature<T>): Promise<SheetOutcome> {
  const { tx, actor, now, bytes, issuedOn } = sent
  const today = civilDateOf(now)
  const asked = await getClassRow(tx, actor, sent.classId)
  if (asked.organisationId !== actor.organisationId) throw new Problem('forbidden', refusals.onlyItsProvider)
  refuseUnlessOpen(asked, feature.kind, today)
  const maxPeople = parametersOn(tx.district, today).get('roster.maxRows').value
  const grid = await readSheet(bytes, sent.fileName, maxPeople * LINES_PER_PERSON)

  const ofClass = await lockClass(tx, actor, asked.id)
  refuseUnlessOpen(ofClass, feature.kind, today)
  const judged = await feature.judge(grid, ofClass)
  if ('unfit' in judged) throw new Problem('not-acceptable', judged.unfit, { code: `${feature.kind}-unfit` })

  const marks = marksOf(judged.problems)
  const hash = sha256(bytes)
  const [latest] = await listUploads(tx, { classId: ofClass.id, kind: feature.kind }, { limit: 1 })
  const outcome = judged.value === null ? 'refused' : 'imported'
  const isAgain = latest?.sha256.equals(hash) && latest.issuedOn === issuedOn && latest.outcome === outcome
  if (latest && isAgain && textOf(latest.marks) === textOf(marks)) {
    const postOf = await postsOf(tx, [latest.accountId])
    const alreadyBy = { post: postOf(latest.accountId), at: latest.businessAt.toISOString() }
    return outcomeOf(latest, judged, alreadyBy)
  }

  const id = newId()
  const files = await keepFiles(sent, grid, judged)
  const version =
    judged.value === null
      ? null
      : await feature.keep({ id, fileId: files.fileId, fileName: files.fileName }, judged.value, ofClass)
  const upload: SheetUpload = {
    id,
    classId: ofClass.id,
    kind: feature.kind,
    ...files,
    sha256: hash,
    issuedOn,
    outcome,
    version,
    rowCount: judged.rowCount,
    marks,
    accountId: actor.accountId,
    businessAt: now,
  }
  await insertUpload(tx, upload)
  await recordAct(tx, {
    id: newId(),
    act: `${feature.kind}.${outcome}`,
    subjectKind: 'class',
    subjectId: ofClass.id,
    actor,
    at: now,
    detail: { uploadId: id, fileId: files.fileId, version, rowCount: judged.rowCount, marks: marks.length },
  })
  return outcomeOf(upload, judged, null)
}

/** Everybody on the roster, and which of these identity numbers are theirs. */
export async function peopleOfClass(
  tx: Tx,
  vault: Vault,
  classId: string,
  identityNumbers: readonly string[],
): Promise<{ people: PersonOfClass[]; personIdOf: Map<string, string> }> {
  const roster = await listRoster(tx, classId)
  const people = roster.map(({ enrolmentId, personId, seq, name }) => ({ enrolmentId, personId, seq, name }))
  return { people, personIdOf: await findPersonIds(tx, vault, identityNumbers) }
}

/** The uploaded sheet, or the reader's own sentence about why it cannot be read. */
async function readSheet(bytes: Uint8Array, fileName: string, maxRows: number): Promise<Grid> {
  try {
    return await readGrid(bytes, { fileName, maxRows })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const kind = error.code === 'busy' ? 'unavailable' : error.code === 'too-large' ? 'too-large' : 'not-acceptable'
    throw new Problem(kind, error.sentence, { code: `sheet-${error.code}` })
  }
}

/** Keeps the file sealed, and where there are problems the same sheet with them marked. */
async function keepFiles(sent: Sent, grid: Grid, judged: JudgedSheet<unknown>) {
  const { tx, vault, actor } = sent
  const fileName = keptFileName(sent.fileName, `sheet.${grid.kind}`)
  const keep = async (name: string, mediaType: string, bytes: Uint8Array) =>
    (await keepFile(tx, vault, { id: newId(), name, mediaType, bytes, createdBy: actor.accountId })).id
  const fileId = await keep(fileName, MEDIA_TYPES[grid.kind], sent.bytes)
  if (judged.problems.length === 0) return { fileId, fileName, markedFileId: null }
  // In Chinese whoever asks: it goes back to the office that filled it in.
  const marked = await writeMarkedWorkbook({
    grid,
    headerRow: judged.headerRow,
    problemColumnTitle: sheetFile.problemColumn.zh,
    marks: judged.problems.map(({ sheetRow, column, kind, sentence }) => ({
      row: sheetRow,
      column,
      kind,
      sentence: sentence.zh,
    })),
  })
  return { fileId, fileName, markedFileId: await keep(sheetFile.marked(fileName), XLSX, marked) }
}

/** Marks as one text; the database keeps an object's keys in its own order. */
function textOf(marks: readonly SheetMark[]): string {
  return JSON.stringify(marks.map(({ sheetRow, cell, kind, sentence }) => [sheetRow, cell, kind, sentence.zh]))
}

function outcomeOf(
  upload: SheetUpload,
  judged: JudgedSheet<unknown>,
  alreadyBy: SheetOutcome['alreadyBy'],
): SheetOutcome {
  return {
    uploadId: upload.id,
    outcome: upload.outcome,
    version: upload.version,
    rowCount: upload.rowCount,
    marks: [...upload.marks],
    hasMarkedWorkbook: upload.markedFileId !== null,
    notes: [...judged.notes],
    alreadyBy,
  }
}
