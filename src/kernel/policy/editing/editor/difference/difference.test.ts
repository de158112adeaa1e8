import { describe, expect, it } from 'vitest'
import { FACT_DICTIONARY } from '../../../facts/dictionary.ts'
import { policyFolder } from '../../../packs/library.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import { citing } from '../clauses/citing.ts'
import { withValue } from '../document/paths.ts'
import { withEntryFrom } from '../values/dates.ts'
import { differencesOf } from './difference.ts'

const shipped = (scheme: string) =>
  policyFolder().packs.find(({ pack }) => pack.scheme === scheme)!.document as PackDocument
const before = shipped('ruian.training-subsidy')
const told = (after: PackDocument, from = before) =>
  differencesOf(from, after, FACT_DICTIONARY).map(({ label, kind, before: was, after: is }) => [
    kind,
    label.zh,
    was?.zh,
    is?.zh,
  ])

describe('what changed, in words', () => {
  it('is nothing of a copy', () => {
    expect(told(structuredClone(before))).toEqual([])
  })

  it('tells a price by its combination', () => {
    expect(told(withValue(before, ['parameters', 'prices', 'tables', 0, 'rows', 0, 'fen'], 110_000))).toEqual([
      ['changed', '等级证书价目(自 2023-01-01):五级/初级工', '1,000.00 元', '1,100.00 元'],
    ])
  })

  it('tells a value raised from a date, a name added to a list', () => {
    const lishui = shipped('lishui.ui-skill-upgrade')
    const { values } = lishui.parameters!['insuredMonths'] as { values: { from: string; value: unknown }[] }
    const raised = withEntryFrom(values, '2024-07-01').map((each) =>
      each.from === '2024-07-01' ? { ...each, value: 24 } : each,
    )
    const after = withValue(
      withValue(lishui, ['parameters', 'insuredMonths', 'values'], raised),
      ['parameters', 'shortage', 'lists', 0, 'value', 2],
      '电工',
    )
    expect(told(after, lishui)).toEqual([
      ['added', '最低缴费月数(自 2024-07-01)', undefined, '24 个月'],
      ['changed', '丽水市紧缺人才开发导向目录（示例）(自 2017-01-01)', '焊工、养老护理员', '焊工、养老护理员、电工'],
    ])
  })

  it('tells conditions by their sentences, cases by what they expect, dates, and parts it has no words for', () => {
    const liandu = shipped('liandu.training-subsidy')
    const index = liandu.cases.findIndex(({ expect: it }) => 'eligible' in it)
    const changed = withValue(
      withValue(withValue(liandu, ['conditions', 2], undefined), ['cases', index, 'expect'], { eligible: 5 }),
      ['inForce', 'to'],
      '2025-12-31',
    )
    expect(told({ ...changed, somethingNew: { much: 1 } } as unknown as PackDocument, liandu)).toEqual([
      ['changed', 'inForce', '参加培训时,2022-01-01 起', '参加培训时,2022-01-01 起至 2025-12-31'],
      ['removed', '理论考试', '理论成绩不低于“理论合格分数线”', undefined],
      ['changed', liandu.cases[index]!.name, '符合:1,000 元', '符合:0.05 元'],
      ['added', 'somethingNew', undefined, 'much 1'],
    ])
  })

  it('tells whose place a version takes', () => {
    expect(told({ ...before, replaces: { versions: ['2023-01'] } })).toEqual([
      ['added', 'replaces', undefined, '2023-01'],
    ])
  })

  it('finds what cites a clause', () => {
    expect(citing(before, 'startup')).toEqual(['parameters.startup.tables.0', 'amount.steps.1'])
  })
})
