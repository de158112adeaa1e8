import type { WordedForm } from '../../../kernel/policy/public.ts'
import type { Block, Cell, GridRow, Sheet } from '../../../platform/paper/public.ts'
import { FRAME } from '../../../platform/paper/public.ts'
import type { ClassOnPaper } from './class-data.ts'
import { formTitles, labels } from './words.ts'

/*
 * The forms of a class, from what is known of it to what stands on paper. Pure: no database, no clock.
 */

const label = (text: string): Cell => ({ text, head: true })
const left = (text: string, span = 1): Cell => ({ text, span, align: 'left' })

const signing = ({ signs, seal }: WordedForm): Block[] =>
  signs.length === 0 && seal === null ? [] : [{ kind: 'signatures', signs, seal }]
const noting = ({ notes }: WordedForm): Block[] =>
  notes.length === 0 ? [] : [{ kind: 'text', style: 'note', lines: notes }]

/** Who fills the form in, and about which class. */
const leadOf = ({ shown }: ClassOnPaper): [string, string] => [
  labels.filler(shown.provider.name),
  labels.ofClass(shown.title.zh, shown.filingNumber),
]

/** 开班申请表: the plan, the timetable, and the boxes for the two opinions. */
export function applicationSheet(of: ClassOnPaper, worded: WordedForm): Sheet {
  const { shown } = of
  const teacher = of.teachers.get(of.row.instructorId)
  const pair = (a: string, b: string, c: string, d: string): GridRow => ({
    atLeastMm: 8,
    cells: [label(a), left(b), label(c), left(d)],
  })
  const whole = (a: string, b: string): GridRow => ({ atLeastMm: 8, cells: [label(a), left(b, 3)] })
  const blocks: Block[] = [
    {
      kind: 'grid',
      widthsMm: [28, 54.5, 28, 54.5],
      head: [],
      rows: [
        whole(labels.provider, shown.provider.name),
        pair(labels.number, shown.number, labels.filing, shown.filingNumber ?? labels.filingLater),
        pair(labels.occupation, shown.occupation.name.zh, labels.level, shown.levelName.zh),
        pair(labels.kind, shown.kind.name.zh, labels.certificate, shown.certificateKind.name.zh),
        pair(labels.startsOn, shown.startsOn, labels.endsOn, shown.endsOn),
        whole(labels.place, of.place),
        pair(labels.theory, labels.hours(shown.theoryHours), labels.practice, labels.hours(shown.practiceHours)),
        pair(labels.capacity, labels.heads(shown.capacity), labels.people, labels.heads(shown.people)),
        pair(labels.teacher, teacher?.name ?? '', labels.title, teacher?.title ?? ''),
        pair(labels.fund, shown.fund.name.zh, labels.payee, labels.payees[shown.payee]),
      ],
    },
    { kind: 'text', style: 'heading', lines: [labels.plan] },
    {
      kind: 'grid',
      widthsMm: [12, 26, 28, 24, 14, 33, 28],
      head: [{ cells: [...labels.sessions] }],
      rows: shown.sessions.map((session, at) => ({
        cells: [
          String(at + 1),
          session.day,
          `${session.from}–${session.to}`,
          labels.sessionKinds[session.kind],
          String(session.classHours),
          session.roomName,
          of.teachers.get(session.instructorId)?.name ?? '',
        ],
      })),
    },
    {
      kind: 'grid',
      widthsMm: [28, 137],
      head: [],
      rows: worded.opinions.map(({ label: who, text, foot }) => ({
        atLeastMm: 30,
        cells: [label(who), { text, foot, align: 'left' }],
      })),
    },
    ...signing(worded),
    ...noting(worded),
  ]
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.application.en,
    lead: [labels.filler(shown.provider.name), labels.filledOn],
    blocks,
  }
}

/** One trainee as a roster gives them; numbers masked unless they were asked for in full. */
export type RosterLine = {
  readonly seq: number
  readonly name: string
  readonly sex: 'M' | 'F'
  readonly identity: string
  readonly phone: string
  readonly group: string
  readonly education: string
  readonly bank: string
  readonly accountTail: string
}

/** 花名册. */
export function rosterSheet(of: ClassOnPaper, worded: WordedForm, people: readonly RosterLine[]): Sheet {
  return {
    orientation: 'landscape',
    title: worded.title,
    number: worded.number,
    english: formTitles.roster.en,
    lead: leadOf(of),
    blocks: [
      {
        kind: 'grid',
        widthsMm: [11, 24, 11, 42, 28, 37, 18, 40, 18, 23],
        head: [{ cells: [...labels.roster] }],
        rows: people.map((one) => ({
          cells: [
            String(one.seq),
            one.name,
            labels.sexes[one.sex],
            one.identity,
            one.phone,
            one.group,
            one.education,
            one.bank,
            one.accountTail,
            '',
          ],
        })),
      },
      ...signing(worded),
      ...noting(worded),
    ],
  }
}

/** 机构承诺书. */
export function providerPromiseSheet(worded: WordedForm): Sheet {
  const [to = '', ...rest] = worded.opening
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.providerPromise.en,
    lead: null,
    blocks: [
      // Addressed without an indent, as letters are.
      { kind: 'text', style: 'flush', lines: [to] },
      { kind: 'text', style: 'body', lines: [...rest, ...worded.items, ...worded.closing] },
      ...signing(worded),
      ...noting(worded),
    ],
  }
}

/** 学员承诺书: the promise once, and everybody's own signature under it. */
export function traineePromiseSheet(
  of: ClassOnPaper,
  worded: WordedForm,
  people: readonly { readonly seq: number; readonly name: string }[],
): Sheet {
  const rows: GridRow[] = []
  for (let at = 0; at < people.length; at += 2) {
    const cells = people.slice(at, at + 2).flatMap(({ seq, name }) => [String(seq), name, '', ''])
    rows.push({ atLeastMm: 9, cells: [...cells, ...Array.from({ length: 8 - cells.length }, () => '')] })
  }
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.traineePromise.en,
    lead: leadOf(of),
    blocks: [
      { kind: 'text', style: 'plain', lines: [...worded.opening, ...worded.items, ...worded.closing] },
      {
        kind: 'grid',
        widthsMm: [11, 23, 29, 19.5, 11, 23, 29, 19.5],
        head: [{ cells: [...labels.signing, ...labels.signing] }],
        rows,
      },
      ...signing(worded),
      ...noting(worded),
    ],
  }
}

export type AttendanceSession = { readonly day: string; readonly half: string }
export type AttendanceLine = {
  readonly seq: number
  readonly name: string
  /** What was written, session by session; empty where nothing was. */
  readonly written: readonly string[]
  /** Attended of planned sessions; null before attendance is imported. */
  readonly attended: string | null
}

const SEQ_MM = 10
const NAME_MM = 22
const TOTAL_MM = 18
const MOST_SESSIONS_A_SHEET = 20

/** 考勤表: to be filled in by hand before there is attendance, and as it was imported afterwards. */
export function attendanceSheets(
  of: ClassOnPaper,
  worded: WordedForm,
  sessions: readonly AttendanceSession[],
  people: readonly AttendanceLine[],
  symbols: readonly string[],
): Sheet[] {
  const parts: number[][] = []
  // A day is not torn apart between two sheets.
  for (let at = 0; at < sessions.length; ) {
    let end = Math.min(sessions.length, at + MOST_SESSIONS_A_SHEET)
    while (end < sessions.length && end > at + 1 && sessions[end - 1]!.day === sessions[end]!.day) end -= 1
    parts.push(Array.from({ length: end - at }, (_, nth) => at + nth))
    at = end
  }
  const isFilled = people.some((one) => one.attended !== null)
  return parts.map((part, nth): Sheet => {
    const each = (FRAME.landscape.widthMm - SEQ_MM - NAME_MM - TOTAL_MM) / Math.max(part.length, 10)
    const widthsMm = [SEQ_MM, NAME_MM, ...part.map(() => each), TOTAL_MM]
    const days: Cell[] = []
    for (let at = 0; at < part.length; ) {
      const { day } = sessions[part[at]!]!
      let span = 1
      while (at + span < part.length && sessions[part[at + span]!]!.day === day) span += 1
      days.push({ text: labels.day(day), span })
      at += span
    }
    const last = nth === parts.length - 1
    return {
      orientation: 'landscape',
      title: worded.title + labels.part(nth + 1, parts.length),
      number: worded.number,
      english: formTitles.attendance.en,
      lead: leadOf(of),
      blocks: [
        {
          kind: 'grid',
          widthsMm,
          small: true,
          head: [
            {
              cells: [
                { text: labels.seq, down: 2 },
                { text: labels.name, down: 2 },
                ...days,
                { text: labels.attended, down: 2 },
              ],
            },
            { cells: part.map((at) => sessions[at]!.half) },
          ],
          rows: people.map((one) => ({
            ...(isFilled ? {} : { atLeastMm: 8.5 }),
            cells: [
              String(one.seq),
              one.name,
              ...part.map((at) => one.written[at] ?? ''),
              last ? (one.attended ?? '') : '',
            ],
          })),
        },
        ...signing(worded),
        { kind: 'text', style: 'note', lines: [...worded.notes, labels.marksOf(symbols)] },
      ],
    }
  })
}

export type MarkLine = {
  readonly seq: number
  readonly name: string
  readonly identity: string
  readonly theory: string
  readonly practice: string
  readonly outcome: string
  readonly certificate: string
}

/** 成绩登记表. */
export function marksSheet(
  of: ClassOnPaper,
  worded: WordedForm,
  people: readonly MarkLine[],
  lines: readonly string[],
): Sheet {
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.marks.en,
    lead: leadOf(of),
    blocks: [
      {
        kind: 'grid',
        widthsMm: [11, 22, 42, 12, 12, 16, 50],
        head: [{ cells: [...labels.marks] }],
        rows: people.map((one) => ({
          cells: [String(one.seq), one.name, one.identity, one.theory, one.practice, one.outcome, one.certificate],
        })),
      },
      ...signing(worded),
      { kind: 'text', style: 'note', lines: [...lines, ...worded.notes] },
    ],
  }
}
