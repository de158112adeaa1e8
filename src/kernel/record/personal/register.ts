import type { Sentence } from '../../../platform/contract/public.ts'
import type { ColumnShape } from './contract.ts'
import type { PersonalColumn, PersonalRegister } from './declared.ts'
import { pageWords, PURPOSES, RETENTIONS, type RetentionCode, SEEN, SENSITIVITIES } from './words.ts'

/** The county's years by rule (`personal.retention`). */
export type RetentionYears = Readonly<Partial<Record<RetentionCode, number>>>

/** Until when, in words: the county's years, or what the platform sweeps by itself. */
export function keptUntil(code: RetentionCode, years: RetentionYears): Sentence {
  const { from, by } = RETENTIONS[code]
  if (by !== 'county') return from
  const count = years[code]
  if (count === undefined) throw new Error(`No years are set for the rule ${code}.`)
  return pageWords.years(count, from.zh, from.en)
}

/** The register as it is read, in the order of the rooms. */
export function readable({ columns }: PersonalRegister, years: RetentionYears): ColumnShape[] {
  return columns.map(({ table, column, what, sensitivity, purpose, kept, seen }) => ({
    column: `${table}.${column}`,
    what,
    how: SENSITIVITIES[sensitivity],
    why: PURPOSES[purpose].why,
    basis: PURPOSES[purpose].basis,
    until: keptUntil(kept, years),
    seen: SEEN[seen],
  }))
}

/** Columns of sealed values: what is written anew when the key changes. */
export function sealedColumns({ columns }: PersonalRegister): Pick<PersonalColumn, 'table' | 'column' | 'what'>[] {
  return columns.filter(({ sensitivity }) => sensitivity === 'sealed')
}

/** The register as a page of the documentation, in both languages. */
export function registerPage(register: PersonalRegister, years: RetentionYears): string {
  const cell = ({ zh, en }: Sentence) => `${zh}<br>${en}`
  const lines = readable(register, years).map(
    ({ column, what, how, why, basis, until, seen }) =>
      `| ${cell(what)} | \`${column}\` | ${cell(how)} | ${cell(why)} | ${cell(basis)} | ${cell(until)} | ${cell(seen)} |`,
  )
  const head = ['what', 'where', 'how', 'why', 'basis', 'until', 'seen'] as const
  return [
    `# ${pageWords.title.zh} / ${pageWords.title.en}`,
    '',
    'Written from the rooms’ `personal.ts` by `npm run snapshots`; not to be edited. Years are the national defaults of `personal.retention`; a county may set its own.',
    '',
    `| ${head.map((key) => `${pageWords[key].zh} / ${pageWords[key].en}`).join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...lines,
    '',
  ].join('\n')
}
