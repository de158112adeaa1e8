import { placeOf, sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import type { Grid } from '../../../platform/office/public.ts'
import type { Integrity } from '../../../kernel/integrity/public.ts'
import { bankAccountKey, saveBankAccounts, savePersons } from '../../../kernel/people/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { keptFileName, maskPhone, newId } from '../../../kernel/values/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { judgedByOf } from './judged-by.ts'
import { markedWorkbook } from './reading.ts'
import type { JudgedRoster, RosterRow } from './rules.ts'
import {
  insertEnrolments,
  insertImport,
  type NewEnrolment,
  phonePlace,
  type RosterImport,
  setCurrentRoster,
} from './store.ts'
import { rosterSubjects } from './subjects.ts'
import { sheet } from './words.ts'

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
} as const

/** An upload that has been read and judged, and who sent it when. */
export type Upload = {
  readonly ofClass: ClassRow
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly grid: Grid
  readonly judged: JudgedRoster
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/** Keeps an upload whatever came of it: the sealed file, its marks, and a sealed sheet that shows them. */
export async function keepImport(tx: Tx, vault: Vault, upload: Upload): Promise<RosterImport> {
  const { ofClass, bytes, grid, judged, actor, now } = upload
  const fileName = keptFileName(upload.fileName, `roster.${grid.kind}`)
  const createdBy = actor.accountId
  const original = { id: newId(), name: fileName, mediaType: MEDIA_TYPES[grid.kind], bytes, createdBy }
  await keepFile(tx, vault, original)
  const marked = judged.marks.length === 0 ? null : newId()
  if (marked) {
    const sheetBytes = await markedWorkbook(grid, judged)
    await keepFile(tx, vault, {
      id: marked,
      name: sheet.markedFile(fileName),
      mediaType: MEDIA_TYPES.xlsx,
      bytes: sheetBytes,
      createdBy,
    })
  }
  const kept: RosterImport = {
    id: newId(),
    classId: ofClass.id,
    fileId: original.id,
    fileName,
    sha256: sha256(bytes),
    outcome: judged.rows.length > 0 ? 'imported' : 'refused',
    rowCount: judged.rowCount,
    marks: judged.marks,
    markedFileId: marked,
    judgedBy: judgedByOf(ofClass, judged.named),
    accountId: actor.accountId,
    businessAt: now,
  }
  await insertImport(tx, kept)
  await recordAct(tx, {
    id: newId(),
    act: `roster.${kept.outcome}`,
    subjectKind: 'class',
    subjectId: ofClass.id,
    actor,
    at: now,
    detail: { importId: kept.id, fileId: kept.fileId, rowCount: kept.rowCount, marks: kept.marks.length },
  })
  return kept
}

/** Makes everybody on the sheet the current roster of the class, and asks the checks that belong to an enrolment. */
export async function enrolEverybody(
  tx: Tx,
  needs: { vault: Vault; integrity: Integrity },
  upload: Upload,
  kept: RosterImport,
): Promise<void> {
  const { ofClass, judged, now } = upload
  const people = await saveEverybody(tx, needs.vault, kept.id, judged.rows)
  await insertEnrolments(tx, { classId: ofClass.id, importId: kept.id }, people)
  await setCurrentRoster(tx, ofClass.id, kept.id)
  const subjects = rosterSubjects(
    ofClass,
    people.map((person) => ({ ...person, enrolmentId: person.id })),
  )
  await needs.integrity.run(tx, { moment: 'enrolment', groupId: ofClass.id, subjects, now })
}

async function saveEverybody(
  tx: Tx,
  vault: Vault,
  importId: string,
  rows: readonly RosterRow[],
): Promise<NewEnrolment[]> {
  // In one order whatever the sheet's, so that two rosters with the same people cannot wait for each other.
  const inOrder = [...rows].sort((a, b) => (a.identityNumber < b.identityNumber ? -1 : 1))
  const personIds = await savePersons(
    tx,
    vault,
    inOrder.map((row) => ({ ...row, id: newId() })),
    importId,
  )
  const accountOf = (row: RosterRow) => ({
    personId: idOf(personIds, row.identityNumber),
    accountNumber: row.bankAccount,
    holderName: row.name,
    bankName: row.bankName,
  })
  const accountIds = await saveBankAccounts(
    tx,
    vault,
    inOrder.map((row) => ({ id: newId(), ...accountOf(row) })),
  )
  return rows.map((row) => {
    const id = newId()
    const seal = (column: string, text: string) =>
      vault.seal(placeOf(`training.enrolments.${column}`, tx.district, id), text)
    return {
      id,
      personId: accountOf(row).personId,
      seq: row.seq,
      sheetRow: row.sheetRow,
      name: row.name,
      phone: { sealed: vault.seal(phonePlace(tx.district, id), row.phone), masked: maskPhone(row.phone) },
      groupCode: row.groupCode,
      education: row.education,
      addressSealed: row.address === '' ? null : seal('address_sealed', row.address),
      bankAccountId: idOf(accountIds, bankAccountKey(accountOf(row))),
      doubts: row.doubts,
    }
  })
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error('a person or an account of the roster was not saved')
  return id
}
