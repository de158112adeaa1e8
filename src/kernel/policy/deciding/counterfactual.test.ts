import { describe, expect, it } from 'vitest'
import { readPolicies } from '../packs/policy-files.ts'
import { factsOf } from '../packs/cases.ts'
import { shippedParameters } from '../testing.ts'
import { civilDate } from '../../values/public.ts'
import { compile } from './compile.ts'
import { sayWouldBe } from './would-be.ts'

const programOf = (scheme: string) => {
  const file = readPolicies().packs.find((each) => each.pack.scheme === scheme)!
  return compile(file.document, { parameters: shippedParameters('331102', civilDate('2022-03-07')) })
}

function told(program: ReturnType<typeof programOf>, name: string) {
  const golden = program.pack.cases.find((each) => each.name === name)
  if (!golden) throw new Error(`no case ${name}`)
  return program.counterfactuals(factsOf(golden, program.pack.cases)).map(({ changes, effectiveFen }) => {
    const said = changes.map(({ label, now, then }) => `${label.zh} ${now.zh} → ${then.zh}`)
    return `${said.join(';')} = ${effectiveFen}`
  })
}

describe('what would make it yes', () => {
  const training = programOf('liandu.training-subsidy')

  it('is the one fact that stands in the way, at the nearest value that is enough', () => {
    expect(told(training, '二十个半天出勤九个（45%）：不予补贴')).toEqual(['个人出勤率 45%(9/20) → 80% = 100000'])
  })

  it('is two facts where no single one is enough', () => {
    expect(told(training, '出勤不足，理论也不合格：两条理由都说')).toEqual([
      '个人出勤率 75%(15/20) → 80%;理论成绩 59 分 → 60 分 = 100000',
    ])
  })

  it('is every other group that the scheme covers', () => {
    expect(told(training, '企业职工不在六类人员之内：不予补贴')).toHaveLength(6)
  })

  it('is a level that the table has, or a fact that is not known yet', () => {
    expect(told(training, '技能成绩未登记：待核实，不是不合格')).toEqual(['技能成绩 成绩尚未登记 → 60 分 = 100000'])
    const upgrade = programOf('lishui.ui-skill-upgrade')
    expect(told(upgrade, '二级不在标准之内')).toEqual([
      '证书等级 二级/技师 → 五级/初级工 = 100000',
      '证书等级 二级/技师 → 四级/中级工 = 150000',
      '证书等级 二级/技师 → 三级/高级工 = 200000',
    ])
  })

  it('is the last day of a window that has passed', () => {
    const upgrade = programOf('lishui.ui-skill-upgrade')
    expect(told(upgrade, '发证满12个月的次日申领：逾期')).toEqual(['申领日期 2025-03-11 → 2025-03-10 = 150000'])
  })

  it('is nothing where it is yes already, and nothing where more than two facts stand in the way', () => {
    expect(told(training, '三级班，补贴2000元')).toEqual([])
    expect(told(training, '刚结业，只有花名册和考勤：待成绩和证书')).toEqual([])
  })
})

describe('what would make it yes, in sentences', () => {
  const said = (program: ReturnType<typeof programOf>, name: string) => {
    const golden = program.pack.cases.find((each) => each.name === name)!
    return sayWouldBe(program.counterfactuals(factsOf(golden, program.pack.cases)))
  }
  const training = programOf('liandu.training-subsidy')

  it('sets what is against what it would be, one fact or two', () => {
    expect(said(training, '二十个半天出勤九个（45%）：不予补贴')).toEqual([
      {
        zh: '如果个人出勤率不是 45%(9/20)而是 80%,可补贴 1,000 元。',
        en: 'If personal attendance were 80% instead of 45% (9/20), it would come to ¥1,000.',
      },
    ])
    expect(said(training, '出勤不足，理论也不合格：两条理由都说').map(({ zh }) => zh)).toEqual([
      '如果个人出勤率不是 75%(15/20)而是 80%,并且理论成绩不是 59 分而是 60 分,可补贴 1,000 元。',
    ])
  })

  it('says why it is not known, and tells values of one fact that come to the same in one', () => {
    expect(said(training, '技能成绩未登记：待核实，不是不合格').map(({ zh }) => zh)).toEqual([
      '如果技能成绩(成绩尚未登记)为 60 分,可补贴 1,000 元。',
    ])
    expect(said(training, '企业职工不在六类人员之内：不予补贴').map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/^如果参加培训时的人员类别不是企业职工而是.+、.+之一,可补贴 1,000 元。$/),
    ])
    expect(said(programOf('lishui.ui-skill-upgrade'), '发证满12个月的次日申领：逾期').map(({ zh }) => zh)).toEqual([
      '如果申领日期不是 2025-03-11 而是 2025-03-10,可补贴 1,500 元。',
    ])
  })
})
