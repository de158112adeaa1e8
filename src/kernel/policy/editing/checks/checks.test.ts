import { expect, it } from 'vitest'
import type { Problem } from '../../../../platform/contract/public.ts'
import { valuesOf } from '../../packs/library.ts'
import { givenPack } from '../../testing.ts'
import { checkedBeside } from './beside.ts'
import { checkOf, type CheckOrder } from './check.ts'

const order = (over: Partial<CheckOrder> = {}): CheckOrder => ({
  region: '331102',
  scheme: 'test.scheme',
  revision: 1,
  document: givenPack({ family: 'TRAINING' }),
  versions: [],
  before: null,
  today: '2022-03-28',
  isReal: false,
  decidedSince: 0,
  values: valuesOf(331102),
  funds: [{ code: 'EMPLOYMENT_SUBSIDY_FUND', name: { zh: '就业补助资金', en: 'Employment subsidy fund' } }],
  supplies: [],
  ...over,
})

const refusedAs = (asked: Promise<unknown>) => asked.then(String, (error: Problem) => error.code)

it('is worked out beside the serving process, which goes on meanwhile, and comes to the same', async () => {
  let [turns, done] = [0, false]
  const turn = () => {
    turns++
    if (!done) setTimeout(turn, 1)
  }
  const asked = checkedBeside(order())
  turn()
  const check = await asked
  done = true
  expect(turns).toBeGreaterThan(10)
  expect(check).toEqual(checkOf(order()))
})

it('is asked once, told to whoever waits less than it takes, and refused where too many wait', async () => {
  const many = Array.from({ length: 9 }, (_, at) => checkedBeside(order({ revision: at + 2 })))
  const same = checkedBeside(order({ revision: 2 }))
  expect(await refusedAs(checkedBeside(order({ revision: 2 }), 0))).toBe('check-under-way')
  expect(await refusedAs(checkedBeside(order({ revision: 99 })))).toBe('check-busy')
  const all = await Promise.all(many)
  expect(all.map(({ revision }) => revision)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await same).toBe(all[0])
})

it('names the funds and families as the county does', () => {
  const { findings } = checkOf(order({ document: givenPack({ family: 'ALLOWANCE' }) }))
  const unlawful = findings.find(({ rule }) => rule === 'fund-not-lawful')
  expect(unlawful?.sentence.zh).toContain('“就业补助资金”不能支付“人才津贴”类补贴')
})
