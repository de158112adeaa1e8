import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import { type AgreementInForce, coverageOf, problemsOfAgreement, type Training } from './rules.ts'

const agreement = (over: Partial<AgreementInForce> = {}): AgreementInForce => ({
  id: 'a1',
  number: 'X-2022-001',
  fromDate: civilDate('2022-01-01'),
  toDate: civilDate('2022-12-31'),
  items: [{ occupationId: '2022/养老护理员', highestLevel: 'L4_INTERMEDIATE', siteId: 'bihu' }],
  ...over,
})

const training = (over: Partial<Training> = {}): Training => ({
  occupationId: '2022/养老护理员',
  occupationName: { zh: '养老护理员', en: 'Elderly Care Worker' },
  level: 'L5_JUNIOR',
  siteId: 'bihu',
  startsOn: civilDate('2022-03-07'),
  endsOn: civilDate('2022-03-18'),
  ...over,
})

const siteName = (id: string) => ({ bihu: '碧湖镇成人文化技术学校', city: '城区教学点' })[id] ?? id

const reasons = (over: Partial<Training>, agreements = [agreement()]) => {
  const coverage = coverageOf(training(over), agreements, siteName)
  return coverage.covered ? [] : coverage.reasons.map((reason) => reason.zh)
}

describe('which agreement covers a class', () => {
  it('covers a lower level than the highest agreed, and that level itself', () => {
    expect(reasons({ level: 'L5_JUNIOR' })).toEqual([])
    expect(reasons({ level: 'L4_INTERMEDIATE' })).toEqual([])
  })

  it('does not cover a level above, whose printed number is the smaller', () => {
    expect(reasons({ level: 'L3_SENIOR' })).toEqual(['协议 X-2022-001 的最高等级为四级/中级工,本班为三级/高级工'])
  })

  it('must be in force on the first day and until the last', () => {
    expect(reasons({ startsOn: civilDate('2021-12-31') })).toEqual([
      '协议 X-2022-001 自 2022-01-01 至 2022-12-31 有效,不含开班日 2021-12-31',
    ])
    expect(reasons({ endsOn: civilDate('2023-01-01') })).toEqual([
      '协议 X-2022-001 至 2022-12-31 到期,早于结束日 2023-01-01',
    ])
    expect(reasons({ startsOn: civilDate('2022-01-01'), endsOn: civilDate('2022-12-31') })).toEqual([])
  })

  it('names every fault of the agreement that comes nearest', () => {
    const far = agreement({ number: 'X-2021-009', fromDate: civilDate('2021-01-01'), toDate: civilDate('2021-12-31') })
    expect(reasons({ siteId: 'city', level: 'L3_SENIOR' }, [far, agreement()])).toEqual([
      '协议 X-2022-001 约定的培训地点是“碧湖镇成人文化技术学校”,不是“城区教学点”',
      '协议 X-2022-001 的最高等级为四级/中级工,本班为三级/高级工',
    ])
  })

  it('says so when no agreement covers the occupation at all', () => {
    expect(reasons({ occupationId: '2022/电工', occupationName: { zh: '电工', en: 'Electrician' } })).toEqual([
      '本机构的协议里没有“电工”,请先与人社局签订',
    ])
  })
})

describe('recording an agreement', () => {
  const known = {
    providerKnown: true,
    occupations: new Set(['2022/养老护理员']),
    sites: new Set(['bihu']),
    agreements: [agreement()],
  }
  const item = { occupationId: '2022/养老护理员', highestLevel: 'L4_INTERMEDIATE', siteId: 'bihu' }

  it('gives every problem at once', () => {
    const problems = problemsOfAgreement(
      {
        fromDate: '2023-06-01',
        toDate: '2023-05-01',
        items: [
          { ...item, occupationId: '2022/炼丹师', siteId: 'elsewhere' },
          { ...item, highestLevel: 'L9' },
        ],
      },
      known,
    )
    expect(problems.map((problem) => problem.at)).toEqual([
      'body.toDate',
      'body.items.0.occupationId',
      'body.items.0.siteId',
      'body.items.1.highestLevel',
    ])
  })

  it('may not overlap another on the same occupation and site by even a day', () => {
    const on = (fromDate: string, toDate: string) => problemsOfAgreement({ fromDate, toDate, items: [item] }, known)
    expect(on('2022-12-31', '2023-12-31').map((problem) => problem.sentence.zh)).toEqual([
      '同一职业、同一地点已有协议 X-2022-001(2022-01-01 至 2022-12-31),日期不能重叠',
    ])
    expect(on('2023-01-01', '2023-12-31')).toEqual([])
  })

  it('lists an occupation once at a site', () => {
    const problems = problemsOfAgreement({ fromDate: '2023-01-01', toDate: '2023-12-31', items: [item, item] }, known)
    expect(problems.map((problem) => problem.sentence.zh)).toEqual(['与第1项的职业和地点相同,请合并为一项'])
  })
})
