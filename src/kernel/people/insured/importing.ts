import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { findHeader, type GridRow, type Header, streamRows, UnreadableFile } from '../../../platform/office/public.ts'
import { isEmptied, recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, keptFileName, newId } from '../../values/public.ts'
import { Batches } from './batches.ts'
import { COLUMN_MEANINGS, type InsuredColumn } from './columns.ts'
import { type InsuredLine, lineReader, type RowReading } from './rules.ts'
import {
  beginInsuredImport,
  endInsuredImport,
  findInsuredImport,
  type InsuredEmployer,
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
  /** The id a new import gets; without it one is made. An answer with another id was there before. */
  readonly id?: string
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
  if (before) {
    if (await isEmptied(tx, 'people.insured_imports', before.id))
      throw new Problem('conflict', words.emptied, { code: 'insured-list-emptied' })
    return before
  }
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
  const fileName = keptFileName(list.fileName, 'insured-staff')
  const mediaType = MEDIA_TYPES[/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const fileId = newId()
  await keepFile(tx, vault, { id: fileId, name: fileName, mediaType, bytes, createdBy: accountId })
  const begun = { id: list.id ?? newId(), fileId, fileName, source, asOf, accountId, businessAt: now }
  if (!(await beginInsuredImport(tx, { ...begun, sha256: hash }))) throw new ImportedMeanwhile()
  const employers = await storeSpells(tx, vault, list, begun.id)
  const rowCount = employers.reduce((sum, employer) => sum + employer.rowCount, 0)
  await endInsuredImport(tx, begun.id, { rowCount, employers })
  await recordAct(tx, {
    id: newId(),
    act: 'insured-list.imported',
    subjectKind: 'insured-list',
    subjectId: begun.id,
    actor,
    at: now,
    detail: { fileId, rowCount, asOf },
  })
  return { ...begun, rowCount, withdrawn: null }
}

async function storeSpells(tx: Tx, vault: Vault, list: InsuredList, importId: string): Promise<InsuredEmployer[]> {
  const spells = new Batches<InsuredSpell>(SPELLS_AT_ONCE, (batch) => insertInsuredSpells(tx, importId, batch))
  try {
    const employers = await readInto(spells, vault, list)
    await spells.end()
    return employers
  } finally {
    await spells.idle()
  }
}

/** Reads the list to its end while it is being stored; throws every problem at once. */
async function readInto(spells: Batches<InsuredSpell>, vault: Vault, list: InsuredList): Promise<InsuredEmployer[]> {
  const faults: ProblemItem[] = []
  let faultCount = 0
  const employers = new Map<string, { uscc: string; name: string; rowCount: number }>()
  let anybody = false
  for await (const readings of readingsOf(list)) {
    for (const { row, reading } of readings) {
      anybody = true
      if ('line' in reading) {
        const { uscc, employerName: name } = reading.line
        const employer = employers.get(uscc)
        if (employer) employer.rowCount += 1
        else employers.set(uscc, { uscc, name, rowCount: 1 })
        // After the first fault nothing will be kept, and the rest is read only to name what else is wrong.
        if (faultCount === 0) await spells.add(spellOf(vault, reading.line))
      } else {
        faultCount += reading.problems.length
        for (const what of reading.problems)
          if (faults.length < MOST_NAMED) faults.push({ at: '', sentence: words.inRow(row, what) })
      }
    }
  }
  if (faultCount > 0) throw new Problem('not-acceptable', words.wrong(faultCount, MOST_NAMED), { items: faults })
  if (!anybody) throw new Problem('not-acceptable', words.nobody)
  return [...employers.values()]
}

type Reading = { readonly row: number; readonly reading: NonNullable<RowReading> }

/** The entries of the list as the file is read, chunk by chunk: no blank rows, no footers, no header. */
async function* readingsOf({ bytes, fileName, now }: InsuredList): AsyncGenerator<Reading[]> {
  let read: ((row: GridRow) => RowReading) | undefined
  try {
    for await (const rows of streamRows(bytes, { fileName, maxRows: MOST_ROWS })) {
      // A first chunk is longer than any header and its titles.
      const header = read ? undefined : headerOf(rows)
      read ??= lineReader(header!.columnOf, civilDateOf(now))
      const readings: Reading[] = []
      for (const row of rows) {
        const reading = header && row.row <= header.lastHeaderRow ? undefined : read(row)
        if (reading) readings.push({ row: row.row, reading })
      }
      yield readings
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? new Problem('not-acceptable', error.sentence, { code: error.code }) : error
  }
}

function headerOf(rows: readonly GridRow[]): Header<InsuredColumn> {
  const header = findHeader({ rows, merges: [] }, COLUMN_MEANINGS)
  if (!header) throw new Problem('not-acceptable', words.noHeader)
  const wrong = [
    ...header.missing.map(words.missingColumn),
    ...header.repeated.map((cell) => words.repeatedColumn(cell.key)),
  ]
  const items = wrong.map((sentence) => ({ at: String(header.headerRow), sentence }))
  if (items.length > 0) throw new Problem('not-acceptable', words.columns, { items })
  return header
}

/** The number itself ends here: what goes on is the keyed hash our own rosters are found by. */
function spellOf(vault: Vault, line: InsuredLine): InsuredSpell {
  const { uscc, employerName, identityNumber, fromMonth, toMonth } = line
  return { uscc, employerName, identityLookup: vault.lookup('people.identity', identityNumber), fromMonth, toMonth }
}
