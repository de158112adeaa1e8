import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { signIn } from '../src/kernel/access/contract.ts'
import { appropriate, createBudgetLine } from '../src/kernel/funds/budget/contract.ts'
import {
  addRoom,
  addSite,
  fileInstructor,
  listProviders,
  makeAgreement,
} from '../src/mechanisms/training/agreements/contract.ts'
import { classChoices, draftClass } from '../src/mechanisms/training/classes/contract.ts'
import { fileDocument } from '../src/mechanisms/training/documents/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { uploadRoster } from '../src/mechanisms/training/rosters/contract.ts'
import { putTimetable } from '../src/mechanisms/training/timetable/contract.ts'
import { addDays, civilDate, weekday } from '../src/kernel/values/public.ts'
import { mayDieAt } from '../src/platform/faults/public.ts'
import { rosterOf } from './people.ts'
import { call, type Endpoint } from '../src/platform/contract/public.ts'
import type { DemoCounty } from './county.ts'

/** Somebody signed in at the house, without a network: the same operations their browser would call. */
export type Player = <E extends Endpoint>(
  endpoint: E,
  input?: Parameters<typeof call<E>>[2],
) => ReturnType<typeof call<E>>

export async function playerAt(
  app: FastifyInstance,
  district: number,
  accountName: string,
  password: string,
): Promise<Player> {
  let cookie = ''
  const asked = new Map<string, number>()
  /** The same step has the same key whenever it is played: what was done before a kill is answered, not done again. */
  const keyOf = (method: string, url: string, payload: Buffer | string | undefined): string => {
    const hash = createHash('sha256').update(`${accountName} ${method} ${url}\n`)
    const content = hash.update(payload ?? '').digest('hex')
    const nth = (asked.get(content) ?? 0) + 1
    asked.set(content, nth)
    return `first-day-${content}-${nth}`
  }
  const fetchWith: typeof fetch = async (input, init) => {
    const payload =
      init?.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : (init?.body as string | undefined)
    const [method, url] = [init?.method ?? 'GET', input as string]
    const key = method === 'GET' ? {} : { 'idempotency-key': keyOf(method, url, payload) }
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: { ...(init?.headers as Record<string, string>), ...key, cookie },
      ...(payload === undefined ? {} : { payload }),
    })
    const set = answer.headers['set-cookie']
    if (set) cookie = String(set).split(';')[0]!
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode })
  }
  const to = { district, locale: 'zh' as const, fetchWith }
  await call(to, signIn, { body: { accountName, password } })
  return (endpoint, input) => call(to, endpoint, input)
}

/**
 * A county's first day, through the platform's own commands: providers' sites, instructors and papers, agreements, the
 * budget. Played again after it was interrupted, it goes on where it stopped.
 */
export async function playFirstDay(app: FastifyInstance, county: DemoCounty, password: string): Promise<void> {
  const clerk = await playerAt(app, county.district, 'clerk', password)
  const finance = await playerAt(app, county.district, 'finance', password)
  const { providers } = await clerk(listProviders)
  const providerOf = (key: string) => {
    const name = county.organisations.find((organisation) => organisation.key === key)?.name
    return providers.find((provider) => provider.name === name)!.id
  }
  const siteIds = new Map<string, string>()
  for (const site of county.sites) {
    const { id } = await clerk(addSite, {
      params: { organisationId: providerOf(site.organisation) },
      body: { name: site.name, townZh: site.town, address: site.address },
    })
    siteIds.set(site.name, id)
    for (const room of site.rooms) await clerk(addRoom, { params: { siteId: id }, body: room })
  }
  mayDieAt('first-day.sites')
  for (const instructor of county.instructors) {
    await clerk(fileInstructor, {
      params: { organisationId: providerOf(instructor.organisation) },
      body: { ...instructor.person, title: instructor.title },
    })
  }
  for (const { organisation, site, kind, number, from, to } of county.documents) {
    await clerk(fileDocument, {
      params: { organisationId: providerOf(organisation) },
      body: { kind, number, siteId: site === undefined ? null : siteIds.get(site)!, validFrom: from, validTo: to },
    })
  }
  for (const agreement of county.agreements) {
    await clerk(makeAgreement, {
      body: {
        organisationId: providerOf(agreement.organisation),
        fromDate: agreement.from,
        toDate: agreement.to,
        document: agreement.document,
        items: agreement.items.map((item) => ({
          occupationId: item.occupation,
          highestLevel: item.highestLevel,
          siteId: siteIds.get(item.site)!,
        })),
      },
    })
  }
  for (const line of county.budget) {
    const { id } = await finance(createBudgetLine, {
      body: { fund: line.fund, name: line.name, year: line.year, document: line.document },
    })
    await finance(appropriate, {
      params: { lineId: id },
      body: { amountFen: line.appropriatedFen, document: line.document },
    })
  }
}

const HALF_DAYS = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '16:30' },
]
const HALF_DAY_HOURS = 4

/** Classes that are on file already: drafted, timetabled, given a roster and submitted by their school, approved by the clerk. */
export async function playFirstClasses(app: FastifyInstance, county: DemoCounty, password: string): Promise<void> {
  const clerk = await playerAt(app, county.district, 'clerk', password)
  for (const planned of county.classes) {
    const school = await playerAt(app, county.district, planned.account, password)
    const { sites, instructors } = await school(classChoices)
    const site = sites.find((each) => each.rooms.some((room) => room.name === planned.room))!
    const room = site.rooms.find((each) => each.name === planned.room)!
    const instructor = instructors.find((each) => each.title === planned.instructor)!
    const { number, level, startsOn, endsOn, theoryHours, practiceHours, capacity } = planned
    const plan = { number, level, startsOn, endsOn, theoryHours, practiceHours, capacity }
    const { id: classId } = await school(draftClass, {
      body: {
        ...plan,
        kind: 'EMPLOYMENT_SKILLS',
        occupationId: planned.occupation,
        certificateKind: 'SKILL_LEVEL',
        siteId: site.id,
        roomId: room.id,
        instructorId: instructor.id,
        payee: 'person',
        fund: 'EMPLOYMENT_SUBSIDY_FUND',
      },
    })
    const halves = weekdaysFrom(startsOn, endsOn).flatMap((day) =>
      (planned.halves ?? HALF_DAYS).map((half) => ({ day, ...half })),
    )
    const theory = theoryHours / HALF_DAY_HOURS
    const sessions = halves.map((half, at) => ({
      ...half,
      classHours: HALF_DAY_HOURS,
      kind: at === 0 ? ('safety' as const) : at < theory ? ('theory' as const) : ('practice' as const),
      roomId: room.id,
      instructorId: instructor.id,
      reason: '',
    }))
    await school(putTimetable, { params: { classId }, body: { sessions } })
    mayDieAt('first-day.classes')
    const file = new Blob([rosterOf(planned.seed, planned.people)])
    const roster = await school(uploadRoster, { params: { classId }, query: { fileName: `${number}.csv` }, file })
    if (roster.outcome !== 'imported')
      throw new Error(`The demonstration's roster was refused: ${JSON.stringify(roster.marks)}`)
    await school(submitClass, { params: { classId } })
    await clerk(approveClass, { params: { classId } })
  }
}

function weekdaysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = civilDate(from); day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day)
  return days
}
