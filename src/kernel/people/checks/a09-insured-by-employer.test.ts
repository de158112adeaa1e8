import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKeyRing, vaultOf } from '../../../platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import type { CheckSubject } from '../../record/public.ts'
import { civilDate, newId } from '../../values/public.ts'
import { insuredRegister } from '../insured/register.ts'
import { insuredCsv, insuredLines } from '../insured/testing.ts'
import { importInsuredList, type Register, registersOf, saveOrganisation, savePersons } from '../public.ts'
import { insuredByEmployerCheck, monthsAsked } from './a09-insured-by-employer.ts'

const LIANDU = 331102
const vault = vaultOf(newKeyRing())
const during = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }
const [line] = insuredLines(1)
const [USCC, EMPLOYER, IDENTITY] = [line![0]!, line![1]!, line![2]!]
const OTHER = insuredLines(2)[1]!

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 2 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

/** In a transaction that leaves nothing behind. */
class Undo extends Error {}
async function inTrial<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let done!: T
  await inDistrict(connection.db, LIANDU, async (tx) => {
    done = await work(tx)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return done
}

type Spell = readonly [uscc: string, name: string, from: string, to: string]
const HERE = (from: string, to = ''): Spell => [USCC, EMPLOYER, from, to]
const THERE = (from: string, to = ''): Spell => [OTHER[0]!, OTHER[1]!, from, to]

type Given = {
  /** Lists in the order they came: as of which day, with which spells of the trainee; each names a colleague too. */
  readonly lists?: readonly (readonly [asOf: string, ...spells: Spell[]])[]
  readonly broughtBy?: 'employer' | 'provider'
  readonly groupCode?: string
  readonly today?: string
  readonly letter?: Register
}

const COLLEAGUE = insuredLines(9)[8]![2]!

async function asked({ lists = [], broughtBy = 'employer', today = '2022-03-28', ...given }: Given) {
  return inTrial(async (tx) => {
    const personId = newId()
    await savePersons(tx, vault, [
      { id: personId, name: '余刚涛', identityNumber: IDENTITY, sex: 'F', birthDate: '1960-01-01', phone: null },
    ])
    const organisationId = newId()
    const kind = broughtBy === 'employer' ? ('employer' as const) : ('provider' as const)
    await saveOrganisation(tx, { id: organisationId, kind, name: `${EMPLOYER}本部`, uscc: USCC })
    for (const [asOf, ...spells] of lists) {
      const colleague: Spell = spells[0] ?? HERE('2020-01')
      const rows = [
        [colleague[0], colleague[1], COLLEAGUE, '同事', '2020-01', ''],
        ...spells.map(([uscc, name, from, to]) => [uscc, name, IDENTITY, '余刚涛', from, to]),
      ]
      await importInsuredList(tx, vault, {
        bytes: insuredCsv(rows),
        fileName: '名单.csv',
        asOf: civilDate(asOf),
        source: '区社会保险中心',
        actor: { accountId: newId(), personId: newId() },
        now: new Date('2022-07-01T01:00:00Z'),
      })
    }
    const subject: CheckSubject = {
      kind: 'enrolment',
      id: 'enrolment',
      personId,
      groupCode: given.groupCode ?? 'ENTERPRISE_STAFF',
      organisationId,
      during,
    }
    const registers = registersOf([insuredRegister, ...(given.letter ? [given.letter] : [])])
    const found = await insuredByEmployerCheck(registers).run({
      tx,
      subjects: [subject],
      today: civilDate(today),
    } as never)
    return { outcome: found[0]!.outcome, zh: found[0]!.sentence.zh, evidence: found[0]!.evidence }
  })
}

const letter = (asOf: string): Register => ({
  name: 'insured-staff',
  ask: async (_tx, { personIds }) => ({
    compared: new Map(personIds.map((id) => [id, { source: '参保比对回函', asOf }])),
    hits: new Map(),
  }),
})

describe('an enterprise trainee is insured by the enterprise that brings the class', () => {
  it('passes when its list covers the months of the training', async () => {
    expect(await asked({ lists: [['2022-03-25', HERE('2020-03')]] })).toMatchObject({
      outcome: 'passed',
      zh: `由${EMPLOYER}参保,自2020-03起(区社会保险中心,2022-03-25)`,
    })
  })

  it('fails when its list of that month does not name the person, and leads to no list of others', async () => {
    expect(await asked({ lists: [['2022-03-25']] })).toMatchObject({
      outcome: 'failed',
      zh: expect.stringMatching(/^2022-03没有由.*参保\(区社会保险中心,2022-03-25\)。请核对是否本企业职工/),
    })
  })

  it('fails when the insurance ended before, and says until when', async () => {
    const { outcome, zh, evidence } = await asked({ lists: [['2022-03-25', HERE('2020-03', '2022-01')]] })
    expect([outcome, zh]).toEqual(['failed', expect.stringContaining('只参保2020-03至2022-01,没有覆盖2022-03')])
    expect(evidence).toEqual([expect.objectContaining({ kind: 'insured-list' })])
  })

  it('fails when another enterprise insures the person, names it, and asks for the dispatch agreement', async () => {
    expect(await asked({ lists: [['2022-03-25'], ['2022-03-25', THERE('2021-05')]] })).toMatchObject({
      outcome: 'failed',
      zh: expect.stringContaining(`当时由${OTHER[1]}参保,如属劳务派遣请提供派遣协议`),
    })
  })

  it('is unavailable when that enterprise’s list has not been given, whoever else’s has', async () => {
    expect(await asked({ lists: [['2022-03-25', THERE('2021-05')]] })).toMatchObject({
      outcome: 'unavailable',
      zh: expect.stringMatching(/^没有.*的参保名单,无法核对。请提供该企业截至2022-03或之后的参保名单$/),
    })
  })

  it('is unavailable when its list is older than the month', async () => {
    expect(await asked({ lists: [['2022-02-28', HERE('2020-03')]] })).toMatchObject({
      outcome: 'unavailable',
      zh: expect.stringContaining('只到 2022-02-28,无法核对2022-03'),
    })
  })

  it('is answered at filing by the month of filing', async () => {
    expect((await asked({ lists: [['2022-02-24', HERE('2020-03')]], today: '2022-02-25' })).outcome).toBe('passed')
  })

  it('lets the newest list that names the person speak', async () => {
    const later = await asked({
      lists: [
        ['2022-03-25', HERE('2020-03')],
        ['2022-06-25', HERE('2020-03', '2022-02')],
      ],
    })
    expect(later.outcome).toBe('failed')
    const gone = await asked({ lists: [['2022-03-25', HERE('2020-03')], ['2022-06-25']] })
    expect(gone.outcome).toBe('passed')
  })

  it('is answered by the whole register too, where it was compared in time', async () => {
    expect((await asked({ letter: letter('2022-03-28') })).outcome).toBe('failed')
    expect((await asked({ letter: letter('2022-02-28') })).outcome).toBe('unavailable')
  })
})

describe('a class that a provider brings names no enterprise', () => {
  it('passes when any enterprise insures the person, and says which', async () => {
    expect(await asked({ broughtBy: 'provider', lists: [['2022-03-25', THERE('2021-05')]] })).toMatchObject({
      outcome: 'passed',
      zh: expect.stringContaining(`由${OTHER[1]}参保`),
    })
  })

  it('is unavailable when some lists do not name the person, and says how many were looked at', async () => {
    expect(await asked({ broughtBy: 'provider', lists: [['2022-03-25']] })).toMatchObject({
      outcome: 'unavailable',
      zh: '只比对了1家企业的参保名单(最新截至 2022-03-25),社保参保登记本身尚未比对,无法核对',
    })
  })

  it('fails when the register itself was compared and knows no insurance', async () => {
    expect(await asked({ broughtBy: 'provider', letter: letter('2022-03-28') })).toMatchObject({
      outcome: 'failed',
      zh: expect.stringContaining('2022-03没有在任何企业参保(参保比对回函,2022-03-28)'),
    })
  })
})

it('does not ask anybody who is not enterprise staff', async () => {
  expect((await asked({ groupCode: 'RURAL_TRANSFER' })).outcome).toBe('not-applicable')
})

it.each([
  ['2022-02-25', ['2022-02']],
  ['2022-03-10', ['2022-03']],
  ['2022-04-10', ['2022-03', '2022-04']],
  ['2022-07-01', ['2022-03', '2022-04', '2022-05']],
])('asks on %s about %j of a training from March to May', (today, months) => {
  expect(monthsAsked({ from: civilDate('2022-03-07'), to: civilDate('2022-05-18') }, civilDate(today))).toEqual(months)
})
