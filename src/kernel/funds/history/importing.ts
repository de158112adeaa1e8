import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { streamRows } from '../../../platform/office/public.ts'
import { recordAct } from '../../record/public.ts'
import { type CivilDate, civilDate, civilDateOf, newId, plainText } from '../../values/public.ts'
import { tellChanged } from './changed.ts'
import type { Meaning } from './meanings.ts'
import { isHeadAgain, missingOf } from '../headings/head.ts'
import { LEDGER } from './columns.ts'
import type { Knowledge } from './knowledge.ts'
import { insertPastPayments, type PastPayment } from './payment-store.ts'
import { LedgerReader, type LedgerTerms } from './reading.ts'
import { rowWords } from './row-words.ts'
import {
  beginSource,
  type ColumnRead,
  endSource,
  findSourceOfFile,
  type HistorySource,
  insertPeople,
  type NewSource,
  wholeOrNothing,
} from './source-store.ts'
import { MOST_ROWS, readingFile, type Survey, surveyLedger, type SurveyedColumn } from './survey.ts'
import { words } from './words.ts'

const MOST_NAMED = 200
const PAYMENTS_AT_ONCE = 4_000

/** The province answers about everything before its day. */
const EARLIEST = civilDate('1990-01-01')

/** A file of past payments as somebody hands it in. */
export type LedgerGiven = {
  readonly kind: 'ledger' | 'province-file'
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Whose file, in their words. */
  readonly source: string
  /** For which time it tells everything; the province's answer from the beginning. */
  readonly coversFrom: CivilDate | null
  readonly coversTo: CivilDate
  readonly families: readonly string[]
  /** Whom the province was asked about: the keyed hash of each person's number, and the person. */
  readonly asked: {
    readonly group: NonNullable<HistorySource['group']>
    readonly people: ReadonlyMap<string, string>
  } | null
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/** What came of a file: taken, taken before, or something about it must be explained first. */
export type LedgerOutcome =
  | { readonly kind: 'imported'; readonly source: HistorySource; readonly before: boolean }
  | { readonly kind: 'columns'; readonly survey: Survey; readonly missing: readonly Meaning[] }
  | { readonly kind: 'wordings'; readonly survey: Survey }

/** Another transaction imported the same bytes while this one waited for it. */
class ImportedMeanwhile extends Error {}

/**
 * Imports a file as a whole or not at all; the same bytes a second time give the first import's answer. It is read twice:
 * once to understand it (merges are only known at a file's end), once to take it, some thousands of rows at a time.
 */
export async function importLedger(
  tx: Tx,
  needs: { readonly vault: Vault; readonly knowledge: Knowledge },
  given: LedgerGiven,
): Promise<LedgerOutcome> {
  const hash = sha256(given.bytes)
  const about = given.asked ? `${given.asked.group.kind}:${given.asked.group.id}:${given.coversTo}` : ''
  const before = await findSourceOfFile(tx, hash, about)
  if (before) return { kind: 'imported', source: before, before: true }
  const survey = await surveyLedger(given.bytes, given.fileName, needs.knowledge)
  if (!survey.read) return { kind: 'columns', survey, missing: missingOf(survey.columns, LEDGER) }
  if (survey.unknown.length > 0) return { kind: 'wordings', survey }
  try {
    const source = await wholeOrNothing(tx, () => storeLedger(tx, needs, given, survey, hash, about))
    return { kind: 'imported', source, before: false }
  } catch (error) {
    if (!(error instanceof ImportedMeanwhile)) throw error
    return { kind: 'imported', source: (await findSourceOfFile(tx, hash, about))!, before: true }
  }
}

async function storeLedger(
  tx: Tx,
  needs: { readonly vault: Vault; readonly knowledge: Knowledge },
  given: LedgerGiven,
  survey: Survey,
  hash: Buffer,
  about: string,
): Promise<HistorySource> {
  const { kind, source, coversFrom, coversTo, families, asked, actor, now } = given
  const fileName = keptFileName(given.fileName)
  const fileId = newId()
  const mediaType = mediaTypeOf(fileName)
  await keepFile(tx, needs.vault, {
    id: fileId,
    name: fileName,
    mediaType,
    bytes: given.bytes,
    createdBy: actor.accountId,
  })
  const begun: NewSource = {
    id: newId(),
    kind,
    source,
    coversFrom,
    coversTo,
    families,
    fileId,
    fileName,
    sha256: hash,
    about,
    group: asked?.group ?? null,
    columnsRead: survey.columns.map(readAs),
    accountId: actor.accountId,
    businessAt: now,
  }
  if (!(await beginSource(tx, begun))) throw new ImportedMeanwhile()
  const came = await storeLines(tx, needs, given, survey, begun.id)
  await endSource(tx, begun.id, came)
  if (asked) {
    const people = [...asked.people].map(([lookup, personId]) => ({
      personId,
      answer: came.told.has(lookup) ? ('received' as const) : ('nothing' as const),
    }))
    await insertPeople(tx, begun.id, people)
  }
  await recordAct(tx, {
    id: newId(),
    act: kind === 'ledger' ? 'history.ledger-imported' : 'history.province-file-imported',
    subjectKind: 'history-source',
    subjectId: begun.id,
    actor,
    at: now,
    detail: { fileId, rowCount: came.rowCount, coversFrom, coversTo, families },
  })
  await tellChanged(tx, begun.id, asked?.group ?? null)
  const { rowCount, amountFen, doubts } = came
  return { ...begun, rowCount, amountFen, doubts, withdrawn: false }
}

function readAs({ text, meaning }: SurveyedColumn): ColumnRead {
  return { heading: text, meaning: meaning ?? 'ignored' }
}

/** Reads the file to its end while it is being stored; throws every problem at once. */
async function storeLines(
  tx: Tx,
  { vault, knowledge }: { readonly vault: Vault; readonly knowledge: Knowledge },
  given: LedgerGiven,
  survey: Survey,
  sourceId: string,
) {
  const reader = new LedgerReader(termsOf(given, survey, knowledge))
  const faults: ProblemItem[] = []
  const told = new Set<string>()
  let [faultCount, rowCount, amountFen] = [0, 0, 0n]
  let batch: PastPayment[] = []
  const fault = (row: number, sentence: ProblemItem['sentence']) => {
    faultCount += 1
    if (faults.length < MOST_NAMED) faults.push({ at: '', sentence: rowWords.inRow(row, sentence) })
  }
  await readingFile(async () => {
    for await (const rows of streamRows(given.bytes, { fileName: given.fileName, maxRows: MOST_ROWS })) {
      for (const row of rows) {
        const reading =
          row.row <= survey.head.lastHeaderRow || isHeadAgain(survey.head, row) ? undefined : reader.read(row)
        if (!reading) continue
        if ('problems' in reading) {
          for (const sentence of reading.problems) fault(row.row, sentence)
          continue
        }
        // The number itself ends here: what goes on is the keyed hash our own rosters are found by.
        const { identityNumber, ...line } = reading.line
        const identityLookup = vault.lookup('people.identity', identityNumber)
        if (given.asked) {
          const lookup = identityLookup.toString('hex')
          if (given.asked.people.has(lookup)) told.add(lookup)
          else fault(row.row, words.notAsked)
        }
        rowCount += 1
        amountFen += line.amountFen
        // After the first fault nothing will be kept, and the rest is read only to name what else is wrong.
        if (faultCount === 0) batch.push({ ...line, identityLookup })
      }
      if (batch.length >= PAYMENTS_AT_ONCE) {
        await insertPastPayments(tx, sourceId, batch)
        batch = []
      }
    }
  })
  if (faultCount > 0)
    throw new Problem('not-acceptable', words.wrong(faultCount, MOST_NAMED), { items: faults, code: 'ledger-wrong' })
  await insertPastPayments(tx, sourceId, batch)
  return { rowCount, amountFen, doubts: reader.doubts(), told }
}

function termsOf(given: LedgerGiven, survey: Survey, knowledge: Knowledge): LedgerTerms {
  const { families, coversFrom, coversTo, now } = given
  const [onlyFamily] = families
  return {
    columns: survey.read!,
    merges: survey.merges,
    knowledge,
    onlyFamily: families.length === 1 ? onlyFamily! : null,
    covers: { from: coversFrom ?? EARLIEST, to: coversTo },
    today: civilDateOf(now),
  }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
}

export function mediaTypeOf(fileName: string): string {
  return MEDIA_TYPES[/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

/** The file's name without a number as long as a phone's or longer. */
export function keptFileName(fileName: string): string {
  return (
    plainText(fileName)
      .replace(/\p{Cc}/gu, '')
      .replace(/\p{Nd}(?:[ -]?\p{Nd}){10,}[xX]?/gu, '***')
      .slice(0, 200) || 'ledger'
  )
}
