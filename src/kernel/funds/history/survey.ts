import { Problem } from '../../../platform/contract/public.ts'
import { type GridRow, type SheetFacts, surveyRows, textAt, UnreadableFile } from '../../../platform/office/public.ts'
import { type ColumnSaid, columnsRead, columnsSaid, findHead, isHeadAgain, type SheetHead } from '../headings/head.ts'
import { LEDGER } from './columns.ts'
import type { LedgerColumn, Meaning } from './meanings.ts'
import { type Knowledge, UnknownWordings } from './knowledge.ts'
import { sampleOf } from './samples.ts'
import { words } from './words.ts'
import { areNames } from './wordings.ts'

/** Technical bound on the rows of one ledger. */
export const MOST_ROWS = 200_000
const MOST_UNKNOWN = 500
const SAMPLES = 3

export type SurveyedColumn = ColumnSaid<Meaning> & { readonly samples: readonly string[] }

/** What a ledger is, before anything of it is taken: its head, what is not understood yet, and where cells are merged. */
export type Survey = {
  readonly head: SheetHead
  readonly columns: readonly SurveyedColumn[]
  /** Undefined while somebody has to say what a column means. */
  readonly read: ReadonlyMap<LedgerColumn, number> | undefined
  readonly unknown: ReturnType<UnknownWordings['list']>
  readonly merges: SheetFacts['merges']
}

/** Reads the whole file once without taking anything of it. */
export async function surveyLedger(bytes: Uint8Array, fileName: string, knowledge: Knowledge): Promise<Survey> {
  const look = new Look(knowledge)
  const facts = await readingFile(() =>
    surveyRows(bytes, { fileName, maxRows: MOST_ROWS }, (rows) => {
      for (const row of rows) look.see(row, rows)
    }),
  )
  const further = facts.furtherSheets ?? []
  if (further.length > 0)
    throw new Problem('not-acceptable', words.severalSheets([facts.sheetName, ...further]), { code: 'several-sheets' })
  if (!look.head) throw new Problem('not-acceptable', words.noHead, { code: 'no-head' })
  const unknown = look.wordings.list()
  const [occupation] = look.columns.filter((column) => column.meaning === 'occupation')
  if (occupation && areNames(look.wordings.occupations()))
    throw new Problem('not-acceptable', words.namesAsOccupation(occupation.text), { code: 'names-as-occupation' })
  if (unknown.length > MOST_UNKNOWN)
    throw new Problem('not-acceptable', words.tooManyWordings(unknown.length), { code: 'too-many-wordings' })
  return { head: look.head, columns: look.columns, read: look.read, unknown, merges: facts.merges }
}

/** A refusal of the reader, told to the person. */
export async function readingFile<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UnreadableFile ? new Problem('not-acceptable', error.sentence, { code: error.code }) : error
  }
}

class Look {
  readonly #knowledge: Knowledge
  readonly wordings: UnknownWordings
  head: SheetHead | undefined
  columns: readonly SurveyedColumn[] = []
  read: ReadonlyMap<LedgerColumn, number> | undefined
  #began = false

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
    this.wordings = new UnknownWordings(knowledge)
  }

  see(row: GridRow, chunk: readonly GridRow[]): void {
    if (!this.#began) this.#begin(chunk)
    if (!this.head || !this.read || row.row <= this.head.lastHeaderRow || isHeadAgain(this.head, row)) return
    const at = (column: LedgerColumn) => textAt(row, this.read?.get(column) ?? -1)
    // Totals and the form's foot say nothing about a subsidy; a person's row has a number.
    if (at('identityNumber').trim() === '') return
    for (const kind of ['family', 'occupation', 'level'] as const) this.wordings.see(kind, at(kind))
  }

  /** A first chunk is longer than any head and its titles. */
  #begin(chunk: readonly GridRow[]): void {
    this.#began = true
    this.head = findHead(chunk, LEDGER)
    if (!this.head) return
    const { lastHeaderRow, sha256 } = this.head
    const body = chunk.filter((row) => row.row > lastHeaderRow && !isHeadAgain(this.head!, row))
    const said = columnsSaid(this.head, LEDGER, this.#knowledge.mappingOf(sha256))
    this.columns = said.map((each) => ({ ...each, samples: this.#samplesOf(body, each.column) }))
    this.read = columnsRead(said, LEDGER)
  }

  #samplesOf(body: readonly GridRow[], column: number): string[] {
    const values = new Set<string>()
    for (const row of body) {
      const text = textAt(row, column).trim()
      if (text !== '') values.add(sampleOf(text, this.#knowledge.words))
      if (values.size === SAMPLES) break
    }
    return [...values]
  }
}
