import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { type GridRow, streamRows, surveyRows, textAt } from '../../../platform/office/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { type CivilDate, civilDateOf, fenToText, keptFileName, newId } from '../../values/public.ts'
import {
  type ColumnSaid,
  columnsRead,
  columnsSaid,
  findHead,
  isHeadAgain,
  missingOf,
  type SheetHead,
} from '../headings/head.ts'
import { findColumns } from '../headings/remembered-store.ts'
import { mediaTypeOf } from '../history/importing.ts'
import { sampleOf } from '../history/samples.ts'
import { readingFile } from '../history/survey.ts'
import { PROVINCE_FILE } from './columns.ts'
import {
  beginImport,
  endImport,
  findImport,
  importedWhole,
  type ImportFigures,
  insertProvinceLines,
  listImports,
  type ProvinceImport,
  type StoredLine,
} from './import-store.ts'
import type { Meaning } from './meanings.ts'
import { type LineTerms, ProvinceReader } from './reading.ts'
import { rowWords } from './row-words.ts'
import { words } from './words.ts'

/** Technical bound on the lines of one file. */
export const MOST_LINES = 200_000
const MOST_NAMED = 200
const LINES_AT_ONCE = 4_000
const SAMPLES = 3

/** A file of the province as somebody hands it in. */
export type ProvinceFileGiven = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly scheme: string
  /** The day its data are of. */
  readonly asOf: CivilDate
  readonly whole: boolean
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

export type AskedColumn = ColumnSaid<Meaning> & { readonly samples: readonly string[] }

export type ProvinceFileOutcome =
  | { readonly kind: 'imported'; readonly file: ProvinceImport; readonly before: boolean }
  | {
      readonly kind: 'columns'
      readonly headerRow: number
      readonly columns: readonly AskedColumn[]
      readonly missing: readonly Meaning[]
    }

/** Another transaction imported the same bytes while this one waited for it. */
class ImportedMeanwhile extends Error {}

/**
 * Imports the province's file whole or not at all, every mistake told by row; the same bytes give the first answer. Other
 * column names are asked about once and remembered for their set of headings.
 */
export async function importProvinceFile(tx: Tx, vault: Vault, given: ProvinceFileGiven): Promise<ProvinceFileOutcome> {
  const hash = sha256(given.bytes)
  const known = { scheme: given.scheme, sha256: hash }
  const before = await findImport(tx, known)
  if (before) return { kind: 'imported', file: before, before: true }
  if (given.asOf > civilDateOf(given.now)) throw new Problem('bad-input', words.asOfLater)
  const [newest] = await listImports(tx, given.scheme, { limit: 1 })
  if (newest && newest.asOf > given.asOf)
    throw new Problem('conflict', words.asOfEarlier(newest.asOf), { code: 'older-file' })
  const { head, body } = await survey(given)
  const said = columnsSaid(head, PROVINCE_FILE, await findColumns<Meaning>(tx, 'funds.province_mappings', head.sha256))
  const columns = columnsRead(said, PROVINCE_FILE)
  if (!columns) {
    const asked = said.map((each) => ({ ...each, samples: samplesOf(body, each.column) }))
    return { kind: 'columns', headerRow: head.headerRow, columns: asked, missing: missingOf(said, PROVINCE_FILE) }
  }
  const { asOf } = given
  const stateWords = parametersOn(tx.district, civilDateOf(given.now)).get('province.stateWords').value
  try {
    const file = await importedWhole(tx, () =>
      store(tx, vault, given, { head, said, hash, terms: { columns, stateWords, asOf } }),
    )
    return { kind: 'imported', file, before: false }
  } catch (error) {
    if (!(error instanceof ImportedMeanwhile)) throw error
    return { kind: 'imported', file: (await findImport(tx, known))!, before: true }
  }
}

/** The head of the file and the first lines below it; one sheet only. */
async function survey({ bytes, fileName }: ProvinceFileGiven): Promise<{ head: SheetHead; body: readonly GridRow[] }> {
  let first: readonly GridRow[] | undefined
  const facts = await readingFile(() =>
    surveyRows(bytes, { fileName, maxRows: MOST_LINES }, (rows) => {
      first ??= rows
    }),
  )
  const further = facts.furtherSheets ?? []
  if (further.length > 0)
    throw new Problem('not-acceptable', words.severalSheets([facts.sheetName, ...further]), { code: 'several-sheets' })
  const head = first && findHead(first, PROVINCE_FILE)
  if (!first || !head) throw new Problem('not-acceptable', words.noHead, { code: 'no-head' })
  return { head, body: first.filter((row) => row.row > head.lastHeaderRow) }
}

function samplesOf(body: readonly GridRow[], column: number): string[] {
  const values = new Set<string>()
  for (const row of body) {
    const text = textAt(row, column).trim()
    if (text !== '') values.add(sampleOf(text, NO_WORDS))
    if (values.size === SAMPLES) break
  }
  return [...values]
}

const NO_WORDS: ReadonlySet<string> = new Set()

async function store(
  tx: Tx,
  vault: Vault,
  given: ProvinceFileGiven,
  of: { head: SheetHead; said: readonly ColumnSaid<Meaning>[]; hash: Buffer; terms: LineTerms },
): Promise<ProvinceImport> {
  const { scheme, asOf, whole, actor, now } = given
  const fileName = keptFileName(given.fileName, 'province')
  const fileId = newId()
  const mediaType = mediaTypeOf(fileName)
  await keepFile(tx, vault, { id: fileId, name: fileName, mediaType, bytes: given.bytes, createdBy: actor.accountId })
  const begun = {
    id: newId(),
    scheme,
    asOf,
    whole,
    fileId,
    fileName,
    sha256: of.hash,
    columnsRead: of.said.map(({ text, meaning }) => ({ heading: text, meaning: meaning ?? ('ignored' as const) })),
    accountId: actor.accountId,
    businessAt: now,
  }
  if (!(await beginImport(tx, begun))) throw new ImportedMeanwhile()
  const figures = await storeLines(tx, vault, given, { ...of, importId: begun.id })
  await endImport(tx, begun.id, figures)
  await recordAct(tx, {
    id: newId(),
    act: 'province-file.imported',
    subjectKind: 'province-import',
    subjectId: begun.id,
    actor,
    at: now,
    detail: { scheme, asOf, whole, fileId, rows: figures.rowCount, paidFen: fenToText(figures.paidFen) },
  })
  return { ...begun, ...figures }
}

/** Reads the file to its end while it is being stored; throws every mistake at once. */
async function storeLines(
  tx: Tx,
  vault: Vault,
  given: ProvinceFileGiven,
  { head, terms, importId }: { head: SheetHead; terms: LineTerms; importId: string },
): Promise<ImportFigures> {
  const reader = new ProvinceReader(terms)
  const of = { importId, scheme: given.scheme }
  const faults: ProblemItem[] = []
  let [faultCount, rowCount, paidCount, amountFen, paidFen] = [0, 0, 0, 0n, 0n]
  let batch: StoredLine[] = []
  await readingFile(async () => {
    for await (const rows of streamRows(given.bytes, { fileName: given.fileName, maxRows: MOST_LINES })) {
      for (const row of rows) {
        if (row.row <= head.lastHeaderRow || isHeadAgain(head, row)) continue
        const reading = reader.read(row)
        if (!reading) continue
        if ('problems' in reading) {
          faultCount += reading.problems.length
          for (const problem of reading.problems)
            if (faults.length < MOST_NAMED) faults.push({ at: '', sentence: rowWords.inRow(row.row, problem) })
          continue
        }
        // The number itself ends here: what goes on is the keyed hash our own lists are met by.
        const { identityNumber, ...line } = reading.line
        rowCount += 1
        amountFen += line.amountFen
        if (line.paidFen !== null) [paidCount, paidFen] = [paidCount + 1, paidFen + line.paidFen]
        if (faultCount === 0) batch.push({ ...line, identityLookup: vault.lookup('people.identity', identityNumber) })
      }
      if (batch.length < LINES_AT_ONCE) continue
      await insertProvinceLines(tx, of, batch)
      batch = []
    }
  })
  if (faultCount > 0)
    throw new Problem('not-acceptable', words.wrong(faultCount, MOST_NAMED), {
      items: faults,
      code: 'province-file-wrong',
    })
  if (rowCount === 0) throw new Problem('not-acceptable', words.noLines, { code: 'no-lines' })
  await insertProvinceLines(tx, of, batch)
  return { rowCount, paidCount, amountFen, paidFen }
}
