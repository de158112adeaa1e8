import { describe, expect, it } from 'vitest'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { dateFaults, withEntryFrom } from './dates.ts'
import { kindOfParameter, valueFrom, valueText, wrongValue } from './kinds.ts'

const IN_FORCE = { from: '2022-01-01' }
const faults = (...entries: { from: string; to?: string }[]) =>
  dateFaults(entries, IN_FORCE).map(({ sentence }) => sentence.zh)

describe('a value by dates', () => {
  it('raises a cap from a date by one more line, and cuts an end that reaches into it', () => {
    const cap = [{ from: '2022-01-01', to: '2025-12-31', value: 1_800_000 }]
    expect(withEntryFrom(cap, '2024-07-01')).toEqual([
      { from: '2022-01-01', to: '2024-06-30', value: 1_800_000 },
      { from: '2024-07-01', value: 1_800_000 },
    ])
  })

  it('has nothing to say of lines that follow one another', () => {
    expect(faults({ from: '2022-01-01' }, { from: '2024-07-01' })).toEqual([])
    expect(faults({ from: '2022-01-01', to: '2024-06-30' }, { from: '2024-07-01' })).toEqual([])
  })

  it('tells days without a value, days with two, an end before the beginning, and what is no date', () => {
    expect(faults({ from: '2022-03-01' })).toEqual(['政策自 2022-01-01 起施行,这里 2022-02-28 以前没有值'])
    expect(faults({ from: '2022-01-01', to: '2022-12-31' }, { from: '2023-02-01' })).toEqual([
      '2023-01-01 至 2023-01-31 没有值',
    ])
    expect(faults({ from: '2022-01-01', to: '2023-12-31' }, { from: '2023-07-01' })).toEqual([
      '写到 2023-12-31 为止,但自 2023-07-01 起已有新值:2023-07-01 起按新值',
    ])
    expect(faults({ from: '2022-01-01' }, { from: '2022-01-01' })).toEqual(['自 2022-01-01 起有两个值,请删除或改日期'])
    expect(faults({ from: '2022-01-01', to: '2021-01-01' })).toEqual([
      '止日 2021-01-01 早于起日 2022-01-01,请改其中一个',
    ])
    expect(faults({ from: '2022-02-30' })).toEqual(['“2022-02-30”不是日期,应写成 2022-01-01'])
    expect(faults({ from: '2022-01-01', to: '2022-12-31' })).toEqual(['2022-12-31 以后没有值'])
  })
})

describe('what kind a value is', () => {
  const document = {
    conditions: [
      { fact: 'certificate.occupation', oneOf: { parameter: 'scarce' } },
      { fact: 'claim.on', within: { of: { parameter: 'since' }, months: { parameter: 'window' } } },
    ],
    amount: {
      steps: [{ atMost: { parameter: 'cap' } }, { uplift: { ratio: { parameter: 'share' }, round: 'down-to-fen' } }],
    },
  }
  const kind = (name: string) => kindOfParameter(document, name, FACT_DICTIONARY)?.kind

  it('is told by where it is used', () => {
    expect(['cap', 'share', 'window', 'since', 'scarce', 'nowhere'].map(kind)).toEqual([
      'money',
      'ratio',
      'integer',
      'date',
      'text',
      undefined,
    ])
  })

  it('keeps what was typed wrong and says what is wrong with it', () => {
    const typed = valueFrom('一万八', { kind: 'money' })
    expect(typed).toBe('一万八')
    expect(wrongValue(typed, { kind: 'money' })?.zh).toBe('“一万八”不是金额,应写成 1000、1,000.00 或 0.1万')
    expect(valueFrom('1.8万', { kind: 'money' })).toBe(1_800_000)
  })

  it('reads shares exactly and shows them as they are said', () => {
    expect(valueFrom('12.5%', { kind: 'ratio' })).toEqual({ numerator: 1, denominator: 8 })
    expect(valueText({ numerator: 1, denominator: 8 }, { kind: 'ratio' })).toBe('12.5%')
    expect(valueText({ numerator: 1, denominator: 3 }, { kind: 'ratio' })).toBe('1/3')
    expect(valueFrom('1/3', { kind: 'ratio' })).toEqual({ numerator: 1, denominator: 3 })
    expect(wrongValue(valueFrom('一半', { kind: 'ratio' }), { kind: 'ratio' })?.zh).toContain('不是比例')
  })
})
