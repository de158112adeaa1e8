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
  const fetchWith: typeof fetch = async (input, init) => {
    const payload =
      init?.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : (init?.body as string | undefined)
    const answer = await app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: input as string,
      headers: { ...(init?.headers as Record<string, string>), cookie },
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

/** A county's first day, through the platform's own commands: providers' sites and instructors, agreements, the budget. */
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
  for (const instructor of county.instructors) {
    await clerk(fileInstructor, {
      params: { organisationId: providerOf(instructor.organisation) },
      body: { ...instructor.person, title: instructor.title },
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
