import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { civilDate } from '../../values/public.ts'
import { answerText } from '../packs/cases.ts'
import { mutationsOf } from '../packs/mutations.ts'
import { givenFacts, givenPack } from '../testing.ts'
import type { History } from '../limits/history.ts'
import { readAnswer, writeAnswer } from './answer-document.ts'
import { compile } from './compile.ts'
import { explain } from './explain.ts'

const words = (text: string) => ({ zh: text, en: text })
const THREE = { id: 'three', label: words('次数'), cite: 'c1', over: ['TRAINING'], window: 'calendarYear', count: 3 }
const SUM = {
  id: 'sum',
  label: words('总额'),
  cite: 'c1',
  over: ['TRAINING'],
  window: 'calendarYear',
  sum: 300_000,
  beyond: 'trim',
}
const ONCE = { id: 'once', label: words('不重复'), cite: 'c1', over: ['TRAINING'], once: ['occupation', 'level'] }

const withLimits = (limits: unknown[], over: Record<string, unknown> = {}) =>
  givenPack({ family: 'TRAINING', limits, cases: [case0], ...over })
const case0 = { name: 'nothing given', given: {}, expect: { unknown: ['marks.theory'] } }

const receipts = (...days: string[]): History['receipts'] =>
  days.map((day, at) => ({
    id: `r${at}`,
    family: 'TRAINING',
    on: { from: civilDate(day), to: civilDate(day) },
    occupation: '2022/中式烹调师',
    level: 'L5_JUNIOR',
    fen: 100_000,
    title: words('培训补贴'),
    reference: `S-2022-000${at + 1}`,
    where: 'here',
  }))
const facts = (history: History | null, over: Parameters<typeof givenFacts>[0] = {}) =>
  givenFacts({
    'marks.theory': 60,
    'class.level': 'L5_JUNIOR',
    'claim.on': '2022-12-20',
    'claim.occupation': '2022/养老护理员',
    'claim.level': 'L5_JUNIOR',
    'history.receipts': history,
    ...over,
  })
const DAYS = ['2022-02-01', '2022-05-01', '2022-09-01']

describe('a limit is a condition of the answer', () => {
  const program = compile(withLimits([THREE]))

  it('says which earlier receipts used it up: with dates, schemes and references', () => {
    const answer = program.decide(facts({ receipts: receipts(...DAYS) }))
    expect(answerText(answer)).toBe('ineligible three')
    const [reason] = answer.kind === 'ineligible' ? answer.reasons : []
    expect(reason?.sentence.zh).toBe(
      '2022 年度已享受 3 次,最多 3 次,还可享受 0 次:2022-02-01 培训补贴 中式烹调师初级工 1,000 元(S-2022-0001);2022-05-01 培训补贴 中式烹调师初级工 1,000 元(S-2022-0002);2022-09-01 培训补贴 中式烹调师初级工 1,000 元(S-2022-0003)',
    )
    const traced = answer.trace.conditions.find(({ id }) => id === 'three')
    expect(traced?.limit).toMatchObject({
      rule: 'count',
      found: 'used',
      most: 3,
      left: 0,
      window: { from: '2022-01-01' },
    })
    expect(traced?.limit?.counted.map(({ reference }) => reference)).toEqual([
      'S-2022-0001',
      'S-2022-0002',
      'S-2022-0003',
    ])
    expect(readAnswer(writeAnswer(answer))).toEqual(answer)
  })

  it('says what is left where it is met', () => {
    const answer = program.decide(facts({ receipts: receipts(DAYS[0]!) }))
    expect(answerText(answer)).toBe('eligible 100000')
    expect(answer.trace.conditions.at(-1)?.sentence.zh).toContain('已享受 1 次,最多 3 次,还可享受 2 次')
  })

  it('of another county tells nothing but that there is one', () => {
    const elsewhere = receipts(...DAYS).map((each) => ({ ...each, where: 'elsewhere' as const }))
    const answer = program.decide(facts({ receipts: elsewhere }))
    expect(JSON.stringify(writeAnswer(answer))).not.toMatch(/S-2022|中式烹调师|2022-05-01/)
  })

  it('is not known, never none, where nobody was asked: and says of which days', () => {
    const answer = program.decide(facts({ receipts: [], covers: [{ from: null, to: '2022-06-30' }] }))
    expect(answerText(answer)).toBe('unknown history.receipts')
    expect(explain(answer, 'zh')).toContain(
      '1. 以往享受补贴的记录(已知记录中未享受过;2022-07-01 至 2022-12-20 的补贴记录还不掌握,不能确定是否超出(最多 3 次)),以往年补贴台账、省平台核对结果和本平台登记为准。',
    )
    expect(answerText(program.decide(facts(null)))).toBe('unknown history.receipts')
  })

  it('tells from which day it would be met', () => {
    const [found] = program.counterfactuals(facts({ receipts: receipts(...DAYS) }))
    expect(found?.changes).toMatchObject([{ fact: 'claim.on', value: '2023-01-01' }])
  })
})

describe('what a scheme does about it', () => {
  it('goes on without knowing where it says so, and never where it is used up', () => {
    const program = compile(withLimits([{ ...THREE, onUnknown: 'note' }]))
    const open = program.decide(facts({ receipts: [], covers: [] }))
    expect(answerText(open)).toBe('eligible 100000')
    expect(open.trace.conditions.at(-1)).toMatchObject({ limit: { found: 'not-known', then: 'noted' } })
    expect(answerText(program.decide(facts({ receipts: receipts(...DAYS), covers: [] })))).toBe('ineligible three')
    expect(answerText(program.decide(facts(null)))).toBe('unknown history.receipts')
  })

  it('only tells where it says so', () => {
    const program = compile(withLimits([{ ...THREE, beyond: 'tell' }]))
    expect(answerText(program.decide(facts({ receipts: receipts(...DAYS) })))).toBe('eligible 100000 told three')
    expect(answerText(program.decide(facts({ receipts: [] })))).toBe('eligible 100000')
  })

  it('is lifted by an exception, its trimming too', () => {
    const exceptions = [
      {
        id: 'shortage',
        label: words('急需紧缺'),
        cite: 'c1',
        to: 'three',
        then: 'met',
        when: { fact: 'studio.isNew', is: true },
      },
      {
        id: 'more',
        label: words('急需紧缺'),
        cite: 'c1',
        to: 'sum',
        then: 'met',
        when: { fact: 'studio.isNew', is: true },
      },
    ]
    const program = compile(withLimits([THREE, SUM], { exceptions }))
    const at = (isNew: boolean, count: number) =>
      answerText(program.decide(facts({ receipts: receipts(...DAYS.slice(0, count)) }, { 'studio.isNew': isNew })))
    expect(at(false, 3)).toBe('ineligible sum, three')
    expect(at(true, 3)).toBe('eligible 100000')
  })
})

describe('a sum', () => {
  const program = compile(withLimits([SUM]))
  const of = (fen: number) => facts({ receipts: receipts(DAYS[0]!).map((each) => ({ ...each, fen })) })

  it('is trimmed to what is left, by a step of its own', () => {
    const answer = program.decide(of(250_000))
    expect(answer).toMatchObject({
      kind: 'eligible',
      valueFen: 100_000n,
      subtractedFen: 50_000n,
      effectiveFen: 50_000n,
    })
    expect(answer.trace.amount.at(-1)).toMatchObject({
      id: 'sum',
      fen: -50_000n,
      how: { zh: '2022 年度已享受 2,500 元,最多 3,000 元,剩余 500 元' },
    })
    expect(answerText(program.decide(of(200_000)))).toBe('eligible 100000')
    expect(answerText(program.decide(of(300_000)))).toBe('ineligible sum')
  })

  it('or refused, where the scheme does not trim', () => {
    const { beyond: _, ...refusing } = SUM
    const strict = compile(withLimits([refusing]))
    expect(answerText(strict.decide(of(200_000)))).toBe('eligible 100000')
    expect(answerText(strict.decide(of(200_001)))).toBe('ineligible sum')
  })

  it('never pays more than is left, and the trace comes to the amount', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 150_000 }), { maxLength: 4 }), (paid) => {
        const past = receipts(...paid.map(() => '2022-03-01')).map((each, at) => ({ ...each, fen: paid[at]! }))
        const answer = program.decide(facts({ receipts: past }))
        const sum = paid.reduce((total, each) => total + each, 0)
        if (answer.kind === 'eligible') {
          expect(answer.effectiveFen + BigInt(sum)).toBeLessThanOrEqual(300_000n)
          expect(answer.trace.totalFen).toBe(answer.effectiveFen)
        } else expect(sum).toBeGreaterThanOrEqual(300_000)
      }),
    )
  })
})

it('an unknown past never pays, whichever limits and whatever else is known', () => {
  const limits = fc.subarray([THREE, SUM, ONCE], { minLength: 1 })
  const past = fc.constantFrom<History | null>(
    null,
    { receipts: [], covers: [] },
    { receipts: receipts(DAYS[0]!), covers: [] },
  )
  fc.assert(
    fc.property(limits, past, (chosen, history) => {
      expect(compile(withLimits(chosen)).decide(facts(history)).kind).not.toBe('eligible')
    }),
  )
})

describe('values of a limit', () => {
  it('come from dated parameters of the pack, by the day that decides', () => {
    const value = (from: string, count: number) => ({ from, cite: 'c1', value: count })
    const pack = withLimits([{ ...THREE, count: { parameter: 'perYear' } }], {
      parameters: { perYear: { label: words('次数'), values: [value('2022-01-01', 3), value('2023-01-01', 2)] } },
    })
    const past = facts({ receipts: receipts(DAYS[0]!, DAYS[1]!) })
    expect(answerText(compile(pack).decide(past))).toBe('eligible 100000')
    expect(answerText(compile(pack, { on: civilDate('2023-03-01') }).decide(past))).toBe('ineligible three')
  })
})

describe('a limit that is written wrongly', () => {
  const refusal = (limits: unknown[]) => {
    try {
      compile(withLimits(limits), { families: new Set(['TRAINING']) })
    } catch (error) {
      if (error instanceof Problem) return error.items.map(({ at, sentence }) => `${at}: ${sentence.zh}`)
      throw error
    }
    return []
  }

  it('is told with everything at once: a window turned round, a family of no scheme, an unknown parameter', () => {
    expect(
      refusal([
        { ...THREE, window: { from: '2022-12-31', to: '2022-01-01' } },
        { ...ONCE, over: ['TRAINING', 'UPGRADE'], cite: 'c9' },
        { ...THREE, id: 'four', count: { parameter: 'perYear' }, window: { months: { parameter: 'months' } } },
        { ...THREE, id: 'theory', on: { fact: 'marks.theory' } },
      ]),
    ).toEqual([
      'limits.3.id: 名称“theory”已被使用',
      'limits.1.cite: 引用的条款“c9”不在 clauses 中',
      'limits.0.window: 时间段止日 2022-01-01 早于起日 2022-12-31',
      'limits.1.over.1: 没有任何政策属于“UPGRADE”这一类补贴',
      'limits.2.window.months: 须先给出参数“months”',
      'limits.2.count: 须先给出参数“perYear”',
      'limits.3.on: “marks.theory”不是日期',
    ])
  })

  it('says one thing, in a window, and trims only a sum', () => {
    const { window: _, ...windowless } = THREE
    expect(refusal([{ ...THREE, sum: 1 }])).toEqual(['limits.0: 一项限制只能写一种(count、sum、once、noLowerLevel)'])
    expect(refusal([windowless])).toEqual(['limits.0: 限次数或金额的,须写明在什么时间内(window)'])
    expect(refusal([{ ...THREE, beyond: 'trim' }])).toEqual(['limits.0: 只有限金额的可以按剩余额度核减(trim)'])
  })
})

it('is broken in every small way by the mutations', () => {
  expect(mutationsOf(withLimits([THREE, SUM, ONCE])).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'three left out',
      'three count -1',
      'three count +1',
      'three in lifetime',
      'three where the past is not known',
      'sum a fen more',
      'sum refuses',
      'once: occupation dropped',
      'once: level dropped',
    ]),
  )
})
