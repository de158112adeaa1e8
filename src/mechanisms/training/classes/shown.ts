import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listRolesOf, ROLES } from '../../../kernel/access/public.ts'
import { listLatestResults } from '../../../kernel/integrity/public.ts'
import { listOrganisationNames } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { listActs } from '../../../kernel/record/public.ts'
import { listCodes, listOccupationsById } from '../../../kernel/reference/public.ts'
import { civilDateOf, levelName } from '../../../kernel/values/public.ts'
import { instructorsShown, occupationName } from '../agreements/shown.ts'
import { listInstructorsById, listRoomsById, listSitesById } from '../agreements/store.ts'
import { listSessions } from '../timetable/store.ts'
import { sessionsShown } from '../timetable/shown.ts'
import type { ClassEvent, ClassLine, TrainingClass } from './contract.ts'
import { planChangesSince } from '../rosters/plan-changes.ts'
import { type ClassRow, listEvents, listRosterSummaries, type RosterSummary } from './store.ts'
import { words } from './words.ts'

/** Classes as lines of a list. */
export async function classesShown(tx: Tx, rows: readonly ClassRow[]): Promise<ClassLine[]> {
  const providers = await listOrganisationNames(
    tx,
    rows.map((row) => row.organisationId),
  )
  const occupations = await listOccupationsById(
    tx,
    rows.map((row) => row.occupationId),
  )
  const sites = await listSitesById(
    tx,
    rows.map((row) => row.siteId),
  )
  const rosters = await listRosterSummaries(
    tx,
    rows.flatMap((row) => row.rosterImportId ?? []),
  )
  return rows.map((row) => {
    const occupation = occupationName(occupations.get(row.occupationId), row.occupationId)
    const level = levelName(row.level)
    return {
      id: row.id,
      number: row.number,
      filingNumber: row.filingNumber,
      title: words.classTitle(row.number, occupation, level),
      provider: { id: row.organisationId, name: providers.get(row.organisationId) ?? '' },
      occupation: { id: row.occupationId, name: occupation },
      level: row.level,
      levelName: level,
      site: { id: row.siteId, name: sites.get(row.siteId)?.name ?? '' },
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      capacity: row.capacity,
      people: row.rosterImportId === null ? null : (rosters.get(row.rosterImportId)?.people ?? 0),
      status: row.status,
      submittedAt: row.submittedAt?.toISOString() ?? null,
    }
  })
}

/** The titles of classes, by id. */
export async function classTitles(tx: Tx, rows: readonly ClassRow[]): Promise<Map<string, Sentence>> {
  const occupations = await listOccupationsById(
    tx,
    rows.map((row) => row.occupationId),
  )
  return new Map(
    rows.map((row) => {
      const occupation = occupationName(occupations.get(row.occupationId), row.occupationId)
      return [row.id, words.classTitle(row.number, occupation, levelName(row.level))]
    }),
  )
}

/** One class with everything its page shows. */
export async function classShown(tx: Tx, row: ClassRow): Promise<TrainingClass> {
  const line = (await classesShown(tx, [row]))[0]!
  const rooms = await listRoomsById(tx, [row.roomId])
  const instructors = await listInstructorsById(tx, [row.instructorId])
  const roster =
    row.rosterImportId === null
      ? undefined
      : (await listRosterSummaries(tx, [row.rosterImportId])).get(row.rosterImportId)
  const coded = async (list: string, code: string) => {
    const found = (await listCodes(tx, list)).find((each) => each.code === code)
    return { code, name: { zh: found?.nameZh ?? code, en: found?.nameEn ?? code } }
  }
  return {
    ...line,
    kind: await coded('training-kinds', row.kind),
    certificateKind: await coded('certificate-kinds', row.certificateKind),
    fund: await coded('funds', row.fund),
    payee: row.payee,
    room: { id: row.roomId, name: rooms.get(row.roomId)?.name ?? '' },
    instructor: (await instructorsShown(tx, [...instructors.values()]))[0]!,
    theoryHours: row.theoryHours,
    safetyHoursMinimum: parametersOn(tx.district, civilDateOf(tx.now)).get('class.safetyHoursMinimum').value,
    practiceHours: row.practiceHours,
    sessions: await sessionsShown(tx, await listSessions(tx, row.id)),
    roster: roster ? await rosterShown(tx, row, roster) : null,
    events: await eventsShown(tx, row.id),
  }
}

/** The roster in a line, and what a plan that was changed under it has done to it. */
async function rosterShown(
  tx: Tx,
  row: ClassRow,
  roster: RosterSummary,
): Promise<NonNullable<TrainingClass['roster']>> {
  const changes = roster.judgedBy ? await planChangesSince(tx, roster.judgedBy, row) : []
  const results = changes.length > 0 ? await listLatestResults(tx, row.id, 'enrolment') : []
  const stops = results.filter((result) => result.outcome === 'failed' && result.action === 'block')
  return {
    importId: roster.importId,
    people: roster.people,
    importedAt: roster.importedAt.toISOString(),
    changed: changes.filter((change) => change.disowned === null).map((change) => change.sentence),
    disowned: changes.flatMap((change) => change.disowned ?? []),
    stopped: changes.length > 0 ? new Set(stops.map((result) => result.subjectId)).size : null,
  }
}

type Reason = { readonly sentence: Sentence }

/** Everything that happened to a class, newest first, each by the post of who did it. */
async function eventsShown(tx: Tx, classId: string): Promise<ClassEvent[]> {
  const acts = await listActs(tx, 'class', classId)
  const statuses = new Map((await listEvents(tx, classId)).map((event) => [event.id, event]))
  const roles = await listRolesOf(
    tx,
    acts.flatMap((act) => act.accountId ?? []),
  )
  return acts.toReversed().map((act) => {
    const role = act.accountId === null ? undefined : roles.get(act.accountId)?.[0]
    const event = statuses.get(act.id)
    return {
      id: act.id,
      what: words.happened[act.act] ?? { zh: act.act, en: act.act },
      status: event?.statusTo ?? null,
      post: role ? ROLES[role] : words.byThePlatform,
      at: act.businessAt.toISOString(),
      reasons: ((event?.reasons ?? []) as Reason[]).map((reason) => reason.sentence),
    }
  })
}
