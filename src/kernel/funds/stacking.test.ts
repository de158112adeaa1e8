import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain, listDecisions, readAnswer, replay, findDocument } from '../policy/public.ts'
import { givenScheme } from '../policy/testing.ts'
import { moveMoney } from './budget/ledger.ts'
import { lookAgain } from './claims/look-again.ts'
import { moveClaim } from './claims/move-claim.ts'
import { nextStatus } from './claims/rules.ts'
import { type SettlingNeeds, settleGroup } from './claims/settle-group.ts'
import { findOpenClaim, lockClaim } from './claims/store.ts'
import { corrected, givenCompletedClass, settlingNeeds } from './deciding/testing.ts'
import type { ReadyScheme } from './deciding/engine.ts'
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
import { recordFacts } from '../policy/public.ts'

/*
 * Two schemes of one family, of which one person may have one, the higher, or the difference. Whatever is claimed, returned
 * and looked at again, in whatever order and in two counties at once, nobody has more than the rule leaves.
 */
const words = (text: string) => ({ zh: text, en: text })
const DISTRICTS = [LIANDU, QINGTIAN] as const
const RULES = ['exclusive', 'higherOf', 'difference'] as const
type Rule = (typeof RULES)[number]
const [LOWER, HIGHER] = ['test.lower', 'test.higher']
const FEN = { [LOWER]: 100_000, [HIGHER]: 150_000 }

let funds: FundsDatabase
let looker: pg.Client
let schemes: Record<Rule, ReadyScheme[]>
beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
  for (const district of DISTRICTS) await funds.within((tx) => givenBudgetLine(tx), district)
  const of = async (rule: Rule) => [await givenOne(rule, LOWER), await givenOne(rule, HIGHER)]
  schemes = { exclusive: await of('exclusive'), higherOf: await of('higherOf'), difference: await of('difference') }
}, 120_000)
afterAll(async () => {
  await looker.end()
  await funds.close()
})

const givenOne = (rule: Rule, scheme: string) =>
  givenScheme(funds.connection.db, {
    scheme,
    title: words(scheme),
    family: 'TRAINING',
    conditions: [
      { id: 'theory', label: words('理论'), cite: 'c1', fact: 'marks.theory', atLeast: scheme === HIGHER ? 70 : 60 },
      { id: 'group', label: words('人员'), cite: 'c1', fact: 'person.group', at: 'training', is: 'RURAL_TRANSFER' },
    ],
    stacking: {
      label: words('合并享受'),
      cite: 'c1',
      family: 'TRAINING',
      rule,
      window: 'calendarYear',
      onUnknown: 'note',
    },
    amount: {
      label: words('标准'),
      cite: 'c1',
      steps: [{ id: 'flat', label: words('定额'), cite: 'c1', fixed: FEN[scheme] }],
    },
    cases: [{ name: 'nothing given', given: {}, expect: { unknown: ['marks.theory'] } }],
  })

const needsOf = (rule: Rule, turned = false): SettlingNeeds => {
  const all = turned ? schemes[rule].toReversed() : schemes[rule]
  return settlingNeeds({ engine: { schemes: async () => all } })
}

type Group = { readonly district: number; readonly groupId: string; readonly needs: SettlingNeeds }

const completed = (district: number, persons: readonly GivenPerson[], theory = 80) =>
  funds.within((tx) => givenCompletedClass(tx, { trainees: persons.map(() => ({ theory })), persons }), district)
const KIND = 'training.completed'
const settle = ({ district, groupId, needs }: Group, again = false) =>
  funds.within((tx) => settleGroup(tx, needs, { kind: KIND, groupId, now: NOW, again }), district)
const look = ({ district, groupId, needs }: Group) =>
  funds.within((tx) => lookAgain(tx, needs, { groupId, because: words('更正'), now: NOW }), district)

/** The open claims of a group are returned, and their money available again. */
const giveBack = ({ district, groupId }: Group, scheme: string) =>
  funds.within(async (tx) => {
    const open = await findOpenClaim(tx, groupId, scheme)
    const locked = open && (await lockClaim(tx, open.id))
    if (!locked || !nextStatus(locked.status, 'return')) return
    await moveClaim(tx, locked, 'return', { personId: null, at: NOW, note: '' })
    const { lineId, amountFen, id } = locked
    const subject = { kind: 'claim', id } as const
    const [from, to, reason] = ['reserved', 'available', 'claim-returned'] as const
    await moveMoney(tx, { lineId, from, to, amountFen, reason, subject, actor: null, at: NOW })
  }, district)

/** What each scheme of a group has reserved. */
const taken = async ({ groupId }: { groupId: string }) => {
  const { rows } = await looker.query<{ scheme: string; fen: string }>(
    `select scheme, sum(amount_fen) as fen from policy.benefits
     where group_id = $1 and status not in ('released', 'recovered') group by scheme order by scheme`,
    [groupId],
  )
  return rows.map(({ scheme, fen }) => `${scheme} ${fen}`)
}

describe('two schemes of one family, decided together', () => {
  it.each(RULES)('%s: the higher one is claimed, in whatever order they are asked', async (rule) => {
    for (const turned of [false, true]) {
      const people = await givenPeopleOfBoth(funds, 2)
      const { groupId } = await completed(LIANDU, people.get(LIANDU)!)
      await settle({ district: LIANDU, groupId, needs: needsOf(rule, turned) })
      expect(await taken({ groupId })).toEqual([`${HIGHER} ${2 * FEN[HIGHER]!}`])
      const told = await funds.within(async (tx) => {
        const ofGroup = [...(await listDecisions(tx, groupId, LOWER)), ...(await listDecisions(tx, groupId, HIGHER))]
        for (const decision of ofGroup)
          expect(replay(decision, await findDocument(tx, decision.packSha256)).same).toBe(true)
        return ofGroup.map(({ scheme, trace }) => [scheme, explain(readAnswer(trace as never), 'zh').join('')] as const)
      })
      const said = new Map(told)
      expect(said.get(HIGHER)).toContain(`享受本项,不再另给“${LOWER}” 1,000 元`)
      expect(said.get(LOWER)).toContain(
        rule === 'difference' ? '1,500 元' : `同时应享受“${HIGHER}” 1,500 元,以其为准;本项 1,000 元不再另给`,
      )
    }
  })

  it.each(RULES)('%s: when the record is corrected both are decided anew, and the other one is given', async (rule) => {
    const people = await givenPeopleOfBoth(funds, 1)
    const { groupId, facts } = await completed(LIANDU, people.get(LIANDU)!)
    const group = { district: LIANDU, groupId, needs: needsOf(rule) }
    await settle(group)
    expect(await taken(group)).toEqual([`${HIGHER} 150000`])
    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { theory: 65 })]), LIANDU)
    await look(group)
    expect(await taken(group)).toEqual([`${LOWER} 100000`])
  })

  it.each([
    ['exclusive', [`${LOWER} 100000`]],
    ['higherOf', [`${HIGHER} 50000`, `${LOWER} 100000`]],
    ['difference', [`${HIGHER} 50000`, `${LOWER} 100000`]],
  ] as const)('%s: what was had before of the family is not had again', async (rule, comes) => {
    const people = await givenPeopleOfBoth(funds, 1)
    const persons = people.get(LIANDU)!
    const first = await completed(LIANDU, persons, 65)
    await settle({ district: LIANDU, ...first, needs: needsOf(rule) })
    const second = await completed(LIANDU, persons, 80)
    await settle({ district: LIANDU, ...second, needs: needsOf(rule) })
    const all = [...(await taken(second)), ...(await taken(first))]
    expect(all).toEqual(comes)
  })
})

describe('a decision that is older than what was taken since', () => {
  it.each(RULES)('%s: is held against it again when it is claimed', async (rule) => {
    const people = await givenPeopleOfBoth(funds, 1)
    const persons = people.get(LIANDU)!
    const first = { district: LIANDU, ...(await completed(LIANDU, persons, 65)), needs: needsOf(rule) }
    await settle(first)
    await giveBack(first, LOWER)
    const second = { district: LIANDU, ...(await completed(LIANDU, persons, 80)), needs: needsOf(rule) }
    await settle(second)
    await settle(first, true)
    expect([await taken(first), await taken(second)]).toEqual([[], [`${HIGHER} 150000`]])
  })
})

/** What must never be, over both districts at once. */
async function brokenOf(rule: Rule, people: ReadonlyMap<number, readonly GivenPerson[]>): Promise<string[]> {
  const ids = [...people.values()].flat().map(({ personId }) => personId)
  const { rows } = await looker.query<{ times: number; fen: string }>(
    `select count(*)::int as times, sum(amount_fen) as fen from policy.benefits
     where status not in ('released', 'recovered') and person_id = any($1)
     group by person_lookup`,
    [ids],
  )
  return rows.flatMap(({ times, fen }) => [
    ...(rule === 'exclusive' && times > 1 ? ['two that exclude each other'] : []),
    ...(Number(fen) > FEN[HIGHER]! ? ['more than the higher one'] : []),
  ])
}

describe('under any interleaving of two districts', () => {
  const step = fc.record({
    act: fc.constantFrom('claim', 'claim', 'claim', 'return', 'again', 'look'),
    district: fc.constantFrom(...DISTRICTS),
    theory: fc.constantFrom(65, 80),
    turned: fc.boolean(),
    pick: fc.nat(20),
  })
  const day = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

  it.each(RULES)(
    '%s: nobody has two of them, or more than the higher',
    async (rule) => {
      await fc.assert(
        fc.asyncProperty(day, async (moments) => {
          const people = await givenPeopleOfBoth(funds, 1)
          const groups: Group[] = []
          for (const moment of moments) {
            const acts = moment.map(async ({ act, district, theory, turned, pick }) => {
              const some = groups[pick % Math.max(groups.length, 1)]
              if (act === 'claim') {
                const { groupId } = await completed(district, people.get(district)!, theory)
                const group = { district, groupId, needs: needsOf(rule, turned) }
                groups.push(group)
                await settle(group)
              } else if (some && act === 'return') await giveBack(some, pick % 2 ? LOWER : HIGHER)
              else if (some && act === 'again') await settle(some, true)
              else if (some) await look(some)
            })
            await Promise.all(acts)
            expect(await brokenOf(rule, people)).toEqual([])
          }
        }),
        { numRuns: 12 },
      )
    },
    120_000,
  )
})
