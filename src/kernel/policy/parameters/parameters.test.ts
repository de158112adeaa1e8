import { describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/public.ts'
import { civilDate, divisionCode } from '../../values/public.ts'
import { compile } from '../deciding/compile.ts'
import { readParameters, regionsOf, resolveParameters } from './parameters.ts'
import { givenFacts, givenPack, shippedParameters } from '../testing.ts'

const title = { zh: '测试', en: 'test' }
const cite = { doc: '《测试》', article: '第一条', text: '…', source: 'TEST' }
const layer = (region: string, parameters: Record<string, unknown>) => readParameters({ region, title, parameters })
const rows = (...dated: [from: string, to: string | undefined, value: unknown][]) =>
  dated.map(([from, to, value]) => ({ from, ...(to ? { to } : {}), value, cite }))
const MARCH = civilDate('2022-03-07')

function refusal(attempt: () => unknown): Problem {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('parameters of a county', () => {
  it('come in four layers, weakest first', () => {
    expect(regionsOf(divisionCode('331102'))).toEqual(['000000', '330000', '331100', '331102'])
  })

  it('override by name, and say where each value came from', () => {
    const layers = [
      layer('330000', {
        'roster.maxRows': rows(['2022-01-01', undefined, 500]),
        'marks.theoryPass': rows(['2022-01-01', undefined, 60]),
      }),
      layer('331102', { 'roster.maxRows': rows(['2022-01-01', undefined, 2000]) }),
    ]
    const parameters = resolveParameters(layers, MARCH)
    expect(parameters.get('roster.maxRows')).toMatchObject({ value: 2000, origin: '331102', cite })
    expect(parameters.get('marks.theoryPass')).toMatchObject({ value: 60, origin: '330000' })
    expect(parameters.list().map((each) => each.name)).toEqual(['marks.theoryPass', 'roster.maxRows'])
  })

  it('are dated: the value of the day decides, its last day included, and an expired override gives way', () => {
    const layers = [
      layer('000000', { 'marks.theoryPass': rows(['2000-01-01', undefined, 60]) }),
      layer('331102', { 'marks.theoryPass': rows(['2022-01-01', '2022-06-30', 70], ['2022-07-01', '2022-12-31', 75]) }),
    ]
    const on = (date: string) => resolveParameters(layers, civilDate(date)).get('marks.theoryPass').value
    expect(['2021-12-31', '2022-01-01', '2022-06-30', '2022-07-01', '2023-01-01'].map(on)).toEqual([60, 70, 70, 75, 60])
  })

  it('refuse a name nobody defines, by that name', () => {
    const parameters = resolveParameters([layer('331102', {})], MARCH)
    expect(() => parameters.get('marks.theoryPas')).toThrow(/marks\.theoryPas /)
    const problem = refusal(() => parameters.get('marks.theoryPass'))
    expect(problem.sentence.zh).toContain('参数“marks.theoryPass”在 2022-03-07 没有值')
  })

  it('refuse a file with an unknown name, a wrong value, a day with two values and an end before its start, all at once', () => {
    const problem = refusal(() =>
      layer('331102', {
        'roster.maxRow': rows(['2022-01-01', undefined, 1]),
        'attendance.personMinimum': rows(['2022-01-01', undefined, 0.8]),
        'marks.theoryPass': rows(['2022-01-01', '2022-06-30', 60], ['2022-06-30', undefined, 70]),
        'marks.practicePass': rows(['2022-02-01', '2022-01-01', 60]),
      }),
    )
    expect(problem.items.map((item) => item.at)).toEqual([
      'parameters.roster.maxRow',
      'parameters.attendance.personMinimum.0.value',
      'parameters.marks.theoryPass.1',
      'parameters.marks.practicePass.0',
    ])
  })
})

describe('a scheme that asks the county for its threshold', () => {
  const conditions = [
    {
      id: 'attendance',
      label: title,
      cite: 'c1',
      fact: 'training.attendedRatio',
      atLeast: { parameter: 'attendance.personMinimum' },
    },
  ]
  const cases = [{ name: 'open', given: {}, expect: { unknown: ['training.attendedRatio', 'class.level'] } }]
  const facts = givenFacts({ 'training.attendedRatio': { numerator: 31, denominator: 40 }, 'class.level': 'L5_JUNIOR' })
  const decidedIn = (county: string) => {
    const program = compile(givenPack({ conditions, cases }), { parameters: shippedParameters(county, MARCH) })
    return { program, answer: program.decide(facts) }
  }

  it('refuses 31 of 40 where 80 % is asked and pays it where 75 % is', () => {
    expect(decidedIn('331102').answer.kind).toBe('ineligible')
    expect(decidedIn('331121').answer.kind).toBe('eligible')
  })

  it('names the parameters it was compiled with, their value and origin, for the decision that is kept', () => {
    expect(decidedIn('331121').program.parameters).toMatchObject([
      { name: 'attendance.personMinimum', origin: '331121', value: { numerator: 3, denominator: 4 } },
    ])
  })
})
