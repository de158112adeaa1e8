import { describe, expect, it } from 'vitest'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { runCases } from '../../../packs/cases.ts'
import { policyFolder } from '../../../packs/library.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { givenPack } from '../../../testing.ts'
import { compiledOn, isProgram } from '../document/compiled.ts'
import { typedFaults } from '../document/faults.ts'
import { inAmount } from '../document/tables.ts'
import { figureByDates, isNamed, newParameter, tableByDates } from './by-dates.ts'
import { figuresOf } from './figures.ts'

const pack = givenPack() as unknown as PackDocument
const green = (document: PackDocument, day: string) => {
  const compiled = compiledOn(document, [], day)
  if (!isProgram(compiled)) throw new Error(compiled.map(({ at, sentence }) => `${at}: ${sentence.zh}`).join('\n'))
  return runCases(compiled).every(({ passed }) => passed)
}

describe('what held for all days, by dates', () => {
  it('makes a table one by dates: before and after the day it comes to the same until it is changed', () => {
    const document = tableByDates(pack, inAmount(pack)[0]!, '2024-07-01')
    expect(green(document, '2022-01-01')).toBe(true)
    expect(green(document, '2024-07-01')).toBe(true)
    const { tables } = document.parameters!['table1'] as { tables: { from: string; rows: unknown }[] }
    expect(tables.map(({ from }) => from)).toEqual(['2022-01-01', '2024-07-01'])
    expect(tables[0]!.rows).toEqual(pack.amount.rows)
  })

  it('makes a figure of a step one by dates, with the clause of its step', () => {
    const step = { id: 'cap', label: { zh: '封顶', en: 'Cap' }, cite: 'c1', atMost: 120_000 }
    const capped = {
      ...pack,
      amount: {
        label: pack.amount.label,
        cite: 'c1',
        steps: [
          {
            id: 'rate',
            label: pack.amount.label,
            cite: 'c1',
            table: { axes: pack.amount.axes!, rows: pack.amount.rows! },
          },
          step,
        ],
      },
    }
    const [figure] = figuresOf(capped)
    const document = figureByDates(capped, figure!, '2024-07-01')
    expect(document.amount.steps![1]).toEqual({ ...step, atMost: { parameter: 'value1' } })
    expect(document.parameters!['value1']).toEqual({
      label: step.label,
      values: [
        { from: '2022-01-01', value: 120_000, cite: 'c1' },
        { from: '2024-07-01', value: 120_000, cite: 'c1' },
      ],
    })
    expect(green(document, '2024-07-01')).toBe(true)
  })

  it('begins a value, a list and a table that say themselves what they lack', () => {
    const label = { zh: '新', en: 'new' }
    const faults = (kind: 'values' | 'lists' | 'tables') =>
      typedFaults(newParameter(pack, kind, label, 'certificate.level'), FACT_DICTIONARY).map(
        ({ sentence }) => sentence.zh,
      )
    expect(faults('values')).toEqual([])
    expect(faults('lists')).toEqual(['名单里还没有名称,请至少加入一个'])
    expect(faults('tables')).toEqual(['标准表里还没有金额,请填写或从 Excel 粘贴'])
  })

  it('knows what is read by name', () => {
    const lishui = policyFolder().packs.find((each) => each.pack.scheme === 'lishui.ui-skill-upgrade')!.document
    expect(isNamed(lishui, 'shortage')).toBe(true)
    expect(isNamed(lishui, 'nothing')).toBe(false)
  })
})
