import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { cellAt, type GridRow, isFooter, readGrid, textAt } from '../../../platform/office/public.ts'
import { listIdentityLookups, listPersons } from '../../people/public.ts'
import {
  type CivilDate,
  checkIdentityNumber,
  compactText,
  maskIdentity,
  maskName,
  parseYuan,
  plainText,
} from '../../values/public.ts'
import {
  type ColumnSaid,
  columnsRead,
  columnsSaid,
  type Dictionary,
  findHead,
  isHeadAgain,
  missingOf,
} from '../headings/head.ts'
import { findColumns } from '../headings/remembered-store.ts'
import { sampleOf } from '../history/samples.ts'
import { readingFile } from '../history/survey.ts'
import {
  type Compared,
  compareLists,
  type Meaning,
  MEANINGS,
  type OldColumn,
  type OldLine,
  type OurLine,
  REQUIRED_COLUMNS,
  SIDE_STATES,
  type SideState,
  stateOf,
} from './rules.ts'
import { listPeopleOfClaims } from './store.ts'
import { HEADINGS, OLD_STATES, words } from './words.ts'

const MOST_ROWS = 5_000
const MOST_NAMED = 200
const SAMPLES = 3
const TOTAL = /^(合计|小计|总计|共计|累计)/
const NO_WORDS: ReadonlySet<string> = new Set()
const DICTIONARY: Dictionary<Meaning> = { meanings: MEANINGS, names: HEADINGS, required: REQUIRED_COLUMNS }
const STATES = new Map(SIDE_STATES.flatMap((state) => OLD_STATES[state].map((word) => [word, state] as const)))

export type OldListGiven = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly from: string
  readonly to: string
  readonly today: CivilDate
}

export type OldListCompared = Compared & {
  readonly old: readonly OldLine[]
  readonly ours: readonly OurLine[]
  readonly unreadStates: number
}

export type OldListOutcome =
  | ({ readonly kind: 'compared' } & OldListCompared)
  | {
      readonly kind: 'columns'
      readonly columns: readonly (ColumnSaid<Meaning> & { readonly samples: readonly string[] })[]
      readonly missing: readonly Meaning[]
    }

/** Reads an old list whole or not at all, every mistake told by row, and compares it with what stands here. */
export async function compareWithOld(tx: Tx, vault: Vault, given: OldListGiven): Promise<OldListOutcome> {
  if (given.to < given.from) throw new Problem('bad-input', words.daysWrong)
  const grid = await readingFile(() => readGrid(given.bytes, { fileName: given.fileName, maxRows: MOST_ROWS }))
  const further = grid.furtherSheets ?? []
  if (further.length > 0)
    throw new Problem('not-acceptable', words.severalSheets([grid.sheetName, ...further]), { code: 'several-sheets' })
  const head = findHead(grid.rows, DICTIONARY)
  if (!head) throw new Problem('not-acceptable', words.noHead, { code: 'no-head' })
  const body = grid.rows.filter((row) => row.row > head.lastHeaderRow && !isHeadAgain(head, row))
  const said = columnsSaid(head, DICTIONARY, await findColumns<Meaning>(tx, 'funds.old_list_mappings', head.sha256))
  const columns = columnsRead(said, DICTIONARY)
  if (!columns) {
    const asked = said.map((each) => ({ ...each, samples: samplesOf(body, each.column) }))
    return { kind: 'columns', columns: asked, missing: missingOf(said, DICTIONARY) }
  }
  const { lines, unreadStates } = linesOf(body, { columns, vault, today: given.today })
  const ours = await ourLines(tx, given)
  return { kind: 'compared', ...compareLists(lines, ours), old: lines, ours, unreadStates }
}

function samplesOf(body: readonly GridRow[], column: number): string[] {
  const values = body.map((row) => textAt(row, column).trim()).filter((text) => text !== '')
  return [...new Set(values.map((text) => sampleOf(text, NO_WORDS)))].slice(0, SAMPLES)
}

type Reading = {
  readonly columns: ReadonlyMap<OldColumn, number>
  readonly vault: Vault
  readonly today: CivilDate
}

function linesOf(body: readonly GridRow[], reading: Reading): { lines: OldLine[]; unreadStates: number } {
  const { columns, vault, today } = reading
  const text = (row: GridRow, key: OldColumn) => {
    const column = columns.get(key)
    return column === undefined ? '' : plainText(textAt(row, column))
  }
  const items: ProblemItem[] = []
  const lines: OldLine[] = []
  let unreadStates = 0
  for (const row of body) {
    if (isNoEntry(row, columns)) continue
    const cell = cellAt(row, columns.get('identityNumber')!)
    const asNumber = cell?.raw === 'number' || cell?.raw === 'date'
    const identity = checkIdentityNumber(cell?.text ?? '', { today })
    const amount = parseYuan(text(row, 'amount'))
    const problems = [
      ...(asNumber ? [words.identityAsNumber] : identity.ok ? [] : identity.problems),
      ...(amount.ok && amount.value >= 0n ? [] : [words.amountUnread]),
    ]
    items.push(...problems.map((why) => ({ at: '', sentence: words.inRow(row.row, why) })))
    if (problems.length > 0 || !identity.ok || !amount.ok) continue
    const said = compactText(text(row, 'state'))
    const state = STATES.get(said) ?? null
    if (said !== '' && state === null) unreadStates += 1
    lines.push({
      row: row.row,
      person: vault.lookup('people.identity', identity.value).toString('hex'),
      maskedName: maskName(text(row, 'name')),
      maskedIdentity: maskIdentity(identity.value),
      amountFen: amount.value,
      state,
    })
  }
  if (items.length > 0)
    throw new Problem('not-acceptable', words.wrong(items.length, MOST_NAMED), {
      items: items.slice(0, MOST_NAMED),
      code: 'old-list-wrong',
    })
  if (lines.length === 0) throw new Problem('not-acceptable', words.nobody, { code: 'nobody' })
  return { lines, unreadStates }
}

/** An empty line, a total, or the form's foot. */
function isNoEntry(row: GridRow, columns: ReadonlyMap<OldColumn, number>): boolean {
  const own = [...columns.values()].filter((column) => textAt(row, column).trim() !== '')
  if (own.length === 0 || row.cells.some((cell) => TOTAL.test(compactText(cell.text)))) return true
  return isFooter(row, { sequence: -1, identity: [...columns.values()] })
}

async function ourLines(tx: Tx, days: { readonly from: string; readonly to: string }): Promise<OurLine[]> {
  const people = await listPeopleOfClaims(tx, days, MOST_ROWS + 1)
  if (people.length > MOST_ROWS) throw new Problem('not-acceptable', words.tooMany(MOST_ROWS), { code: 'too-many' })
  const ids = [...new Set(people.map(({ personId }) => personId))]
  const lookups = await listIdentityLookups(tx, ids)
  const shown = await listPersons(tx, ids)
  return people.flatMap(({ personId, standing, status, ...line }) => {
    const lookup = lookups.get(personId)
    const person = shown.get(personId)
    if (!lookup || !person) return []
    const { maskedName, maskedIdentity } = person
    const state: SideState = stateOf(standing, status)
    return [{ ...line, person: lookup.toString('hex'), maskedName, maskedIdentity, state }]
  })
}
