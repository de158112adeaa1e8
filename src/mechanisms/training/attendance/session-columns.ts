import type { Sentence } from '../../../platform/contract/public.ts'
import { cellAt, type Grid } from '../../../platform/office/grid.ts'
import type { Header, HeaderCell } from '../../../platform/office/header.ts'
import {
  type CivilDate,
  compactText,
  isWithin,
  parseCivilDate,
  quotable,
  yearOf,
} from '../../../kernel/values/public.ts'
import { type FoundProblem, problemOfSheet } from '../sheets/person-rows.ts'
import { timeText } from '../timetable/times.ts'
import { dayText, type Half, HALVES, problems } from './words.ts'

/** A session of the timetable. Times are minutes after midnight. */
export type SessionPlanned = {
  readonly id: string
  readonly day: CivilDate
  readonly startMinute: number
  readonly endMinute: number
}

/** A column of signs and the sessions it is signed for: one as a rule, several where a half-day has several. */
export type SignColumn = {
  readonly column: number
  readonly label: Sentence
  readonly sessions: readonly SessionPlanned[]
}

export type ClassDays = { readonly startsOn: CivilDate; readonly endsOn: CivilDate }

const NOON = 12 * 60
const EVENING = 18 * 60

/** The part of the day a session begins in. */
export function halfOf(startMinute: number): Half {
  if (startMinute < NOON) return 'morning'
  return startMinute < EVENING ? 'afternoon' : 'evening'
}

const WRITTEN_HALVES: readonly (readonly [RegExp, Half])[] = [
  [/上午|早上|AM/i, 'morning'],
  [/下午|中午|PM/i, 'afternoon'],
  [/晚上|夜间|晚/, 'evening'],
]
const WEEKDAY = /\((?:周|星期)?[一二三四五六日天]\)|(?:周|星期)[一二三四五六日天]/g

type Heading = { readonly day: CivilDate; readonly half: Half | null }

/** A heading as a day and a part of it; null when it is about something else, false when it looks like a date and is none. */
export function readHeading(written: string, days: ClassDays): Heading | null | false {
  const text = compactText(written).replace(WEEKDAY, '')
  const half = WRITTEN_HALVES.find(([pattern]) => pattern.test(text))
  const date = half ? text.replace(half[0], '') : text
  const years = [...new Set([yearOf(days.startsOn), yearOf(days.endsOn)])]
  const read = years.flatMap((year) => {
    const day = parseCivilDate(date, { year })
    return day.ok ? [day.value] : []
  })
  const day = read.find((each) => isWithin(each, days.startsOn, days.endsOn)) ?? read[0]
  if (day !== undefined) return { day, half: half?.[1] ?? null }
  return half !== undefined || /\d/.test(text) ? false : null
}

/** Which column is signed for which session: each session has one, and each dated column has a session. */
export function sessionColumns(
  grid: Grid,
  header: Pick<Header, 'unknown' | 'headerRow' | 'lastHeaderRow'>,
  plan: ClassDays & { readonly sessions: readonly SessionPlanned[] },
): { columns: SignColumn[]; problems: FoundProblem[]; ignored: string[] } {
  const columns: SignColumn[] = []
  const found: FoundProblem[] = []
  const ignored: string[] = []
  const against = (cell: HeaderCell | null, sentence: Sentence) =>
    found.push(problemOfSheet(header.lastHeaderRow, sentence, cell?.column ?? null))
  const taken = new Set<string>()
  for (const cell of header.unknown) {
    const written = cell.parts.join('')
    const heading = readHeading(written, plan)
    if (heading === null) ignored.push(quotable(written))
    if (heading === false) against(cell, problems.notADate(quotable(written)))
    if (!heading) continue
    const { day, half } = heading
    const sessions = plan.sessions.filter(
      (each) => each.day === day && (half ?? halfOf(each.startMinute)) === halfOf(each.startMinute),
    )
    if (sessions.length === 0) against(cell, withHint(problems.noSessionThen(day, half), isNumber(grid, header, cell)))
    else if (half === null && sessions.length > 1) against(cell, problems.severalSessions(day, sessions.length))
    else if (sessions.some((session) => taken.has(session.id))) against(cell, problems.repeatedDay(day, half))
    else columns.push({ column: cell.column, label: labelOf(day, half), sessions })
    // Named once already: it is not missing as well.
    for (const session of sessions) taken.add(session.id)
  }
  if (columns.length === 0 && found.length === 0) against(null, problems.noColumns)
  else {
    for (const { id, day, startMinute } of plan.sessions) {
      const time = timeText(startMinute)
      if (!taken.has(id)) against(null, problems.sessionWithoutColumn(day, halfOf(startMinute), time))
    }
  }
  return { columns, problems: found, ignored }
}

function labelOf(day: CivilDate, half: Half | null): Sentence {
  const { zh, en } = dayText(day)
  return half === null ? { zh, en } : { zh: `${zh}${HALVES[half].zh}`, en: `${en} ${HALVES[half].en}` }
}

function isNumber(grid: Grid, header: Pick<Header, 'headerRow' | 'lastHeaderRow'>, cell: HeaderCell): boolean {
  const rows = grid.rows.filter((row) => row.row >= header.headerRow && row.row <= header.lastHeaderRow)
  // A date over two columns stands in the left one.
  return rows.some((row) => [cell.column, cell.column - 1].some((column) => cellAt(row, column)?.raw === 'number'))
}

function withHint(sentence: Sentence, hints: boolean): Sentence {
  const hint = problems.dateAsNumber
  return hints ? { zh: `${sentence.zh}${hint.zh}`, en: `${sentence.en} ${hint.en}` } : sentence
}
