import type { ProblemItem } from '../../platform/contract/public.ts'
import { plainText } from '../values/public.ts'
import { occupationId } from './ids.ts'
import type { Occupation } from './store.ts'
import { badCode, emptyName } from './words.ts'

export type OccupationRow = {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly trade: string
}

/** Occupations from the rows of the official list; every bad row is told at once. */
export function occupationsFrom(
  rows: readonly OccupationRow[],
  edition: number,
): { occupations: Occupation[]; problems: ProblemItem[] } {
  const problems: ProblemItem[] = []
  const occupations = new Map<string, Occupation>()
  for (const { row, ...cells } of rows) {
    const code = plainText(cells.code)
    const name = plainText(cells.name)
    const trade = plainText(cells.trade)
    if (!/^\d-\d{2}-\d{2}-\d{2}$/.test(code)) problems.push({ at: `row.${row}`, sentence: badCode(row, code) })
    if (name === '') problems.push({ at: `row.${row}`, sentence: emptyName(row) })
    const id = occupationId(edition, name, trade)
    occupations.set(id, { id, edition, code, nameZh: name, nameEn: name, tradeZh: trade, verified: true })
  }
  return { occupations: [...occupations.values()], problems }
}
