import { Problem } from '../../../platform/contract/public.ts'
import {
  type Grid,
  readGrid,
  UnreadableFile,
  writeMarkedWorkbook,
  writeTable,
} from '../../../platform/office/public.ts'
import { COLUMN_TITLES, ROSTER_COLUMNS } from './columns.ts'
import type { JudgedRoster } from './rules.ts'
import { problems, sheet } from './words.ts'

/** Lines of a form that are not people, and then some: the limit itself is counted in people, by the rules. */
const LINES_PER_PERSON = 10

/** The uploaded sheet, or the reader's own sentence about why it cannot be read. */
export async function readRosterFile(bytes: Uint8Array, fileName: string, maxPeople: number): Promise<Grid> {
  try {
    return await readGrid(bytes, { fileName, maxRows: maxPeople * LINES_PER_PERSON })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const sentence = error.code === 'too-many-rows' ? problems.tooManyRows(maxPeople, null) : error.sentence
    const kind = error.code === 'busy' ? 'unavailable' : error.code === 'too-large' ? 'too-large' : 'not-acceptable'
    throw new Problem(kind, sentence, { code: `roster-${error.code}` })
  }
}

/** The sheet again with every problem marked. In Chinese whoever asks: it goes back to the office that filled it in. */
export function markedWorkbook(grid: Grid, judged: JudgedRoster): Promise<Uint8Array> {
  return writeMarkedWorkbook({
    grid,
    headerRow: judged.headerRow,
    problemColumnTitle: sheet.problemColumn.zh,
    marks: judged.marks.map((mark) => ({
      row: mark.sheetRow,
      column: mark.column === null ? null : (judged.columnOf.get(mark.column) ?? null),
      sentence: mark.sentence.zh,
      kind: mark.kind,
    })),
  })
}

/** As many lines as most classes need; every cell is text, so that no program rounds an identity number. */
const TEMPLATE_LINES = 60

/** An empty roster in the official form. */
export function emptyRoster(): Promise<Uint8Array> {
  return writeTable({
    title: sheet.title.zh,
    columns: ROSTER_COLUMNS.map((column) => COLUMN_TITLES[column].zh),
    rows: Array.from({ length: TEMPLATE_LINES }, (_, line) =>
      ROSTER_COLUMNS.map((column) => (column === 'seq' ? line + 1 : '')),
    ),
  })
}
