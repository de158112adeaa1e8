import { describe, expect, it } from 'vitest'
import { delegationProblems, type DelegationFacts, postsStoodInFor, stateOf } from './rules.ts'

const fine: DelegationFacts = {
  absentPersonId: 'a',
  deputyPersonId: 'b',
  roles: ['reviewer'],
  from: '2022-03-28',
  to: '2022-04-01',
  today: '2022-03-28',
  absentHolds: ['reviewer'],
  deputyHolds: ['clerk'],
  deputyIsAbsent: false,
  mayBeSaid: true,
}
const said = (over: Partial<DelegationFacts>) => delegationProblems({ ...fine, ...over }).map(({ zh }) => zh)

describe('standing in for somebody', () => {
  it('takes two different people, a post of the absent, days to come, and somebody who may say so', () => {
    expect(said({})).toEqual([])
    expect(said({ deputyPersonId: 'a' })).toEqual([expect.stringMatching(/^请假人和代岗人是同一人/)])
    expect(said({ roles: ['finance'] })).toEqual(['请假人没有“财务岗”这个岗位,请去掉。'])
    expect(said({ from: '2022-04-02' })).toEqual(['结束日期 2022-04-01 早于开始日期 2022-04-02,请改。'])
    expect(said({ to: '2022-03-27', from: '2022-03-20' })).toEqual([expect.stringMatching(/^结束日期 2022-03-27 已过/)])
    expect(said({ deputyIsAbsent: true })).toEqual([expect.stringMatching(/也请假/)])
    expect(said({ mayBeSaid: false })).toEqual([expect.stringMatching(/^只有请假人本人或审批岗、局领导/)])
  })

  it('never gives the post of who looks on or looks after the machinery, nor gives these people a post', () => {
    expect(said({ roles: ['auditor'], absentHolds: ['auditor'] })).toEqual(['“内审岗”不能由他人代岗。'])
    expect(said({ deputyHolds: ['administrator'] })).toEqual([expect.stringMatching(/^代岗人是“系统管理员”/)])
    expect(said({ deputyHolds: [] })).toEqual([expect.stringMatching(/没有本局有效的账号/)])
  })

  it('says everything that is wrong at once', () => {
    expect(said({ deputyPersonId: 'a', roles: ['finance', 'auditor'], from: '2022-05-01' })).toHaveLength(4)
  })

  it('gives what the absent still hold, and never what is one’s own', () => {
    const delegations = [{ id: 'd', absentPersonId: 'a', roles: ['reviewer', 'clerk', 'finance'] as const }]
    expect([...postsStoodInFor(['clerk'], delegations, () => ['reviewer', 'clerk'])]).toEqual([['reviewer', 'd']])
    expect(postsStoodInFor(['clerk'], delegations, () => []).size).toBe(0)
  })

  it('counts from its first day to its last, or until it was ended', () => {
    const days = { from: '2022-03-28', to: '2022-04-01', lastDay: null }
    expect(['2022-03-27', '2022-03-28', '2022-04-01', '2022-04-02'].map((day) => stateOf(days, day))).toEqual([
      'to-come',
      'in-force',
      'in-force',
      'ended',
    ])
    expect(stateOf({ ...days, lastDay: '2022-03-29' }, '2022-03-30')).toBe('ended')
    expect(stateOf({ ...days, lastDay: '2022-03-27' }, '2022-03-20')).toBe('ended')
  })
})
