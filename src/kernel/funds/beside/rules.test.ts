import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLists, type OldLine, type OurLine, saidBy, type SideState } from './rules.ts'

const old = (person: string, yuan: number, state: SideState | null = null): OldLine => ({
  row: 1,
  person,
  maskedName: '王*',
  maskedIdentity: '339901********0010',
  amountFen: BigInt(yuan * 100),
  state,
})
const ours = (person: string, yuan: number, state: SideState = 'under-way'): OurLine => ({
  person,
  maskedName: '王*',
  maskedIdentity: '339901********0010',
  claimId: 'c',
  claimNumber: 'S-2022-0001',
  position: 1,
  amountFen: BigInt(yuan * 100),
  state,
})
const kinds = (theirs: OldLine[], own: OurLine[]) => compareLists(theirs, own).differences.map(({ kind }) => kind)

describe('an old list beside this platform', () => {
  it('agrees where person and amount do, and where the old state is in words nobody knows', () => {
    expect(compareLists([old('a', 1000), old('b', 1500, 'paid')], [ours('a', 1000), ours('b', 1500, 'paid')])).toEqual({
      agreeing: 2,
      differences: [],
    })
  })

  it('tells who stands on one side only, other amounts, other states', () => {
    expect(kinds([old('a', 1000)], [])).toEqual(['only-old'])
    expect(kinds([], [ours('a', 1000)])).toEqual(['only-here'])
    expect(kinds([old('a', 1000)], [ours('a', 1500)])).toEqual(['amount'])
    expect(kinds([old('a', 1000, 'paid')], [ours('a', 1000)])).toEqual(['state'])
  })

  it('tells who is paid by the old list and refused here; who is refused here and was never on it is no difference', () => {
    expect(kinds([old('a', 1000)], [ours('a', 0, 'refused')])).toEqual(['state'])
    expect(kinds([old('a', 0, 'refused')], [ours('a', 0, 'refused')])).toEqual([])
    expect(kinds([], [ours('a', 0, 'refused')])).toEqual([])
  })

  it('matches the amounts of somebody with several lines before their order', () => {
    expect(kinds([old('a', 1500), old('a', 1000)], [ours('a', 1000), ours('a', 1500)])).toEqual([])
    expect(kinds([old('a', 1000), old('a', 1000)], [ours('a', 1000)])).toEqual(['only-old'])
  })

  it('loses nobody: every line of both sides agrees or is in one difference', () => {
    const person = fc.constantFrom('a', 'b', 'c')
    const yuan = fc.constantFrom(1000, 1500)
    fc.assert(
      fc.property(fc.array(fc.tuple(person, yuan)), fc.array(fc.tuple(person, yuan)), (theirs, own) => {
        const { agreeing, differences } = compareLists(
          theirs.map(([who, sum]) => old(who, sum)),
          own.map(([who, sum]) => ours(who, sum)),
        )
        expect(agreeing + differences.filter((each) => each.old).length).toBe(theirs.length)
        expect(agreeing + differences.filter((each) => each.ours).length).toBe(own.length)
      }),
    )
  })

  it('names a difference by what both sides say: another word of either is another difference', () => {
    const [one] = compareLists([old('a', 1000)], [ours('a', 1500)]).differences
    const [other] = compareLists([old('a', 1000)], [ours('a', 1600)]).differences
    expect(saidBy(one!)).not.toBe(saidBy(other!))
  })
})
