import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme } from '../policy/testing.ts'
import { saveOrganisation } from '../people/public.ts'
import { newId } from '../values/public.ts'
import { moveMoney } from './budget/ledger.ts'
import { lookAgain } from './claims/look-again.ts'
import { moveClaim } from './claims/move-claim.ts'
import { nextStatus } from './claims/rules.ts'
import { type SettlingNeeds, settleGroup } from './claims/settle-group.ts'
import { findOpenClaim, lockClaim } from './claims/store.ts'
import { givenCompletedClass, settlingNeeds } from './deciding/testing.ts'
import {
  type FundsDatabase,
  givenBudgetLine,
  givenFundsDatabase,
  givenPeopleOfBoth,
  type GivenPerson,
  LIANDU,
  NOW,
  QINGTIAN,
} from './testing.ts'

/*
 * Two counties of one platform train the same people. Whatever is claimed, returned, claimed again and looked at again, in
 * whatever order and at once, nobody has more than a limit allows.
 */
const words = (text: string) => ({ zh: text, en: text })
const DISTRICTS = [LIANDU, QINGTIAN] as const
const OCCUPATIONS = ['2022/养老护理员', '2022/保育师', '2022/茶艺师', '2022/美容师']
const SCHEME = 'test.scheme'
const LIMITS = [
  {
    id: 'three',
    label: words('次数'),
    cite: 'c1',
    over: ['TRAINING'],
    window: 'calendarYear',
    count: 3,
    onUnknown: 'note',
  },
  {
    id: 'sum',
    label: words('总额'),
    cite: 'c1',
    over: ['TRAINING'],
    window: 'lifetime',
    sum: 250_000,
    beyond: 'trim',
    onUnknown: 'note',
  },
  {
    id: 'once',
    label: words('不重复'),
    cite: 'c1',
    over: ['TRAINING'],
    once: ['occupation', 'level'],
    onUnknown: 'note',
  },
  {
    id: 'provider',
    label: words('机构次数'),
    cite: 'c1',
    per: 'provider',
    over: ['TRAINING'],
    window: 'calendarYear',
    count: 4,
    onUnknown: 'note',
  },
]

let funds: FundsDatabase
let looker: pg.Client
let needs: SettlingNeeds
beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
  for (const district of DISTRICTS) await funds.within((tx) => givenBudgetLine(tx), district)
  needs = await needsOf(LIMITS)
})
afterAll(async () => {
  await looker.end()
  await funds.close()
})

async function needsOf(limits: readonly unknown[]): Promise<SettlingNeeds> {
  const cases = [{ name: 'nothing given', given: {}, expect: { unknown: ['marks.theory'] } }]
  const scheme = await givenScheme(funds.connection.db, { family: 'TRAINING', limits, cases })
  return settlingNeeds({ engine: { schemes: async () => [scheme] } })
}

/** One training provider that is registered in both districts, by one credit code. */
let providers = 0
async function givenProviderOfBoth(): Promise<ReadonlyMap<number, string>> {
  const uscc = `9133TEST${String((providers += 1)).padStart(10, '0')}`
  const ids = DISTRICTS.map(async (district): Promise<[number, string]> => {
    const id = newId()
    const provider = { id, kind: 'provider' as const, name: `两地机构${uscc}`, uscc }
    await funds.within((tx) => saveOrganisation(tx, provider), district)
    return [district, id]
  })
  return new Map(await Promise.all(ids))
}

type Group = { readonly district: number; readonly groupId: string }

async function completed(
  district: number,
  persons: readonly GivenPerson[],
  occupationId: string,
  of?: ReadonlyMap<number, string>,
): Promise<Group> {
  const organisationId = of?.get(district)
  const given = {
    trainees: persons.map(() => ({})),
    persons,
    occupationId,
    ...(organisationId ? { organisationId } : {}),
  }
  const { groupId } = await funds.within((tx) => givenCompletedClass(tx, given), district)
  return { district, groupId }
}

const claim = ({ district, groupId }: Group, again = false, using = needs) =>
  funds.within((tx) => settleGroup(tx, using, { kind: 'training.completed', groupId, now: NOW, again }), district)

/** The open claim of a group is returned, and its money available again. */
const giveBack = ({ district, groupId }: Group) =>
  funds.within(async (tx) => {
    const open = await findOpenClaim(tx, groupId, SCHEME)
    const locked = open && (await lockClaim(tx, open.id))
    if (!locked || !nextStatus(locked.status, 'return')) return
    await moveClaim(tx, locked, 'return', { personId: null, at: NOW, note: '' })
    const { lineId, amountFen } = locked
    await moveMoney(tx, {
      lineId,
      from: 'reserved',
      to: 'available',
      amountFen,
      reason: 'claim-returned',
      subject: { kind: 'claim', id: locked.id },
      actor: null,
      at: NOW,
    })
  }, district)

const look = ({ district, groupId }: Group) =>
  funds.within((tx) => lookAgain(tx, needs, { groupId, because: words('台账变动'), now: NOW }), district)

/** What must never be, looked for over both districts at once; each a sentence. `lives`: what these people have. */
const NEVER: Readonly<Record<string, string>> = {
  'somebody has had more than three in a year':
    'select 1 from lives group by person_lookup, extract(year from counts_on) having count(*) > 3',
  'a provider has had more than four in a year': `
    select 1 from lives l join policy.benefit_parties p on p.district = l.district and p.benefit_id = l.id
    where p.kind = 'provider' group by p.party_key having count(*) > 4`,
  'the registry says something else of a provider': `
    select 1 from policy.benefit_parties p
    join policy.benefits b on b.district = p.district and b.id = p.benefit_id and b.person_id = any($1)
    left join policy.person_uses u on u.person_key = p.party_key and u.id = b.id and u.amount_fen = b.amount_fen
    where u.lives is distinct from (b.status not in ('released', 'recovered'))`,
  'somebody has had more than the sum': 'select 1 from lives group by person_lookup having sum(amount_fen) > 250000',
  'somebody has had an occupation and level twice':
    'select 1 from lives group by person_lookup, occupation_id, level having count(*) > 1',
  'the registry says something else than the districts': `
    select 1 from lives b full join (
      select u.* from policy.person_uses u
      where u.lives and u.person_key in (select identity_lookup from people.persons where id = any($1))) u
      on b.id = u.id and b.person_lookup = u.person_key and b.amount_fen = u.amount_fen
    where b.id is null or u.id is null`,
  'a claim pays what is not reserved, or a returned one holds something': `
    select 1 from lives b full join (
      select l.claim_id, e.decision_id, l.amount_fen from funds.claim_lines l
      join funds.claims c on c.district = l.district and c.id = l.claim_id and c.status <> 'returned'
      join funds.entitlements e on e.district = l.district and e.id = l.entitlement_id
      where l.person_id = any($1)) l
      on b.holder_id = l.claim_id and b.decision_id = l.decision_id and b.amount_fen = l.amount_fen
    where l.claim_id is null or b.id is null`,
}

async function brokenOf(people: ReadonlyMap<number, readonly GivenPerson[]>): Promise<string[]> {
  const ids = [...people.values()].flat().map(({ personId }) => personId)
  const found: string[] = []
  for (const [sentence, query] of Object.entries(NEVER)) {
    const { rows } = await looker.query(
      `with lives as (select * from policy.benefits where status not in ('released', 'recovered') and person_id = any($1)) ${query}`,
      [ids],
    )
    if (rows.length > 0) found.push(sentence)
  }
  return found
}

describe('under any interleaving of two districts', () => {
  it('no limit is exceeded', async () => {
    const step = fc.record({
      act: fc.constantFrom('claim', 'claim', 'claim', 'return', 'again', 'look'),
      district: fc.constantFrom(...DISTRICTS),
      who: fc.subarray([0, 1, 2], { minLength: 1 }),
      pick: fc.nat(20),
    })
    // What stands together happens at once.
    const day = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(day, async (moments) => {
        const people = await givenPeopleOfBoth(funds, 3)
        const provider = await givenProviderOfBoth()
        const groups: Group[] = []
        for (const moment of moments) {
          const acts = moment.map(async ({ act, district, who, pick }) => {
            const some = groups[pick % Math.max(groups.length, 1)]
            if (act === 'claim') {
              const persons = who.map((at) => people.get(district)![at]!)
              const group = await completed(district, persons, OCCUPATIONS[pick % OCCUPATIONS.length]!, provider)
              groups.push(group)
              await claim(group)
            } else if (some && act === 'return') await giveBack(some)
            else if (some && act === 'again') await claim(some, true)
            else if (some) await look(some)
          })
          await Promise.all(acts)
          expect(await brokenOf(people)).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('who gives back leaves room for another, in whatever county', async () => {
    const people = await givenPeopleOfBoth(funds, 1)
    const [here, there] = DISTRICTS.map((district) => people.get(district)!)
    const first = await completed(LIANDU, here!, OCCUPATIONS[0]!)
    const second = await completed(QINGTIAN, there!, OCCUPATIONS[0]!)
    await claim(first)
    await claim(second)
    const openAt = ({ district, groupId }: Group) => funds.within((tx) => findOpenClaim(tx, groupId, SCHEME), district)
    expect([(await openAt(first))?.headCount, await openAt(second)]).toEqual([1, undefined])
    await giveBack(first)
    // It was refused by its own decision; a class that is newly decided finds the place free.
    const third = await completed(QINGTIAN, there!, OCCUPATIONS[0]!)
    await claim(third)
    expect((await openAt(third))?.headCount).toBe(1)
    expect(await brokenOf(people)).toEqual([])
  })
})

describe('two counties at the same moment', () => {
  /** No turn is taken, and whoever has looked takes so long to write it down that the other looks meanwhile. */
  async function nobodyWaits(): Promise<void> {
    await looker.query(
      `create or replace function nobody_waits() returns trigger language plpgsql as 'begin return null; end'`,
    )
    await looker.query(
      `create or replace function writes_slowly() returns trigger language plpgsql as 'begin perform pg_sleep(0.7); return null; end'`,
    )
    await looker.query(
      'create trigger nobody_waits before insert on policy.person_turns for each row execute function nobody_waits()',
    )
    await looker.query(
      'create trigger writes_slowly before insert on policy.benefits for each statement execute function writes_slowly()',
    )
  }
  afterEach(async () => {
    await looker.query('drop trigger if exists nobody_waits on policy.person_turns')
    await looker.query('drop trigger if exists writes_slowly on policy.benefits')
  })

  /** Both gather what they decide by before either has taken anything, unless one has to wait for the other. */
  async function atOnce(
    using = needs,
    people?: ReadonlyMap<number, readonly GivenPerson[]>,
    of?: ReadonlyMap<number, string>,
  ): Promise<string[]> {
    people ??= await givenPeopleOfBoth(funds, 1)
    const groups = await Promise.all(
      DISTRICTS.map((district) => completed(district, people.get(district)!, OCCUPATIONS[0]!, of)),
    )
    let arrived = 0
    let open = () => {}
    const both = new Promise<void>((resolve) => (open = resolve))
    const meeting: SettlingNeeds = {
      ...using,
      async gather(...asked) {
        arrived += 1
        if (arrived === 2) open()
        await Promise.race([both, new Promise((resolve) => setTimeout(resolve, 400))])
        return using.gather(...asked)
      },
    }
    await Promise.all(groups.map((group) => claim(group, false, meeting)))
    return brokenOf(people)
  }

  it('take turns: one has it, the other is told that it is used up', async () => {
    expect(await atOnce()).toEqual([])
  })

  it('would both have it, if they did not wait for each other', async () => {
    await nobodyWaits()
    expect(await atOnce()).toContain('somebody has had an occupation and level twice')
  })

  /** Different people of one provider, of whom it may have one. */
  async function ofOneProvider(): Promise<number> {
    const one = [{ ...LIMITS.find(({ id }) => id === 'provider')!, count: 1 }]
    const [some, others] = [await givenPeopleOfBoth(funds, 1), await givenPeopleOfBoth(funds, 1)]
    const people = new Map([
      [LIANDU, some.get(LIANDU)!],
      [QINGTIAN, others.get(QINGTIAN)!],
    ])
    const before = await countOfParties()
    await atOnce(await needsOf(one), people, await givenProviderOfBoth())
    return (await countOfParties()) - before
  }

  async function countOfParties(): Promise<number> {
    const { rows } = await looker.query<{ count: string }>(
      `select count(*) from policy.benefit_parties where kind = 'provider'`,
    )
    return Number(rows[0]!.count)
  }

  it('take turns about one provider as well, whoever its people are', async () => {
    expect(await ofOneProvider()).toBe(1)
  })

  it('would both take the last that it may have, if they did not wait', async () => {
    await nobodyWaits()
    expect(await ofOneProvider()).toBe(2)
  })
})
