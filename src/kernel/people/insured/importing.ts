import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { findHeader, type GridRow, streamRows, UnreadableFile } from '../../../platform/office/public.ts'
import { recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../values/public.ts'
import { COLUMN_MEANINGS, type InsuredColumn } from './columns.ts'
import { keptFileName, lineReader, type RowReading } from './rules.ts'
import {
  beginInsuredImport,
  endInsuredImport,
  findInsuredImport,
  type InsuredImport,
  type InsuredSpell,
  insertInsuredSpells,
  wholeOrNothing,
} from './store.ts'
import { words } from './words.ts'

/** Technical bounds: how long a list may be, how many of its problems are named, how many spells go in one statement. */
const MOST_ROWS = 300_000
const MOST_NAMED = 200
const SPELLS_AT_ONCE = 4_000

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
}

/** A list of insured staff as somebody hands it in: where it comes from in their words, and which day its data are of. */
export type InsuredList = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly asOf: CivilDate
  readonly source: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/**
 * Imports a list as a whole or not at all; the same bytes a second time give the first import's answer. Rows are read,
 * hashed and stored at the same time, some thousands ahead of one another, so memory does not grow with the list.
 */
export async function importInsuredList(tx: Tx, vault: Vault, list: InsuredList): Promise<InsuredImport> {
  const today = civilDateOf(list.now)
  if (list.asOf > today) throw new Problem('bad-input', words.asOfTomorrow)
  const hash = sha256(list.bytes)
  const before = await findInsuredImport(tx, hash)
  if (before) return before
  try {
    return await wholeOrNothing(tx, async () => storeList(tx, vault, list, hash))
  } catch (error) {
    if (!(error instanceof ImportedMeanwhile)) throw error
    return (await findInsuredImport(tx, hash))!
  }
}

/** Another transaction imported the same bytes while this one waited for it. */
class ImportedMeanwhile extends Error {}

async function storeList(tx: Tx, vault: Vault, list: InsuredList, hash: Buffer): Promise<InsuredImport> {
  const { bytes, asOf, source, actor, now } = list
  const { accountId } = actor
  const fileName = keptFileName(list.fileName)
  const mediaType = MEDIA_TYPES[/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const fileId = newId()
  await keepFile(tx, vault, { id: fileId, name: fileName, mediaType, bytes, createdBy: accountId })
  const begun = { id: newId(), fileId, fileName, source, asOf, accountId, businessAt: now }
  if (!(await beginInsuredImport(tx, { ...begun, sha256: hash }))) throw new ImportedMeanwhile()
  const rowCount = await storeSpells(tx, vault, list, begun.id)
  await endInsuredImport(tx, begun.id, rowCount)
  await recordAct(tx, {
    id: newId(),
    act: 'insured-list.imported',
    subjectKind: 'insured-import',
    subjectId: begun.id,
    actor,
    at: now,
    detail: { fileId, rowCount, asOf },
  })
  return { ...begun, rowCount }
}

/** Reads the list to its end and stores it; throws every problem at once. */
async function storeSpells(tx: Tx, vault: Vault, list: InsuredList, importId: string): Promise<number> {
  const faults = new Faults()
  const storing = new Storing((spells) => insertInsuredSpells(tx, importId, spells))
  let read: ((row: GridRow) => RowReading) | undefined
  let rowCount = 0
  try {
    for await (const rows of streamRows(list.bytes, { fileName: list.fileName, maxRows: MOST_ROWS })) {
      const header = read ? undefined : headerOf(rows)
      read ??= lineReader(header!.columnOf, civilDateOf(list.now))
      for (const row of rows) {
        if (header && row.row <= header.lastHeaderRow) continue
        const reading = read(row)
        if (!reading) continue
        rowCount += 1
        if ('problems' in reading) faults.add(row.row, reading.problems)
        else if (faults.count === 0) await storing.add(spellOf(vault, reading.line))
      }
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? new Problem('not-acceptable', error.sentence, { code: error.code }) : error
  } finally {
    await storing.end()
  }
  if (faults.count > 0)
    throw new Problem('not-acceptable', words.wrong(faults.count, MOST_NAMED), { items: faults.named })
  if (rowCount === 0) throw new Problem('not-acceptable', words.nobody)
  return rowCount
}
