import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import { type Draft, lacks, marked, readDraft, toggled } from './draft.ts'
import {
  type Found,
  lookedUpMeanwhile,
  type LookUpGiven,
  lookUpProblems,
  type OnRecord,
  stillGoodFrom,
} from './rules.ts'

const TODAY = civilDate('2022-03-28')
const issued = { number: 'S000033000001225000001', issuedOn: civilDate('2022-03-25') }
const known: OnRecord = {
  today: TODAY,
  sites: [{ code: 'PROVINCE', name: { zh: '省平台', en: 'province' }, address: 'http://example.org' }],
  certificates: new Map([['certificate', issued]]),
  newest: new Map(),
}
const agrees = { certificateId: 'certificate', outcome: 'agrees' as const, differing: [], seen: null }
const found = (lookedOn: string): Found => ({
  lookUpId: 'first',
  site: 'PROVINCE',
  lookedOn: civilDate(lookedOn),
  outcome: 'agrees',
  differing: [],
})
const told = (over: Partial<LookUpGiven>, on: Partial<OnRecord> = {}) =>
  lookUpProblems({ site: 'PROVINCE', lookedOn: TODAY, lines: [agrees], ...over }, { ...known, ...on }).map(
    ({ at, sentence }) => `${at} ${sentence.zh}`,
  )

describe('a look-up', () => {
  it('is taken when it is of this class, on a named site, between the issue and today', () => {
    expect(told({})).toEqual([])
    expect(told({ lookedOn: issued.issuedOn })).toEqual([])
  })

  it('is refused with every reason at once', () => {
    const lines = [
      { ...agrees, outcome: 'differs' as const },
      { ...agrees, certificateId: 'of another class' },
      { ...agrees, differing: ['name' as const] },
    ]
    expect(told({ site: 'ELSEWHERE', lookedOn: civilDate('2022-03-29'), lines })).toEqual([
      'body.lookedOn 查验日期 2022-03-29 在今天(2022-03-28)之后',
      'body.site 请选择本地认可的查询网站',
      'body.lines.0 证书 S000033000001225000001 不一致,请勾选哪一项不一致',
      'body.lines.1 有证书不属于这个班,或已被更正后的成绩登记表取代,请刷新页面',
      'body.lines.2 证书 S000033000001225000001 填了两次',
      'body.lines.2 证书 S000033000001225000001 没有不一致,不应勾选不一致的项目',
    ])
  })

  it('cannot be of a day before the certificate was issued, nor before the newest look-up of it', () => {
    expect(told({ lookedOn: civilDate('2022-03-24') })).toEqual([expect.stringContaining('不可能在 2022-03-24 查到')])
    const newest = new Map([['certificate', found('2022-03-27')]])
    expect(told({ lookedOn: civilDate('2022-03-26') }, { newest })).toEqual([
      expect.stringContaining('已有 2022-03-27'),
    ])
    expect(told({ lookedOn: civilDate('2022-03-27') }, { newest })).toEqual([])
  })

  it('is seen to be overtaken when the newest is not what was seen', () => {
    const newest = new Map([['certificate', found('2022-03-27')]])
    expect(lookedUpMeanwhile([agrees], newest)).toEqual([agrees])
    expect(lookedUpMeanwhile([{ ...agrees, seen: 'first' }], newest)).toEqual([])
    expect(lookedUpMeanwhile([agrees], new Map())).toEqual([])
  })

  it('is good for as many days as the county says', () => {
    expect(stillGoodFrom({ maximumAgeDays: 30 }, TODAY)).toBe('2022-02-26')
    expect(stillGoodFrom({ maximumAgeDays: null }, TODAY)).toBeNull()
  })
})

describe('a draft of a look-up', () => {
  const fresh: Draft = { site: '', lookedOn: '', screenshotIds: [], marks: {} }

  it('begins with nothing marked, and says what it lacks, one thing at a time', () => {
    expect(Object.keys(fresh.marks)).toEqual([])
    const dated = { ...fresh, lookedOn: '2022-03-28' }
    const onSite = { ...dated, site: 'PROVINCE' }
    const differing = marked(onSite, 'a', 'differs')
    expect([fresh, dated, onSite, differing].map(lacks)).toEqual([
      'needsDate',
      'needsSite',
      'needsMark',
      'needsDifference',
    ])
    const said = toggled(differing, 'a', 'level')
    expect(lacks(said)).toBe('needsScreenshot')
    expect(lacks({ ...said, screenshotIds: ['s'] })).toBeNull()
  })

  it('forgets what differed when it no longer differs', () => {
    const said = toggled(marked(fresh, 'a', 'differs'), 'a', 'name')
    expect(marked(said, 'a', 'differs').marks.a?.differing).toEqual(['name'])
    expect(marked(said, 'a', 'agrees').marks.a).toEqual({ outcome: 'agrees', differing: [] })
    expect(marked(said, 'a', null).marks).toEqual({})
    expect(toggled(said, 'a', 'name').marks.a?.differing).toEqual([])
  })

  it('is read back as it was kept, and nothing else is taken for one', () => {
    const draft = toggled(marked(fresh, 'a', 'differs'), 'a', 'name')
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
    expect(readDraft(null)).toBeUndefined()
    expect(readDraft('{')).toBeUndefined()
    expect(readDraft(JSON.stringify({ ...draft, marks: { a: { outcome: 'fine', differing: [] } } }))).toBeUndefined()
  })
})
