import type { Sentence } from '../../../platform/contract/public.ts'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { maskName } from '../../../kernel/values/public.ts'
import type { RosterMark } from './contract.ts'
import type { JudgedBy } from './judged-by.ts'
import { nameNow } from '../names/store.ts'

/** Where a sealed phone belongs: it opens nowhere else. */
export const phonePlace = (district: number, id: string) => placeOf('training.enrolments.phone_sealed', district, id)

export async function setCurrentRoster(tx: Tx, classId: string, importId: string): Promise<void> {
  await tx.db
    .updateTable('training.classes')
    .set({ roster_import_id: importId })
    .where('district', '=', tx.district)
    .where('id', '=', classId)
    .execute()
}

/** One upload and what came of it. */
export type RosterImport = {
  readonly id: string
  readonly classId: string
  readonly fileId: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly outcome: 'imported' | 'refused'
  readonly rowCount: number
  readonly marks: readonly RosterMark[]
  readonly markedFileId: string | null
  /** Null for uploads from before it was kept. */
  readonly judgedBy: JudgedBy | null
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertImport(tx: Tx, kept: RosterImport): Promise<void> {
  await tx.db
    .insertInto('training.roster_imports')
    .values({
      district: tx.district,
      id: kept.id,
      class_id: kept.classId,
      file_id: kept.fileId,
      file_name: kept.fileName,
      sha256: kept.sha256,
      outcome: kept.outcome,
      row_count: kept.rowCount,
      marks: JSON.stringify(kept.marks),
      marked_file_id: kept.markedFileId,
      judged_by: kept.judgedBy === null ? null : JSON.stringify(kept.judgedBy),
      account_id: kept.accountId,
      business_at: kept.businessAt,
    })
    .execute()
}

const imports = (tx: Tx) => tx.db.selectFrom('training.roster_imports').selectAll().where('district', '=', tx.district)

type ImportRow = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>

const importOf = (row: ImportRow): RosterImport => ({
  id: row.id,
  classId: row.class_id,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  outcome: row.outcome as RosterImport['outcome'],
  rowCount: row.row_count,
  marks: row.marks as RosterMark[],
  markedFileId: row.marked_file_id,
  judgedBy: row.judged_by as JudgedBy | null,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function findImport(tx: Tx, id: string): Promise<RosterImport | undefined> {
  const row = await imports(tx).where('id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

/** Uploads for a class, newest first; `after` is the last one's id. */
export async function listImports(
  tx: Tx,
  classId: string,
  page: { after?: string | undefined; limit: number },
): Promise<RosterImport[]> {
  let query = imports(tx).where('class_id', '=', classId)
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(importOf)
}

export type NewEnrolment = {
  readonly id: string
  readonly personId: string
  readonly seq: number
  readonly sheetRow: number
  /** As the roster gives them, whatever else is known of the person. */
  readonly name: string
  readonly phone: { readonly sealed: Buffer; readonly masked: string }
  readonly groupCode: string
  readonly education: string
  readonly addressSealed: Buffer | null
  readonly bankAccountId: string
  readonly doubts: readonly Sentence[]
}

export async function insertEnrolments(
  tx: Tx,
  roster: { classId: string; importId: string },
  people: readonly NewEnrolment[],
): Promise<void> {
  await tx.db
    .insertInto('training.enrolments')
    .values(
      people.map((person) => ({
        district: tx.district,
        id: person.id,
        class_id: roster.classId,
        roster_import_id: roster.importId,
        person_id: person.personId,
        position: person.seq,
        sheet_row: person.sheetRow,
        name: person.name,
        phone_sealed: person.phone.sealed,
        phone_masked: person.phone.masked,
        group_code: person.groupCode,
        education: person.education,
        address_sealed: person.addressSealed,
        bank_account_id: person.bankAccountId,
        doubts: JSON.stringify(person.doubts),
      })),
    )
    .execute()
}

/** One person on the current roster of a class. */
export type RosterEntry = {
  readonly enrolmentId: string
  readonly personId: string
  /** 序号 on the sheet. */
  readonly seq: number
  /** The name this roster gives, or two people put right, in clear, for comparing; shown as `maskedName`. */
  readonly name: string
  readonly maskedName: string
  readonly groupCode: string
  readonly bankAccountId: string
  /** The row in the margin of the sheet. */
  readonly sheetRow: number
}

export type Enrolment = RosterEntry & {
  readonly classId: string
  readonly importId: string
  readonly maskedPhone: string | null
  readonly education: string
  readonly doubts: readonly Sentence[]
}

const enrolments = (tx: Tx) =>
  tx.db
    .selectFrom('training.enrolments as e')
    .select([
      'e.id',
      'e.class_id',
      'e.roster_import_id',
      'e.person_id',
      'e.position',
      nameNow(tx).as('name'),
      'e.phone_masked',
      'e.group_code',
      'e.bank_account_id',
      'e.sheet_row',
      'e.education',
      'e.doubts',
    ])
    .where('e.district', '=', tx.district)

const ofCurrentRoster = (tx: Tx, classId: string) =>
  enrolments(tx)
    .innerJoin('training.classes as c', (join) =>
      join.onRef('c.district', '=', 'e.district').onRef('c.roster_import_id', '=', 'e.roster_import_id'),
    )
    .where('c.id', '=', classId)
    .orderBy('e.position')

type EnrolmentRow = Awaited<ReturnType<ReturnType<typeof enrolments>['executeTakeFirstOrThrow']>>

const enrolmentOf = (row: EnrolmentRow): Enrolment => ({
  enrolmentId: row.id,
  classId: row.class_id,
  importId: row.roster_import_id,
  personId: row.person_id,
  seq: row.position,
  name: row.name,
  maskedName: maskName(row.name),
  maskedPhone: row.phone_masked,
  groupCode: row.group_code,
  bankAccountId: row.bank_account_id,
  sheetRow: row.sheet_row,
  education: row.education,
  doubts: row.doubts as Sentence[],
})

/** The current roster of a class, in the order of its sheet; empty before there is one. */
export async function listRoster(tx: Tx, classId: string): Promise<RosterEntry[]> {
  return (await ofCurrentRoster(tx, classId).execute()).map((row) => {
    const { enrolmentId, personId, seq, name, maskedName, groupCode, bankAccountId, sheetRow } = enrolmentOf(row)
    return { enrolmentId, personId, seq, name, maskedName, groupCode, bankAccountId, sheetRow }
  })
}

/** The same, page by page: `after` is the last 序号. */
export async function listRosterPage(
  tx: Tx,
  classId: string,
  page: { after?: number | undefined; limit: number },
): Promise<Enrolment[]> {
  let query = ofCurrentRoster(tx, classId)
  if (page.after !== undefined) query = query.where('e.position', '>', page.after)
  return (await query.limit(page.limit).execute()).map(enrolmentOf)
}

export async function findEnrolment(tx: Tx, id: string): Promise<Enrolment | undefined> {
  const row = await enrolments(tx).where('e.id', '=', id).executeTakeFirst()
  return row && enrolmentOf(row)
}

/** Enrolments by id, current or not. */
export async function listEnrolmentsById(tx: Tx, ids: readonly string[]): Promise<Enrolment[]> {
  if (ids.length === 0) return []
  return (
    await enrolments(tx)
      .where('e.id', 'in', [...ids])
      .execute()
  ).map(enrolmentOf)
}

/** Every place a person ever had on a roster. */
export async function listEnrolmentIdsOfPerson(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('training.enrolments')
    .select('id')
    .where('district', '=', tx.district)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Everybody one upload brought in, current or not. */
export async function listEnrolmentsOfImport(tx: Tx, importId: string): Promise<Enrolment[]> {
  return (await enrolments(tx).where('e.roster_import_id', '=', importId).orderBy('e.position').execute()).map(
    enrolmentOf,
  )
}

/** Phones in clear by enrolment, for a form that is printed with numbers in full; enrolments without one are absent. */
export async function listPhones(tx: Tx, vault: Vault, enrolmentIds: readonly string[]): Promise<Map<string, string>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('training.enrolments')
    .select(['id', 'phone_sealed'])
    .where('district', '=', tx.district)
    .where('id', 'in', [...enrolmentIds])
    .execute()
  return new Map(
    rows.flatMap(({ id, phone_sealed }) =>
      phone_sealed === null ? [] : [[id, vault.openText(phonePlace(tx.district, id), phone_sealed)] as const],
    ),
  )
}

/** A name that a current roster gives a person. */
export type StandingName = {
  readonly personId: string
  readonly name: string
  readonly classId: string
  readonly importId: string
}

/** What the current rosters call these persons, the earliest first. */
export async function listStandingNames(tx: Tx, personIds: readonly string[]): Promise<StandingName[]> {
  if (personIds.length === 0) return []
  const rows = await enrolments(tx)
    .innerJoin('training.classes as c', (join) =>
      join.onRef('c.district', '=', 'e.district').onRef('c.roster_import_id', '=', 'e.roster_import_id'),
    )
    .where('e.person_id', 'in', [...new Set(personIds)])
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    classId: row.class_id,
    importId: row.roster_import_id,
  }))
}

/** What attendance came to for an enrolment, newest first: a step of its own on the way to the money. */
export async function listMusterIds(tx: Tx, enrolmentId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('training.musters')
    .select('id')
    .where('district', '=', tx.district)
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => row.id)
}
