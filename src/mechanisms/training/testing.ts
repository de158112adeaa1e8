import fastify, { type FastifyInstance } from 'fastify'
import { permissionsOf, type Role } from '../../kernel/access/public.ts'
import { type Integrity, integrityOf } from '../../kernel/integrity/public.ts'
import { listRecordedNames, saveBankAccounts, saveOrganisation, savePersons } from '../../kernel/people/public.ts'
import { parametersOn } from '../../kernel/policy/public.ts'
import type { Check, CheckSubject, Evidence, Moment, Outcome } from '../../kernel/record/public.ts'
import { loadReference, officialCalendar, saveDistrict } from '../../kernel/reference/public.ts'
import {
  civilDate,
  civilDateOf,
  identityCheckDigit,
  newId,
  type SkillLevel,
  type CivilDate,
} from '../../kernel/values/public.ts'
import { setBusinessNow } from '../../platform/clock/public.ts'
import { call, type Endpoint, type Locale } from '../../platform/contract/public.ts'
import { newKeyRing, type Vault, vaultOf } from '../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../../platform/db/public.ts'
import { keepFile } from '../../platform/files/public.ts'
import { type Actor, answerProblems, bindRoutes, type Route } from '../../platform/http/public.ts'
import { freshDatabase } from '../../platform/testing/database.ts'
import { insertAgreement, insertInstructor, insertRoom, insertSite } from './agreements/store.ts'
import { agreementConstraintWords } from './agreements/words.ts'
import { insertSheet } from './attendance/store.ts'
import { ageCheck } from './checks/a02-age.ts'
import { classChecks } from './checks/checks.ts'
import { findClass, insertClass, type PlanColumns } from './classes/store.ts'
import { classConstraintWords } from './classes/words.ts'
import { insertDocument } from './documents/store.ts'
import { filingConstraintWords } from './filing/words.ts'
import { slotsOf } from './filing/slots.ts'
import { judgedByOf, type JudgedField } from './rosters/judged-by.ts'
import { listRoster } from './rosters/listing.ts'
import { patternSessions } from './timetable/pattern.ts'
import type { PlannedSession } from './timetable/rules.ts'
import { listSessions, replaceSessions, takeSlots } from './timetable/store.ts'
import { minuteOf } from './timetable/times.ts'

export const LIANDU = 331102
const OCCUPATION = '2022/养老护理员'

/** Somebody of the district, calling operations as their browser would. */
export type Someone = {
  readonly actor: Actor
  call<E extends Endpoint>(endpoint: E, input?: Parameters<typeof call<E>>[2]): ReturnType<typeof call<E>>
}

export type TrainingHouse = {
  readonly connection: Connection
  readonly vault: Vault
  readonly integrity: Integrity
  /** For a test that plays whoever owns the database. */
  readonly superuserUrl: string
  /** Work in Liandu, in a transaction of its own. */
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  as(actor: Actor, locale?: Locale): Someone
  close(): Promise<void>
}

/** The training room on a database of its own, in Liandu as of 25 February 2022, with the checks of a class. */
export async function givenTrainingHouse(
  routesOf: (needs: { vault: Vault; integrity: Integrity }) => Route[] = () => [],
): Promise<TrainingHouse> {
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 4 })
  const vault = vaultOf(newKeyRing())
  const integrity = integrityOf([ageCheck, ...classChecks({ calendar: officialCalendar })])
  await loadReference(connection.db)
  const phones = { supervisionPhone: '0578-0000001', consultationPhone: '0578-0000000' }
  await saveDistrict(connection.db, {
    district: LIANDU,
    divisionCode: '331102',
    demonstration: true,
    bureauZh: '莲都区人社局',
    bureauEn: 'Liandu bureau',
    filingNumber: '',
    ...phones,
  })
  const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, LIANDU, work)
  await within((tx) => setBusinessNow(tx, new Date('2022-02-25T09:00:00+08:00')))
  const actors = new Map<string, Actor>()
  const app = givenApp(connection, routesOf({ vault, integrity }), actors)
  return {
    connection,
    vault,
    integrity,
    superuserUrl: database.superuserUrl,
    within,
    as(actor, locale = 'zh') {
      actors.set(actor.accountId, actor)
      const to = { district: LIANDU, locale, fetchWith: throughApp(app, actor.accountId) }
      return { actor, call: (endpoint, input) => call(to, endpoint, input) }
    },
    async close() {
      await app.close()
      await connection.close()
      await database.drop()
    },
  }
}

/** Routes served as the house serves them, to actors named in a header instead of a session. */
function givenApp(
  connection: Connection,
  routes: readonly Route[],
  actors: ReadonlyMap<string, Actor>,
): FastifyInstance {
  const app = fastify()
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  const maxUploadBytes = 20 * 1024 * 1024
  answerProblems(
    app,
    { ...agreementConstraintWords, ...classConstraintWords, ...filingConstraintWords },
    maxUploadBytes,
  )
  bindRoutes(app, routes, {
    db: connection.db,
    knowsDistrict: (district) => district === LIANDU,
    authenticate: async (_tx, request) => actors.get(String(request.headers['x-account'])),
    newId,
    maxUploadBytes,
  })
  return app
}

function throughApp(app: FastifyInstance, accountId: string): typeof fetch {
  return async (address, init) => {
    const body = init?.body
    const answer = await app.inject({
      method: init?.method as 'GET',
      url: address as string,
      headers: { ...(init?.headers as Record<string, string>), 'x-account': accountId },
      ...(body === undefined || body === null
        ? {}
        : { payload: body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : (body as string) }),
    })
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type']) },
    })
  }
}

export function givenActor(role: Role, over: Partial<Actor> = {}): Actor {
  return {
    accountId: newId(),
    personId: newId(),
    organisationId: null,
    roles: [role],
    permissions: permissionsOf([role]),
    ...over,
  }
}

let people = 0

/** Somebody born in 1985 whom nobody is: the number begins with 339901. */
export async function givenPerson(tx: Tx, vault: Vault, name = '蓝凤英'): Promise<string> {
  people += 1
  const first17 = `339901198${people % 10}0${1 + (people % 9)}1${Math.floor(people / 1000) % 10}${String(people % 1000).padStart(3, '0')}`
  const identityNumber = first17 + identityCheckDigit(first17)
  const birthDate = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`
  const ids = await savePersons(tx, vault, [
    { id: newId(), name, identityNumber, sex: people % 2 === 1 ? 'M' : 'F', birthDate, phone: null },
  ])
  return ids.get(identityNumber)!
}

export type GivenProvider = {
  readonly organisationId: string
  readonly siteId: string
  readonly roomId: string
  readonly instructorId: string
  readonly instructorPersonId: string
  readonly agreementId: string
  readonly actor: Actor
}

/** A provider with a site, a room of 50 seats, an instructor, its papers of 2022, and an agreement for 养老护理员 up to level 3. */
export async function givenProvider(
  tx: Tx,
  vault: Vault,
  over: {
    name?: string
    seats?: number
    instructorPersonId?: string
    highestLevel?: SkillLevel
    fromDate?: string
    toDate?: string
    papers?: readonly string[]
  } = {},
): Promise<GivenProvider> {
  const [organisationId, siteId, roomId, instructorId, agreementId] = [newId(), newId(), newId(), newId(), newId()]
  const name = over.name ?? `丽水市演示职业培训学校${organisationId.slice(-12)}`
  const instructorPersonId = over.instructorPersonId ?? (await givenPerson(tx, vault, '何慧芳'))
  await saveOrganisation(tx, { id: organisationId, kind: 'provider', name, uscc: null })
  await insertSite(tx, {
    id: siteId,
    organisationId,
    name: '碧湖镇成人文化技术学校',
    townZh: '碧湖镇',
    address: '人民街1号',
  })
  await insertRoom(tx, { id: roomId, siteId, name: '一号教室', seats: over.seats ?? 50 })
  await insertInstructor(tx, { id: instructorId, organisationId, personId: instructorPersonId, title: '高级技师' })
  for (const kind of over.papers ?? ['LICENCE', 'FIRE_SAFETY', 'PREMISES']) {
    const document = { id: newId(), organisationId, siteId: kind === 'LICENCE' ? null : siteId, kind, number: kind }
    const valid = { validFrom: civilDate('2022-01-01'), validTo: civilDate('2022-12-31') }
    await insertDocument(tx, { ...document, ...valid }, { by: newId(), at: new Date('2022-01-04T01:00:00Z') })
  }
  await insertAgreement(
    tx,
    {
      id: agreementId,
      organisationId,
      number: `X-2022-${agreementId.slice(-12)}`,
      fromDate: civilDate(over.fromDate ?? '2022-01-01'),
      toDate: civilDate(over.toDate ?? '2022-12-31'),
      document: '',
      items: [{ id: newId(), occupationId: OCCUPATION, highestLevel: over.highestLevel ?? 'L3_SENIOR', siteId }],
    },
    new Date('2022-01-04T01:00:00Z'),
  )
  return {
    organisationId,
    siteId,
    roomId,
    instructorId,
    instructorPersonId,
    agreementId,
    actor: givenActor('provider', { organisationId }),
  }
}

/** The plan of sample 01: 养老护理员 level 5, 7 to 18 March 2022, 80 class-hours. */
export function planOf(provider: GivenProvider, over: Partial<PlanColumns> = {}): PlanColumns {
  return {
    number: '2022年第3期',
    kind: 'EMPLOYMENT_SKILLS',
    occupationId: OCCUPATION,
    level: 'L5_JUNIOR',
    certificateKind: 'SKILL_LEVEL',
    siteId: provider.siteId,
    roomId: provider.roomId,
    instructorId: provider.instructorId,
    startsOn: civilDate('2022-03-07'),
    endsOn: civilDate('2022-03-18'),
    theoryHours: 32,
    practiceHours: 48,
    capacity: 50,
    payee: 'person',
    fund: 'EMPLOYMENT_SUBSIDY_FUND',
    ...over,
  }
}

/** The timetable of sample 01: ten weekdays of two half-days, four class-hours each. */
export function sessionsOf(plan: PlanColumns): PlannedSession[] {
  const halfDay = (from: string, to: string) => ({
    startMinute: minuteOf(from),
    endMinute: minuteOf(to),
    classHours: 4,
  })
  return patternSessions(
    {
      ...plan,
      safetyHours: 4,
      weekdays: [1, 2, 3, 4, 5],
      halfDays: [halfDay('08:30', '11:30'), halfDay('13:30', '16:30')],
    },
    new Set(),
  )
}

/** A draft with its timetable; with `people` on a roster of its own, or with these persons. */
export async function givenClass(
  tx: Tx,
  vault: Vault,
  provider: GivenProvider,
  over: {
    plan?: Partial<PlanColumns>
    sessions?: readonly PlannedSession[]
    people?: number
    personIds?: readonly string[]
    group?: string
    /** What of the plan the roster's title lines name; null for a roster from before that was kept. */
    named?: readonly JudgedField[] | null
  } = {},
): Promise<string> {
  const id = newId()
  const plan = planOf(provider, { number: `2022年第${id.slice(-12)}期`, ...over.plan })
  await insertClass(tx, { ...plan, id, organisationId: provider.organisationId })
  await replaceSessions(
    tx,
    id,
    (over.sessions ?? sessionsOf(plan)).map((session) => ({ ...session, id: newId() })),
  )
  const personIds = [...(over.personIds ?? [])]
  for (let at = 0; at < (over.people ?? 0); at += 1) personIds.push(await givenPerson(tx, vault))
  if (personIds.length > 0) await givenRoster(tx, vault, id, personIds, over.group, undefined, over.named)
  return id
}

/** A current roster of these persons, all of one group, each under the name of their record or all under this one. */
export async function givenRoster(
  tx: Tx,
  vault: Vault,
  classId: string,
  personIds: readonly string[],
  group = 'RURAL_TRANSFER',
  calledAll?: string,
  named: readonly JudgedField[] | null = [],
): Promise<void> {
  const { district } = tx
  const file = await keepFile(tx, vault, {
    id: newId(),
    name: '花名册.csv',
    mediaType: 'text/csv',
    bytes: Buffer.from(classId),
    createdBy: null,
  })
  const importId = newId()
  await tx.db
    .insertInto('training.roster_imports')
    .values({
      district,
      id: importId,
      class_id: classId,
      file_id: file.id,
      file_name: file.name,
      sha256: file.sha256,
      outcome: 'imported',
      row_count: personIds.length,
      judged_by: named && JSON.stringify(judgedByOf((await findClass(tx, classId))!, named)),
      account_id: newId(),
      business_at: new Date(),
    })
    .execute()
  const recorded = await listRecordedNames(tx, personIds)
  for (const [at, personId] of personIds.entries()) {
    const name = calledAll ?? recorded.get(personId)!.name
    const accountNumber = `62170000000000${String(at).padStart(5, '0')}`
    const accounts = await saveBankAccounts(tx, vault, [
      { id: newId(), personId, holderName: name, accountNumber, bankName: '浙江农商银行' },
    ])
    await tx.db
      .insertInto('training.enrolments')
      .values({
        district,
        id: newId(),
        class_id: classId,
        roster_import_id: importId,
        person_id: personId,
        position: at + 1,
        name,
        sheet_row: at + 5,
        group_code: group,
        bank_account_id: [...accounts.values()][0]!,
      })
      .execute()
  }
  await tx.db
    .updateTable('training.classes')
    .set({ roster_import_id: importId })
    .where('district', '=', district)
    .where('id', '=', classId)
    .execute()
}

/** What one check says of a class and its roster: sentences by outcome, in the roster's order. */
export async function askCheck(
  house: TrainingHouse,
  check: Check,
  classId: string,
  over: { now?: string; moment?: Moment } = {},
): Promise<{ outcome: Outcome; zh: string; evidence: readonly Evidence[] }[]> {
  const now = new Date(over.now ?? '2022-02-25T09:00:00+08:00')
  return house.within(async (tx) => {
    const row = (await findClass(tx, classId))!
    const during = { from: row.startsOn, to: row.endsOn }
    const roster = row.rosterImportId === null ? [] : await listRoster(tx, classId)
    const subjects: CheckSubject[] =
      check.subject === 'class'
        ? [{ kind: 'class', id: classId, during }]
        : roster.map(({ enrolmentId, personId }) => ({ kind: 'enrolment', id: enrolmentId, personId, during }))
    const today = civilDateOf(now)
    const parameters = parametersOn(LIANDU, today)
    const moment = over.moment ?? check.moments[0]!
    const findings = await check.run({ tx, moment, groupId: classId, subjects, now, today, parameters })
    const byId = new Map(findings.map((finding) => [finding.subjectId, finding]))
    return subjects.map(({ id }) => {
      const { outcome, sentence, evidence } = byId.get(id)!
      return { outcome, zh: sentence.zh, evidence: evidence ?? [] }
    })
  })
}

/** Everybody of the class's roster was there at every session, by a sheet of paper that names no file of ours. */
export async function givenSigned(tx: Tx, vault: Vault, classId: string, at: Date): Promise<void> {
  const { district } = tx
  const sheetId = newId()
  const bytes = Buffer.from(`考勤 ${classId}`)
  const file = await keepFile(tx, vault, {
    id: newId(),
    name: '考勤表.csv',
    mediaType: 'text/csv',
    bytes,
    createdBy: null,
  })
  const roster = await listRoster(tx, classId)
  const upload = { id: sheetId, class_id: classId, kind: 'attendance', file_id: file.id, file_name: file.name }
  await tx.db
    .insertInto('training.sheet_uploads')
    .values({
      ...upload,
      district,
      sha256: file.sha256,
      outcome: 'imported',
      version: 1,
      row_count: roster.length,
      account_id: newId(),
      business_at: at,
    })
    .execute()
  const sessions = await listSessions(tx, classId)
  const signs = roster.flatMap(({ enrolmentId }, row) =>
    sessions.map((session, column) => ({
      id: newId(),
      enrolmentId,
      sessionId: session.id,
      written: '√',
      credit: 'present' as const,
      sheetRow: row + 5,
      sheetColumn: column + 3,
    })),
  )
  await insertSheet(tx, { id: sheetId, classId, fileId: file.id, accountId: newId(), at }, signs)
}

/** The half hours a class would take when it is submitted, taken now. */
export async function givenSlotsTaken(house: TrainingHouse, classId: string): Promise<void> {
  await house.within(async (tx) => {
    const row = (await findClass(tx, classId))!
    const roster = row.rosterImportId === null ? [] : await listRoster(tx, classId)
    await takeSlots(tx, classId, await slotsOf(tx, row, await listSessions(tx, classId), roster))
  })
}

/** A day and two times as a session in the provider's own room, by its own instructor. */
export function session(
  provider: GivenProvider,
  day: string,
  from: string,
  to: string,
  over: Partial<PlannedSession> = {},
): PlannedSession {
  return {
    day: day as CivilDate,
    startMinute: minuteOf(from),
    endMinute: minuteOf(to),
    classHours: 4,
    kind: 'practice',
    roomId: provider.roomId,
    instructorId: provider.instructorId,
    reason: '',
    ...over,
  }
}
