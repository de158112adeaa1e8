import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/values/public.ts'
import type { Sign } from '../attendance/store.ts'
import { correctionsOf } from '../checks/correction-rules.ts'
import { judgeWanted, nextVersion } from './rules.ts'

const credits = ['present', 'late', 'leave', 'absent'] as const
const sign = (id: string, credit: Sign['credit'] = 'absent'): Sign => ({
  id,
  enrolmentId: `e-${id}`,
  sessionId: `s-${id}`,
  written: '×',
  credit,
  sheetRow: 5,
  sheetColumn: 3,
  liveSignId: `l-${id}`,
  liveOutId: null,
})

describe('what is wanted', () => {
  it('is of the newest attendance, once, and otherwise than it is: all problems at once', () => {
    const current = [sign('a'), sign('b', 'present')]
    const { amended, problems } = judgeWanted(
      [
        { signId: 'a', becomes: 'present' },
        { signId: 'a', becomes: 'late' },
        { signId: 'b', becomes: 'present' },
        { signId: 'gone', becomes: 'present' },
      ],
      current,
    )
    expect(amended).toMatchObject([{ sign: { id: 'a' }, becomes: 'present' }])
    expect(problems.map(({ at, sentence }) => [at, sentence.zh])).toEqual([
      ['body.signs.1', '第 2 项重复了,请删去一项'],
      ['body.signs.2', '第 3 项现在就是“出勤”,不用更正'],
      ['body.signs.3', '第 4 项不是现行考勤上的签到,请刷新后重新选择'],
    ])
  })
})

describe('the next version', () => {
  it('has every sign once, each with what it comes from, and changes what its lines say and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(29), fc.constantFrom(...credits)), { maxLength: 10 }),
        (ids, wanted) => {
          const former = ids.map((id) => sign(id))
          const lines = new Map(
            wanted.flatMap(([at, becomes]) => {
              const id = ids[at]
              return id === undefined ? [] : [[id, { id: `line-${id}`, signId: id, becomes }] as const]
            }),
          )
          const next = nextVersion(former, [...lines.values()], { newId, writtenFor: (credit) => credit })
          expect(next).toHaveLength(former.length)
          for (const [at, made] of next.entries()) {
            const before = former[at]!
            const line = lines.get(before.id)
            expect([made.enrolmentId, made.sessionId]).toEqual([before.enrolmentId, before.sessionId])
            if (line)
              expect(made).toMatchObject({ credit: line.becomes, written: line.becomes, amendmentLineId: line.id })
            else
              expect(made).toMatchObject({ credit: before.credit, sameAsId: before.id, liveSignId: before.liveSignId })
            expect(Boolean(made.sameAsId)).toBe(!made.amendmentLineId)
          }
          expect(new Set(next.map(({ id }) => id)).size).toBe(next.length)
        },
      ),
    )
  })
})

describe('D12: corrections by hand', () => {
  const terms = {
    most: { numerator: 1, denominator: 20 },
    credits: (credit: Sign['credit']) => credit === 'present' || credit === 'late',
    providerGains: true,
  }
  const corrected = (n: number, side: 'instructor' | 'bureau' = 'bureau', was: Sign['credit'] = 'absent') =>
    Array.from({ length: n }, (_, at) => ({ signId: `s${at}`, was, becomes: 'present' as const, side }))

  it('are too many above the county’s share, not at it, whatever typed them', () => {
    expect(correctionsOf(corrected(40), 0, 800, terms).isTooMuch).toBe(false)
    expect(correctionsOf(corrected(41), 0, 800, terms).isTooMuch).toBe(true)
    expect(correctionsOf(corrected(1), 40, 800, terms)).toMatchObject({ count: 41, isTooMuch: true })
    expect(correctionsOf([], 0, 800, terms)).toMatchObject({ count: 0, isTooMuch: false })
  })

  it('are to the gain of who confirmed them where the provider’s own side makes attendance count that it is paid for', () => {
    const gaining = (...given: Parameters<typeof corrected>) =>
      correctionsOf(corrected(...given), 0, 800, terms).gaining
    expect(gaining(1, 'instructor')).toHaveLength(1)
    expect(gaining(1, 'bureau')).toHaveLength(0)
    expect(gaining(1, 'instructor', 'late')).toHaveLength(0)
    const forPeople = { ...terms, providerGains: false }
    expect(correctionsOf(corrected(1, 'instructor'), 0, 800, forPeople).gaining).toHaveLength(0)
  })
})
