import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inDistrict } from '../../../platform/db/public.ts'
import { outboxOf } from '../../../platform/outbox/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import {
  findDocument,
  type FactSupplier,
  type FactValue,
  known,
  listFacts,
  listDecisionsById,
  recordFacts,
  replay,
  unknown,
} from '../../policy/public.ts'
import { givenScheme } from '../../policy/testing.ts'
import { claimReactions } from '../claims/reactions.ts'
import { type SettlingNeeds } from '../claims/settle-group.ts'
import { factGatherer } from '../deciding/gather-facts.ts'
import { corrected, givenCompletedClass } from '../deciding/testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, LIANDU } from '../testing.ts'
import { listInstalments, sumByYear } from './store.ts'
import { promiseReactions, wakeInstalments } from './wake.ts'

/*
 * An allowance of three years: the first when it is decided, the others a year later each, while somebody is still employed
 * by an enterprise. Time goes by; what is known of the people changes.
 */
const words = (text: string) => ({ zh: text, en: text })
const SCHEME = 'test.allowance'
const EVERYBODY = { organisationId: null }

let funds: FundsDatabase
let looker: pg.Client
let needs: SettlingNeeds
/** Where people work now, as the registers say; null: nobody knows. */
let works: string | null
let today: Date
let level: string
let atIssue: string | null

const register: FactSupplier = {
  name: 'registers of the test',
  keys: ['employment.employerKind', 'certificate.level', 'certificate.issuedOn'],
  triggers: ['certificate.issued'],
  supply: async (_tx, facts) => {
    const from = { source: 'insured list', asOf: today.toISOString() }
    const kind: FactValue = works === null ? unknown(words('名单未更新'), from) : known(works, from)
    const told = {
      'employment.employerKind': kind,
      'employment.employerKind@certificate':
        atIssue === null ? unknown(words('名单未导入'), from) : known(atIssue, from),
      'certificate.level': known(level, from),
      'certificate.issuedOn': known('2022-03-25', from),
    }
    return new Map(facts.map(({ id }) => [id, told]))
  },
}

beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
  for (const year of [2022, 2023, 2024, 2025]) await within((tx) => givenBudgetLine(tx, { year }))
  const scheme = await givenScheme(funds.connection.db, {
    scheme: SCHEME,
    trigger: 'certificate.issued',
    inForce: { by: 'certificate', from: '2022-01-01' },
    family: 'ALLOWANCE',
    conditions: [
      { id: 'level', label: words('等级'), cite: 'c1', fact: 'certificate.level', atLeast: 'L3_SENIOR' },
      {
        id: 'employed',
        label: words('在企业'),
        cite: 'c1',
        at: 'certificate',
        fact: 'employment.employerKind',
        is: 'ENTERPRISE',
      },
    ],
    limits: [
      {
        id: 'once',
        label: words('一证一次'),
        cite: 'c1',
        over: ['ALLOWANCE'],
        once: ['occupation', 'level'],
        onUnknown: 'note',
      },
    ],
    stacking: { label: words('就高'), cite: 'c1', family: 'ALLOWANCE', rule: 'exclusive', onUnknown: 'note' },
    amount: {
      label: words('津贴'),
      cite: 'c1',
      steps: [{ id: 'flat', label: words('每年'), cite: 'c1', fixed: 600_000 }],
    },
    instalments: {
      label: words('分年'),
      cite: 'c1',
      count: 3,
      every: 'P1Y',
      first: { fact: 'certificate.issuedOn' },
      keep: ['employed'],
    },
    cases: [{ name: 'nothing given', given: {}, expect: { unknown: ['certificate.level'] } }],
  })
  needs = {
    integrity: integrityOf([]),
    engine: { schemes: async (_tx, kind) => (kind === 'certificate.issued' ? [scheme] : []) },
    gather: factGatherer([register]),
  }
}, 120_000)
afterAll(async () => {
  await looker.end()
  await funds.close()
})
beforeEach(async () => {
  works = 'ENTERPRISE'
  level = 'L3_SENIOR'
  atIssue = 'ENTERPRISE'
  await looker.query('truncate funds.promises, funds.instalments cascade')
})

const at = (day: string) => (today = new Date(`${day}T04:00:00Z`))
const within = <T>(work: Parameters<FundsDatabase['within']>[0]) => funds.within(work) as Promise<T>

/** A day comes: what is due is woken, and everything told is worked off. */
async function comes(day: string): Promise<void> {
  at(day)
  const clocked = <T>(work: (tx: Parameters<typeof wakeInstalments>[0]) => Promise<T>) =>
    inDistrict(funds.connection.db, LIANDU, (tx) => work({ ...tx, now: today }))
  while (await clocked(wakeInstalments));
  const all = [...claimReactions(needs), ...promiseReactions(needs)].map((each) => ({
    ...each,
    run: (tx: Parameters<typeof each.run>[0], event: Parameters<typeof each.run>[1]) =>
      each.run({ ...tx, now: today }, event),
  }))
  await outboxOf(funds.connection.db, all, (error) => {
    throw error
  }).drain(LIANDU)
}

async function certified(people = 1) {
  at('2022-05-20')
  const trainees = Array.from({ length: people }, () => ({}))
  const given = { trainees, kind: 'certificate.issued', occurredOn: '2022-03-25' }
  const { groupId } = await funds.within((tx) => givenCompletedClass(tx, given))
  await comes('2022-05-20')
  return groupId
}

const told = async () =>
  (await funds.within((tx) => listInstalments(tx, EVERYBODY, { limit: 100 }))).map(
    ({ number, dueOn, state }) => `${number} ${dueOn} ${state}`,
  )

const claims = async () => {
  const { rows } = await looker.query<{ said: string }>(
    `select c.head_count || ' ' || c.amount_fen || ' ' || c.status as said from funds.claims c
     where c.group_id in (select round_id from funds.instalments) order by c.id`,
  )
  return rows.map(({ said }) => said)
}

describe('what is given in instalments', () => {
  it('is promised when the first is due, with the day of each, and how much for which year', async () => {
    await certified(2)
    expect(await told()).toEqual([
      '2 2023-03-25 promised',
      '2 2023-03-25 promised',
      '3 2024-03-25 promised',
      '3 2024-03-25 promised',
    ])
    const years = await funds.within((tx) => sumByYear(tx, EVERYBODY))
    expect(years).toEqual([
      { year: 2023, state: 'promised', people: 2, fen: 1_200_000n },
      { year: 2024, state: 'promised', people: 2, fen: 1_200_000n },
    ])
    await comes('2023-03-24')
    expect(await claims()).toEqual([])
  })

  it('is claimed on its day as any other, for all of a round together, by the rules it was promised by', async () => {
    await certified(2)
    await comes('2023-03-25')
    expect(await claims()).toEqual(['2 1200000 assembled'])
    expect((await told()).slice(0, 2)).toEqual(['2 2023-03-25 claimed', '2 2023-03-25 claimed'])
    const { rows } = await looker.query<{ id: string }>(
      'select id from policy.decisions where group_id in (select round_id from funds.instalments)',
    )
    const decisions = await funds.within((tx) =>
      listDecisionsById(
        tx,
        rows.map(({ id }) => id),
      ),
    )
    for (const decision of decisions.values())
      expect(replay(decision, await funds.within((tx) => findDocument(tx, decision.packSha256))).same).toBe(true)
    expect(decisions.size).toBe(2)
    await comes('2023-03-26')
    expect(await claims()).toEqual(['2 1200000 assembled'])
  })

  it('pauses while what has to be kept does not hold, and is paid on return within its time', async () => {
    await certified()
    works = 'NONE'
    await comes('2023-03-25')
    expect([(await told())[0], await claims()]).toEqual(['2 2023-03-25 paused', []])
    await comes('2023-06-01')
    expect([(await told())[0], await claims()]).toEqual(['2 2023-03-25 paused', []])
    works = 'ENTERPRISE'
    await comes('2024-03-24')
    expect([(await told())[0], await claims()]).toEqual(['2 2023-03-25 claimed', ['1 600000 assembled']])
  })

  it('is over when its time is: who returns later has the next one alone, and after the last there is none', async () => {
    await certified()
    works = 'NONE'
    await comes('2023-03-25')
    await comes('2024-03-25')
    works = 'ENTERPRISE'
    await comes('2024-03-26')
    expect(await told()).toEqual(['2 2023-03-25 over', '3 2024-03-25 claimed'])
    expect(await claims()).toEqual(['1 600000 assembled'])
  })

  it('is not given after the last day, whatever is known by then', async () => {
    await certified()
    works = null
    await comes('2023-03-25')
    expect((await told())[0]).toBe('2 2023-03-25 due')
    await comes('2024-03-25')
    await comes('2025-03-25')
    works = 'ENTERPRISE'
    await comes('2025-03-26')
    expect(await told()).toEqual(['2 2023-03-25 over', '3 2024-03-25 over'])
    expect(await claims()).toEqual([])
  })

  it('asks nothing twice: a day that is looked at again changes nothing', async () => {
    await certified()
    works = 'NONE'
    await comes('2023-03-25')
    const count = async () =>
      (
        await looker.query(
          'select count(*)::int as n from policy.decisions where group_id in (select round_id from funds.instalments)',
        )
      ).rows[0].n
    expect(await count()).toBe(1)
    await comes('2023-03-25')
    await comes('2023-04-01')
    expect(await count()).toBe(1)
    works = null
    await comes('2023-04-02')
    expect(await count()).toBe(2)
  })

  it('is given to nobody who was found not to be due the first one after all', async () => {
    const groupId = await certified()
    level = 'L5_JUNIOR'
    await funds.within(async (tx) => {
      const [fact] = await listFacts(tx, groupId, 'certificate.issued')
      await recordFacts(tx, [corrected(fact!, {})], words('更正'))
    })
    await comes('2022-06-01')
    // The money is with them still, and is being recovered.
    await looker.query(`update policy.benefits set status = 'paid' where group_id = $1`, [groupId])
    await comes('2023-03-25')
    expect(await claims()).toEqual([])
  })

  it('is given to nobody whose first one is gone', async () => {
    const groupId = await certified()
    await looker.query(`update policy.benefits set status = 'released' where group_id = $1`, [groupId])
    await comes('2023-03-25')
    expect([(await told())[0], await claims()]).toEqual(['2 2023-03-25 promised', []])
  })
})

describe('what nobody asked for', () => {
  const waits = async (groupId: string) => {
    const { rows } = await looker.query<{ said: string }>(
      `select held_count || ' ' || (because->0->>'zh') as said from funds.waiting_claims
       where group_id = $1 and settled_at is null`,
      [groupId],
    )
    return rows.map(({ said }) => said)
  }
  const recorded = async (kind: string, known: { level?: string; issued?: boolean }) => {
    at('2022-05-20')
    level = known.level ?? 'L3_SENIOR'
    atIssue = known.issued === false ? null : 'ENTERPRISE'
    const trainees = [{ unasked: true }, { unasked: true }] as object[]
    const { groupId } = await funds.within((tx) =>
      givenCompletedClass(tx, { trainees, kind, occurredOn: '2022-03-25' }),
    )
    await comes('2022-05-20')
    return groupId
  }

  it('waits once for a group where a fact is missing, and says which', async () => {
    expect(await waits(await recorded('certificate.issued', { issued: false }))).toEqual(['2 取得证书时的用人单位性质'])
  })

  it('waits for nothing where everybody is refused, or no scheme answers', async () => {
    expect(await waits(await recorded('certificate.issued', { level: 'L5_JUNIOR' }))).toEqual([])
    expect(await waits(await recorded('grant.arrived', {}))).toEqual([])
  })

  it('is claimed as soon as everything is known', async () => {
    const groupId = await recorded('certificate.issued', {})
    const { rows } = await looker.query('select head_count from funds.claims where group_id = $1', [groupId])
    expect(rows).toEqual([{ head_count: 2 }])
  })
})
