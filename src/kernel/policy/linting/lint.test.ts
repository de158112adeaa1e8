import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { civilDate } from '../../values/public.ts'
import { type LintOptions, lintPack } from './lint.ts'
import {
  beside,
  byLevel,
  clause,
  fails,
  FIXED,
  given,
  hourly,
  junior,
  label,
  level,
  limit,
  named,
  passes,
  places,
  sound,
  steps,
  theory,
  told,
  two,
  up,
  values,
} from './testing.ts'
import { LINT_RULES } from './words.ts'

const stacking = (rule: string, family: string) => ({
  stacking: { label: label('合并享受'), cite: 'c1', family, rule, over: ['TRAINING'] },
})
const kept = (...keep: string[]) => ({
  instalments: {
    label: label('分期'),
    cite: 'c1',
    count: 2,
    every: 'P1Y',
    first: { fact: 'certificate.issuedOn' },
    keep,
  },
})

const MATRICES: Record<string, unknown> = {
  'funds.lawfulFor': { EMPLOYMENT_SUBSIDY_FUND: ['TRAINING'], UI_FUND: ['UI_UPGRADE'] },
  'funds.groups': { EMPLOYMENT_SUBSIDY_FUND: ['RURAL_TRANSFER'] },
}
const funded: LintOptions = {
  parametersOn: () => ({
    get: (name) => ({ name, value: MATRICES[name], origin: '000000', cite: clause('第四条') }),
  }),
}
const group = (groups: string[]) => ({
  conditions: [theory, level, named('group', { fact: 'person.group', oneOf: groups })],
})

type Fault = {
  rule: string
  at: string
  wrong: object
  right: object
  options?: LintOptions
  /** Where the sound pack is read beside something else. */
  rightOptions?: LintOptions
  witness?: string
}

const supplies = (keys: string[], triggers = ['training.completed']): LintOptions => ({
  supplies: [{ keys, triggers }],
})
const read = ['marks.theory', 'class.level']
const unpractised = { ...fails, given: { ...given, ...fails.given, 'marks.practice': 50 } }
const claimed = { 'claim.on': '2022-01-01' }
/** Twelve months from certificates up to a day, for claims from March 2022. */
const windowed = (upTo: string) => ({
  window: { label: label('期限'), cite: 'c1', from: { fact: 'certificate.issuedOn' }, months: 12 },
  conditions: [
    theory,
    level,
    named('issued', { fact: 'certificate.issuedOn', atMost: upTo }),
    named('claimed', { fact: 'claim.on', atLeast: '2022-03-01' }),
  ],
})
const practised = { name: 'practised', like: 'passes', given: { 'marks.practice': 95 }, expect: { eligible: 60_000 } }
const exception = (rest: object, id = 'out') => named(id, { to: 'theory', then: 'met', ...rest })

const FAULTS: Fault[] = [
  {
    rule: 'refused',
    at: 'conditions.0.fact',
    wrong: {
      conditions: [{ ...theory, fact: 'marks.theroy' }, level],
      cases: [{ ...passes, given: { 'class.level': 'L5_JUNIOR' } }],
    },
    right: {},
  },
  {
    rule: 'fact-not-supplied',
    at: 'conditions.0',
    wrong: {},
    right: {},
    options: supplies(['class.level']),
    rightOptions: supplies(read),
  },
  {
    rule: 'trigger-not-recorded',
    at: 'trigger',
    wrong: { trigger: 'certificate.issued' },
    right: {},
    options: supplies(read),
  },
  {
    rule: 'never-met',
    at: 'conditions.0',
    wrong: {
      conditions: [
        named('theory', {
          all: [
            { fact: 'marks.theory', atLeast: 60 },
            { fact: 'marks.theory', atMost: 50 },
          ],
        }),
        level,
      ],
    },
    right: {
      conditions: [
        named('theory', {
          all: [
            { fact: 'marks.theory', atLeast: 60 },
            { fact: 'marks.theory', atMost: 90 },
          ],
        }),
        level,
      ],
    },
  },
  {
    rule: 'never-together',
    at: 'conditions.2',
    wrong: { conditions: [theory, level, named('low', { fact: 'marks.theory', atMost: 50 })] },
    right: { conditions: [theory, level, named('low', { fact: 'marks.theory', atMost: 60 })] },
  },
  {
    rule: 'never-met',
    at: 'conditions.2',
    wrong: {
      inForce: { by: 'claim', from: '2022-01-01' },
      conditions: [theory, level, named('early', { fact: 'claim.on', atMost: '2021-12-31' })],
      cases: [passes, { ...fails, given: { ...fails.given, ...claimed } }],
    },
    right: {
      inForce: { by: 'claim', from: '2022-01-01' },
      conditions: [theory, level, named('early', { fact: 'claim.on', atMost: '2022-06-30' })],
      cases: [passes, { ...fails, given: { ...fails.given, ...claimed } }],
    },
  },
  {
    rule: 'never-together',
    at: 'window',
    wrong: windowed('2020-12-31'),
    right: windowed('2021-03-01'),
  },
  {
    rule: 'never-fails',
    at: 'conditions.2',
    wrong: { conditions: [theory, level, named('again', { fact: 'marks.theory', atLeast: 50 })] },
    right: { conditions: [theory, level, named('again', { fact: 'marks.practice', atLeast: 50 })] },
  },
  {
    rule: 'branch-never-holds',
    at: 'conditions.0.any.1',
    wrong: {
      conditions: [
        named('theory', {
          any: [
            { fact: 'marks.theory', atLeast: 60 },
            { fact: 'class.level', is: 'L3_SENIOR' },
          ],
        }),
        level,
      ],
    },
    right: { conditions: [named('theory', { any: [{ fact: 'marks.theory', atLeast: 60 }, junior] }), level] },
  },
  {
    rule: 'branch-never-holds',
    at: 'conditions.1.oneOf.1',
    wrong: {
      scope: [level],
      conditions: [theory, named('own', { fact: 'class.level', oneOf: ['L5_JUNIOR', 'L3_SENIOR'] })],
      ...steps(FIXED),
    },
    right: {},
  },
  {
    rule: 'exception-never-holds',
    at: 'exceptions.0.when',
    wrong: { exceptions: [exception({ when: { fact: 'class.level', is: 'L3_SENIOR' } })] },
    right: { exceptions: [exception({ when: junior })] },
  },
  {
    rule: 'exception-idle',
    at: 'exceptions.0.when',
    wrong: { exceptions: [exception({ when: { fact: 'marks.theory', atLeast: 80 } })] },
    right: { exceptions: [exception({ when: { fact: 'marks.theory', atLeast: 50 } })] },
  },
  {
    rule: 'exceptions-disagree',
    at: 'exceptions.1',
    wrong: {
      cases: [passes, unpractised],
      exceptions: [
        exception({ when: { fact: 'marks.practice', atLeast: 90 } }),
        exception({ then: 'failed', when: { fact: 'marks.practice', atLeast: 95 } }, 'other'),
      ],
    },
    right: {
      cases: [passes, unpractised],
      exceptions: [
        exception({ when: { fact: 'marks.practice', atLeast: 90 } }),
        exception({ then: 'failed', when: { fact: 'marks.practice', atMost: 10 } }, 'other'),
      ],
    },
    witness: '技能成绩:95 分',
  },
  {
    rule: 'step-never-taken',
    at: 'amount.steps.1.when',
    wrong: steps(FIXED, named('more', { fixed: 100, when: { fact: 'class.level', is: 'L3_SENIOR' } })),
    right: steps(FIXED, named('more', { fixed: 100, when: { fact: 'marks.practice', atLeast: 90 } })),
  },
  {
    rule: 'table-gap',
    at: 'amount.rows',
    wrong: byLevel(['L5_JUNIOR', 1]),
    right: byLevel(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 2]),
    witness: '班级培训等级:四级/中级工;理论成绩:60 分',
  },
  {
    rule: 'table-gap',
    at: 'amount.rows',
    wrong: {
      amount: {
        table: 't',
        label: label('标准'),
        cite: 'c1',
        axes: ['class.level', 'studio.isNew'],
        rows: [
          { at: ['L5_JUNIOR', true], fen: 1 },
          { at: ['L4_INTERMEDIATE', true], fen: 1 },
          { at: ['L5_JUNIOR', false], fen: 1 },
        ],
      },
    },
    right: {
      amount: {
        table: 't',
        label: label('标准'),
        cite: 'c1',
        axes: ['class.level', 'studio.isNew'],
        rows: [
          { at: ['L5_JUNIOR', true], fen: 1 },
          { at: ['L4_INTERMEDIATE', true], fen: 1 },
          { at: ['L5_JUNIOR', false], fen: 1 },
          { at: ['L4_INTERMEDIATE', false], fen: 1 },
        ],
      },
    },
  },
  {
    rule: 'table-outside',
    at: 'amount.rows',
    wrong: { conditions: [theory] },
    right: {
      conditions: [theory],
      cases: [
        passes,
        { name: 'no rate', like: 'passes', given: { 'class.level': 'L3_SENIOR' }, expect: { ineligible: ['amount'] } },
      ],
    },
  },
  {
    rule: 'table-outside',
    at: 'amount.steps.0.table.rows',
    wrong: hourly([64, 104], [64, 104]),
    right: {
      ...hourly([64, 104], [64, 104]),
      conditions: [theory, level, named('hours0', { fact: 'training.hours', atLeast: 64 })],
    },
  },
  {
    rule: 'row-unreachable',
    at: 'amount.rows.2',
    wrong: byLevel(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 2], ['L3_SENIOR', 3]),
    right: byLevel(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 2]),
  },
  {
    rule: 'no-value',
    at: 'conditions.0.atLeast',
    wrong: values({ from: '2022-01-01', to: '2022-06-30' }, { from: '2022-09-01' }),
    right: values({ from: '2022-01-01', to: '2022-06-30' }, { from: '2022-07-01' }),
    witness: '2022-07-01',
  },
  {
    rule: 'value-too-late',
    at: 'parameters.pass.values.1',
    wrong: {
      ...values({ from: '2022-01-01' }, { from: '2023-01-01' }),
      inForce: { by: 'training', from: '2022-01-01', to: '2022-12-31' },
    },
    right: {
      ...values({ from: '2022-01-01' }, { from: '2022-12-31' }),
      inForce: { by: 'training', from: '2022-01-01', to: '2022-12-31' },
    },
  },
  {
    rule: 'value-too-early',
    at: 'parameters.pass.values.0',
    wrong: values({ from: '2021-01-01', to: '2021-12-31' }, { from: '2022-01-01' }),
    right: values({ from: '2021-01-01', to: '2022-01-01' }, { from: '2022-01-02' }),
  },
  {
    rule: 'value-not-read',
    at: 'parameters.pass',
    wrong: { ...values({ from: '2022-01-01' }), conditions: [theory, level] },
    right: values({ from: '2022-01-01' }),
  },
  {
    rule: 'two-versions',
    at: 'inForce',
    wrong: {},
    right: { inForce: { by: 'training', from: '2022-01-01', to: '2022-05-31' } },
    options: beside({ version: '2022-06', inForce: { by: 'training', from: '2022-06-01' } }),
    witness: '2022-06-01',
  },
  {
    rule: 'limit-outside',
    at: 'limits.0.window',
    wrong: limit({ window: { from: '2020-01-01', to: '2021-12-31' }, count: 1 }),
    right: limit({ window: { from: '2020-01-01', to: '2022-12-31' }, count: 1 }),
  },
  { rule: 'fund-not-lawful', at: 'funds.0', wrong: { funds: ['UI_FUND'] }, right: {}, options: funded },
  { rule: 'fund-not-listed', at: 'funds.0', wrong: { funds: ['LOTTERY'] }, right: {}, options: funded },
  {
    rule: 'group-not-lawful',
    at: 'funds',
    wrong: group(['RURAL_TRANSFER', 'ENTERPRISE_STAFF']),
    right: group(['RURAL_TRANSFER']),
    options: funded,
    witness: '理论成绩:60 分;班级培训等级:五级/初级工;人员类别:企业职工',
  },
  { rule: 'family-missing', at: 'family', wrong: { family: undefined }, right: {} },
  {
    rule: 'paid-twice',
    at: 'limits',
    wrong: {},
    right: limit({ window: 'calendarYear', count: 1 }),
    options: beside({ scheme: 'test.other' }),
    witness: '理论成绩:60 分;班级培训等级:五级/初级工',
  },
  {
    rule: 'paid-twice',
    at: 'limits',
    wrong: {},
    right: {},
    options: beside({ scheme: 'test.other', region: '330000' }),
    rightOptions: beside({ scheme: 'test.other', conditions: [named('low', { fact: 'marks.theory', atMost: 59 })] }),
  },
  {
    rule: 'paid-twice',
    at: 'limits',
    wrong: stacking('exclusive', 'OTHERS'),
    right: stacking('exclusive', 'TRAINING'),
    options: beside({ scheme: 'test.other', ...stacking('exclusive', 'TRAINING') }),
  },
  {
    rule: 'paid-twice',
    at: 'limits',
    wrong: {},
    right: { together: { cite: 'c1', families: ['TRAINING'] } },
    options: beside({ scheme: 'test.other' }),
  },
  {
    rule: 'family-disagrees',
    at: 'stacking.rule',
    wrong: stacking('exclusive', 'TRAINING'),
    right: stacking('difference', 'TRAINING'),
    options: beside({ scheme: 'test.other', ...stacking('difference', 'TRAINING') }),
  },
  {
    rule: 'refused',
    at: 'instalments.keep.0',
    wrong: kept('nobody'),
    right: kept('theory'),
  },
  {
    rule: 'higher-pays-less',
    at: 'amount',
    wrong: byLevel(['L5_JUNIOR', 2], ['L4_INTERMEDIATE', 1]),
    right: byLevel(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 1]),
    witness: '班级培训等级:五级/初级工',
  },
  {
    rule: 'order-matters',
    at: 'amount.steps.2',
    wrong: {
      ...two,
      cases: [passes, fails, practised],
      ...steps(
        FIXED,
        named('half', { times: { ratio: { numerator: 1, denominator: 2 }, round: 'down-to-fen' } }),
        up('more', { fixed: 10_000, when: { fact: 'marks.practice', atLeast: 90 } }),
      ),
    },
    right: {
      ...two,
      cases: [passes, fails, practised],
      ...steps(
        FIXED,
        named('less', { fixed: 500 }),
        up('more', { fixed: 10_000, when: { fact: 'marks.practice', atLeast: 90 } }),
      ),
    },
  },
  {
    rule: 'clause-not-cited',
    at: 'clauses.c2',
    wrong: two,
    right: {
      ...two,
      conditions: [theory, { ...level, cite: 'c2' }],
      cases: [
        passes,
        { name: 'level', like: 'passes', given: { 'class.level': 'L3_SENIOR' }, expect: { ineligible: ['level'] } },
      ],
    },
  },
  {
    rule: 'clause-without-case',
    at: 'clauses.c2',
    wrong: { ...two, conditions: [theory, { ...level, cite: 'c2' }] },
    right: {
      ...two,
      conditions: [theory, { ...level, cite: 'c2' }],
      cases: [
        passes,
        { name: 'level', like: 'passes', given: { 'class.level': 'L3_SENIOR' }, expect: { ineligible: ['level'] } },
      ],
    },
  },
]

describe('a pack', () => {
  it('with nothing wrong is told nothing of', () => {
    expect(lintPack(sound())).toEqual([])
  })

  it.each(FAULTS)('is told $rule at $at; the one beside it is not', (fault) => {
    const { rule, at, wrong, right, options, rightOptions, witness } = fault
    const found = told(wrong, options)
    expect(places(found)).toEqual([`${rule} ${at}`])
    if (witness !== undefined) expect(found[0]!.witness?.zh).toBe(witness)
    expect(places(told(right, rightOptions ?? options))).toEqual([])
  })

  it('is broken in every small way where that is asked for, and each break that no case notices is told', () => {
    const found = told({}, { strong: true })
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['break-unnoticed']))
    expect(found.map(({ sentence }) => sentence.zh.split('。')[0])).toContain('改动没有被发现:level left out')
    expect(found.map(({ at }) => at)).toContain('conditions.1')
  })

  it('is read on every day on which a value of its own or of the county changes; what shows on several is told once', () => {
    const priced = (...second: [string, number][]) => ({
      ...steps(named('rate', { table: { parameter: 'prices' } })),
      parameters: {
        prices: {
          label: label('价目'),
          axes: ['class.level'],
          tables: [
            { from: '2022-01-01', cite: 'c1', rows: byLevel(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 2]).amount.rows },
            { from: '2022-07-01', cite: 'c1', rows: byLevel(...second).amount.rows },
            { from: '2022-09-01', cite: 'c1', rows: byLevel(...second).amount.rows },
          ],
        },
      },
    })
    expect(places(told(priced(['L5_JUNIOR', 1], ['L4_INTERMEDIATE', 2])))).toEqual([])
    expect(places(told(priced(['L5_JUNIOR', 1])))).toEqual([
      'table-gap parameters.prices.tables.1.rows',
      'table-gap parameters.prices.tables.2.rows',
    ])
    const ofCounty = { conditions: [{ ...theory, atLeast: { parameter: 'marks.theoryPass' } }, level] }
    const until = (last: string): LintOptions => ({
      changesOf: (names) =>
        names.includes('marks.theoryPass') ? [civilDate('2022-07-01'), civilDate('2022-08-01')] : [],
      parametersOn: (on) => ({
        get: (name) => {
          if (name === 'marks.theoryPass' && on <= last)
            return { name, value: 60, origin: '331102', cite: clause('第五条') }
          throw new Problem('conflict', label(`${name} 在 ${on} 没有值`), { code: 'parameter-not-set' })
        },
      }),
    })
    expect(told(ofCounty, until('2022-08-01'))).toEqual([])
    const again = { conditions: [...ofCounty.conditions, named('again', { fact: 'marks.theory', atLeast: 50 })] }
    expect(places(told(again, until('2022-08-01')))).toEqual(['never-fails conditions.2'])
    const found = told(ofCounty, until('2022-07-31'))
    expect(places(found)).toEqual(['no-value parameters'])
    expect(found[0]!.sentence.zh).toContain('自 2022-08-01 起:marks.theoryPass 在 2022-08-01 没有值')
  })

  it('every rule has a fault here', () => {
    const tried = new Set([...FAULTS.map(({ rule }) => rule), 'break-unnoticed'])
    expect(Object.keys(LINT_RULES).filter((rule) => !tried.has(rule))).toEqual([])
  })

  it('is told what is wrong, why it matters and what to do, with the clause', () => {
    const [found] = told({ conditions: [theory, level, named('low', { fact: 'marks.theory', atMost: 50 })] })
    expect(found).toEqual({
      rule: 'never-together',
      severity: 'error',
      clause: 'c1',
      at: 'conditions.2',
      sentence: {
        zh: '条件“low”与“theory”互相矛盾。没有任何人能够同时符合,补贴一分钱也发不出去。请核对两条的取值,或改写其中一条。',
        en: 'The condition “low” contradicts “theory”. Nobody can meet both, so nothing is ever paid. Check the values of the two, or rewrite one.',
      },
    })
  })
})
