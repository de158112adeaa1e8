import type { Sentence } from '../../../platform/contract/public.ts'
import { clashWords, namesText, NAMED_RESOURCES } from './clash-words.ts'
import { overlappingPairs } from './overlaps.ts'
import type { PlannedSession } from './rules.ts'
import { halfHours } from './times.ts'

/** What can be in only one place at a time. People by person, so that one who teaches for two providers is one. */
export type ResourceKind = 'room' | 'instructor' | 'trainee' | 'class'

/** A half hour that another class has taken. */
export type HeldSlot = {
  readonly resourceKind: ResourceKind
  readonly resourceId: string
  readonly day: string
  readonly halfHour: number
  readonly classId: string
}

export type ClashCheck = 'C05' | 'C06' | 'C07'

/**
 * A room or people in two places at once: in which rows of the timetable, and with which other class, if another. A room or
 * an instructor is one clash with each class; the trainees who are in the same other class, or in the same two sessions, are one.
 */
export type Clash = {
  readonly check: ClashCheck
  readonly rows: readonly number[]
  readonly resourceKind: ResourceKind
  readonly resourceIds: readonly string[]
  readonly classId: string | null
  readonly sentence: Sentence
}

/** The first clashes of a timetable, and how many more there are. */
export type Clashes = { readonly told: readonly Clash[]; readonly more: number }

type Session = Pick<PlannedSession, 'day' | 'startMinute' | 'endMinute' | 'roomId' | 'instructorId'>

export type ClashAsk = {
  readonly classId: string
  readonly sessions: readonly Session[]
  readonly personOfInstructor: ReadonlyMap<string, string>
  /** Person ids of those on the roster. */
  readonly trainees: readonly string[]
  /** What other classes hold of these rooms and people. */
  readonly held: readonly HeldSlot[]
  readonly naming: {
    /** A room's or a person's name as it may be shown. */
    readonly resource: (kind: ResourceKind, id: string) => Sentence
    readonly otherClass: (classId: string) => Sentence
  }
}

const CHECK = { room: 'C07', class: 'C07', instructor: 'C06', trainee: 'C05' } as const satisfies Record<
  ResourceKind,
  ClashCheck
>

const ALL: readonly ClashCheck[] = ['C05', 'C06', 'C07']

/** Somebody with more to mend than this mends these first. */
const CLASHES_TOLD = 40

/**
 * The clashes of a timetable, within itself and with what other classes hold; of all three checks or of some. The work grows
 * with sessions and half hours held, never with pairs of sessions, and the answer is never longer than `most`.
 */
export function clashesOf(ask: ClashAsk, of: readonly ClashCheck[] = ALL, most = CLASHES_TOLD): Clashes {
  const within = clashesWithin(ask, of, most)
  const withOthers = clashesWithOthers(ask).filter((clash) => of.includes(clash.check))
  const told = [...within.told, ...withOthers].slice(0, most)
  return { told, more: within.found + withOthers.length - told.length }
}

/** The half hours a class needs of every room and person; the class itself is one more. */
export function resourcesOf(
  ask: Pick<ClashAsk, 'classId' | 'personOfInstructor' | 'trainees'>,
  session: Session,
): { kind: ResourceKind; id: string }[] {
  const person = ask.personOfInstructor.get(session.instructorId)
  return [
    { kind: 'class', id: ask.classId },
    { kind: 'room', id: session.roomId },
    ...(person === undefined ? [] : [{ kind: 'instructor' as const, id: person }]),
    ...ask.trainees.map((id) => ({ kind: 'trainee' as const, id })),
  ]
}

const ORDER: readonly ResourceKind[] = ['class', 'room', 'instructor', 'trainee']

/** By rows, then the class before its room and its people. */
function inOrder(a: Clash, b: Clash): number {
  return a.rows.at(-1)! - b.rows.at(-1)! || a.rows[0]! - b.rows[0]! || kindOrder(a, b)
}

const kindOrder = (a: Clash, b: Clash) => ORDER.indexOf(a.resourceKind) - ORDER.indexOf(b.resourceKind)

/** The first clashes of the timetable with itself, one for each pair of sessions and kind of resource, and how many there are. */
function clashesWithin(ask: ClashAsk, of: readonly ClashCheck[], most: number): { told: Clash[]; found: number } {
  const { sessions, trainees } = ask
  const told: Clash[] = []
  let found = 0
  const add = (
    kind: ResourceKind,
    resourceIds: readonly string[],
    rows: readonly number[],
    sentence: (a: Session, b: Session) => Sentence,
  ) => {
    if (!of.includes(CHECK[kind])) return
    const overlaps = overlappingPairs(
      rows.map((row) => sessions[row]!),
      most,
    )
    found += overlaps.found
    for (const [one, other] of overlaps.pairs) {
      const pair = [rows[one]!, rows[other]!] as const
      const said = sentence(sessions[pair[0]]!, sessions[pair[1]]!)
      told.push({ check: CHECK[kind], rows: pair, resourceKind: kind, resourceIds, classId: null, sentence: said })
    }
  }
  const everyRow = [...sessions.keys()]
  add('class', [ask.classId], everyRow, clashWords.classTwice)
  for (const [person, rows] of rowsOfInstructors(ask)) {
    const name = ask.naming.resource('instructor', person)
    add('instructor', [person], rows, (a, b) => clashWords.instructorTwice(name, a, b))
  }
  if (trainees.length > 0) add('trainee', trainees, everyRow, (a, b) => clashWords.traineesTwice(trainees.length, a, b))
  return { told: told.sort(inOrder).slice(0, most), found }
}

function rowsOfInstructors({ sessions, personOfInstructor }: ClashAsk): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, { instructorId }] of sessions.entries()) {
    const person = personOfInstructor.get(instructorId)
    if (person !== undefined) listed(rows, person).push(row)
  }
  return rows
}

type Meeting = {
  readonly kind: ResourceKind
  readonly classId: string
  readonly ids: Set<string>
  /** The half hours that meet, by row. */
  readonly halves: Map<number, Set<number>>
}

function clashesWithOthers(ask: ClashAsk): Clash[] {
  const rowsAt = new Map<string, number[]>()
  for (const [row, session] of ask.sessions.entries()) {
    for (const half of halfHours(session)) listed(rowsAt, `${session.day} ${half}`).push(row)
  }
  const uses = usesOf(ask)
  const met = new Map<string, Meeting>()
  for (const { resourceKind: kind, resourceId: id, day, halfHour, classId } of ask.held) {
    if (classId === ask.classId) continue
    const rows = (rowsAt.get(`${day} ${halfHour}`) ?? []).filter((row) => uses(row, kind, id))
    if (rows.length === 0) continue
    const key = kind === 'trainee' ? `${kind} ${classId}` : `${kind} ${id} ${classId}`
    const meeting = met.get(key) ?? { kind, classId, ids: new Set(), halves: new Map() }
    met.set(key, meeting)
    meeting.ids.add(id)
    for (const row of rows) meeting.halves.set(row, (meeting.halves.get(row) ?? new Set()).add(halfHour))
  }
  return [...met.values()]
    .map((meeting) => clashOf(ask, meeting))
    .sort((a, b) => a.rows[0]! - b.rows[0]! || kindOrder(a, b))
}

/** Whether a session needs a room or a person; the class itself is in every one of its sessions. */
function usesOf({ classId, sessions, personOfInstructor, trainees }: ClashAsk) {
  const onRoster = new Set(trainees)
  const uses = {
    class: (_: Session, id: string) => id === classId,
    room: (session: Session, id: string) => session.roomId === id,
    instructor: (session: Session, id: string) => personOfInstructor.get(session.instructorId) === id,
    trainee: (_: Session, id: string) => onRoster.has(id),
  } as const satisfies Record<ResourceKind, (session: Session, id: string) => boolean>
  return (row: number, kind: ResourceKind, id: string) => uses[kind](sessions[row]!, id)
}

function clashOf({ sessions, trainees, naming }: ClashAsk, { kind, classId, ids, halves }: Meeting): Clash {
  const rows = [...halves.keys()].sort((a, b) => a - b)
  const times = rows.map((row) => ({ day: sessions[row]!.day, halves: [...halves.get(row)!] }))
  // People in the order of the roster.
  const resourceIds = kind === 'trainee' ? trainees.filter((id) => ids.has(id)) : [...ids]
  const names = resourceIds.slice(0, NAMED_RESOURCES).map((id) => naming.resource(kind, id))
  const named = namesText(names, resourceIds.length)
  const sentence = clashWords.taken(kind, named, times, naming.otherClass(classId))
  return { check: CHECK[kind], rows, resourceKind: kind, resourceIds, classId, sentence }
}

/** The list under a key, made when it is first asked for. */
function listed<K>(lists: Map<K, number[]>, key: K): number[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
