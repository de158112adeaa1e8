import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import type { ParametersInForce } from '../../../kernel/record/public.ts'
import { listOccupationsById } from '../../../kernel/reference/public.ts'
import { occupationName } from '../agreements/shown.ts'
import { listInstructorsById, listRoomsById } from '../agreements/store.ts'
import { type ClassRow, listClassesById } from '../classes/store.ts'
import { type RosterEntry, listRoster } from '../rosters/listing.ts'
import { clashWords } from './clash-words.ts'
import type { ClashAsk } from './clashes.ts'
import type { PlannedSession, TimetableTerms } from './rules.ts'
import { listHeldSlots, listSessions } from './store.ts'
import { minuteOf } from './times.ts'

/** The county's rules for timetables in force. */
export function termsOf(parameters: ParametersInForce): TimetableTerms {
  const value = <T>(name: string) => parameters.get(name).value as T
  const timeOfDay = value<{ earliest: string; latest: string }>('class.timeOfDay')
  return {
    minimumHours: value('class.minimumHours'),
    safetyHoursMinimum: value('class.safetyHoursMinimum'),
    practiceShareMinimum: value('class.practiceShareMinimum'),
    classHourMinutes: value('class.classHourMinutes'),
    maxHoursPerDay: value('class.maxHoursPerDay'),
    earliestMinute: minuteOf(timeOfDay.earliest),
    latestMinute: minuteOf(timeOfDay.latest),
    restDayNeedsReason: value('class.restDayNeedsReason'),
  }
}

/**
 * What is needed to find a timetable's clashes: whom it concerns, and what other classes hold. Another provider's class
 * is never named to a provider; the bureau follows the evidence.
 */
export async function clashAskOf(
  tx: Tx,
  row: Pick<ClassRow, 'id' | 'organisationId'>,
  sessions: readonly PlannedSession[],
  roster: readonly RosterEntry[],
): Promise<ClashAsk> {
  const instructors = await listInstructorsById(
    tx,
    sessions.map((session) => session.instructorId),
  )
  const personOfInstructor = new Map([...instructors.values()].map((each) => [each.id, each.personId]))
  const rooms = await listRoomsById(
    tx,
    sessions.map((session) => session.roomId),
  )
  const trainees = roster.map((entry) => entry.personId)
  const people = [...personOfInstructor.values(), ...trainees]
  const held = await listHeldSlots(tx, {
    classId: row.id,
    resourceIds: [...rooms.keys(), ...people],
    days: sessions.map((session) => session.day),
  })
  const instructorPersons = await listPersons(tx, [...personOfInstructor.values()])
  const otherClass = await otherClassNames(
    tx,
    row,
    held.map((slot) => slot.classId),
  )
  const entryOf = new Map(roster.map((entry) => [entry.personId, entry]))
  return {
    classId: row.id,
    sessions,
    personOfInstructor,
    trainees,
    held,
    naming: {
      resource(kind, id) {
        const entry = entryOf.get(id)
        if (kind === 'trainee') return clashWords.trainee(entry?.maskedName ?? '', entry?.seq ?? 0)
        const name = (kind === 'room' ? rooms.get(id)?.name : instructorPersons.get(id)?.maskedName) ?? ''
        return { zh: name, en: name }
      },
      otherClass,
    },
  }
}

/** What other classes are called to whoever brings this one: their own by its number, anybody else's by nothing. */
export async function otherClassNames(
  tx: Tx,
  row: Pick<ClassRow, 'organisationId'>,
  classIds: readonly string[],
): Promise<(classId: string) => Sentence> {
  const others = await listClassesById(tx, classIds)
  const occupations = await listOccupationsById(
    tx,
    [...others.values()].map((other) => other.occupationId),
  )
  return (classId) => {
    const other = others.get(classId)
    if (!other || other.organisationId !== row.organisationId) return clashWords.foreignClass
    return clashWords.ownClass(other.number, occupationName(occupations.get(other.occupationId), other.occupationId))
  }
}

/** Everybody who teaches the class, by person: the instructor of its plan and those of its sessions. */
export async function teachersOf(tx: Tx, row: Pick<ClassRow, 'id' | 'instructorId'>): Promise<string[]> {
  const sessions = await listSessions(tx, row.id)
  const filed = await listInstructorsById(tx, [row.instructorId, ...sessions.map((session) => session.instructorId)])
  return [...new Set([...filed.values()].map((each) => each.personId))]
}

/** The current roster; empty before there is one. */
export async function rosterOf(tx: Tx, row: Pick<ClassRow, 'id' | 'rosterImportId'>): Promise<RosterEntry[]> {
  return row.rosterImportId === null ? [] : listRoster(tx, row.id)
}
