import type { Sentence } from '../../../platform/contract/public.ts'
import { clashWords } from './clash-words.ts'
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

/** Somebody or something in two places at once: in which rows of the timetable, and with which other class, if another. */
export type Clash = {
  readonly check: ClashCheck
  readonly rows: readonly number[]
  readonly resourceKind: ResourceKind
  readonly resourceId: string
  readonly classId: string | null
  readonly sentence: Sentence
}

type Times = Pick<PlannedSession, 'day' | 'startMinute' | 'endMinute'>
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

/** Every clash of a timetable, within itself and with what other classes hold. */
export function clashesOf(ask: ClashAsk): Clash[] {
  return [...clashesWithin(ask), ...clashesWithOthers(ask)]
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

function overlap(a: Times, b: Times): boolean {
  return a.day === b.day && a.startMinute < b.endMinute && b.startMinute < a.endMinute
}

function clashesWithin(ask: ClashAsk): Clash[] {
  const { sessions, personOfInstructor } = ask
  const clashes: Clash[] = []
  for (let later = 1; later < sessions.length; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const [a, b] = [sessions[earlier]!, sessions[later]!]
      if (!overlap(a, b)) continue
      const rows = [earlier, later]
      const add = (resourceKind: ResourceKind, resourceId: string, sentence: Sentence) =>
        clashes.push({ check: CHECK[resourceKind], rows, resourceKind, resourceId, classId: null, sentence })
      add('class', ask.classId, clashWords.classTwice(a, b))
      const person = personOfInstructor.get(a.instructorId)
      if (person !== undefined && person === personOfInstructor.get(b.instructorId)) {
        add('instructor', person, clashWords.instructorTwice(ask.naming.resource('instructor', person), a, b))
      }
      for (const trainee of ask.trainees) add('trainee', trainee, clashWords.traineeTwice(a, b))
    }
  }
  return clashes
}

function clashesWithOthers(ask: ClashAsk): Clash[] {
  const holders = new Map<string, Set<string>>()
  for (const slot of ask.held) {
    if (slot.classId === ask.classId) continue
    const key = `${slot.resourceKind} ${slot.resourceId} ${slot.day} ${slot.halfHour}`
    holders.set(key, (holders.get(key) ?? new Set()).add(slot.classId))
  }
  const met = new Map<string, { kind: ResourceKind; id: string; classId: string; halves: Map<number, number[]> }>()
  for (const [row, session] of ask.sessions.entries()) {
    for (const { kind, id } of resourcesOf(ask, session)) {
      for (const half of halfHours(session)) {
        for (const classId of holders.get(`${kind} ${id} ${session.day} ${half}`) ?? []) {
          const key = `${kind} ${id} ${classId}`
          const meeting = met.get(key) ?? { kind, id, classId, halves: new Map<number, number[]>() }
          meeting.halves.set(row, [...(meeting.halves.get(row) ?? []), half])
          met.set(key, meeting)
        }
      }
    }
  }
  return [...met.values()].map(({ kind, id, classId, halves }) => {
    const times = [...halves].map(([row, taken]) => ({ day: ask.sessions[row]!.day, halves: taken }))
    const sentence = clashWords.taken(kind, ask.naming.resource(kind, id), times, ask.naming.otherClass(classId))
    return { check: CHECK[kind], rows: [...halves.keys()], resourceKind: kind, resourceId: id, classId, sentence }
  })
}
