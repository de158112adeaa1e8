import { describe, expect, it } from 'vitest'
import { linkTo, placeText, readWay, shownOf, wayTo } from './walked.ts'

const place = (kind: string, n: number) => ({ kind, id: `01900000-0000-7000-8000-00000000000${n}` })
const [payment, line, entitlement] = [place('payment', 1), place('claim-line', 2), place('entitlement', 3)]

describe('the way walked', () => {
  it('grows by the place one leaves', () => {
    expect(wayTo([], payment, line)).toEqual([payment])
    expect(wayTo([payment], line, entitlement)).toEqual([payment, line])
  })

  it('is shorter again after a step back to where one was', () => {
    expect(wayTo([payment, line], entitlement, payment)).toEqual([])
    expect(wayTo([payment, line], entitlement, line)).toEqual([payment])
  })

  it('survives the address, and what is no place is left out', () => {
    const { to, query } = linkTo(entitlement, [payment, line])
    expect(to).toBe(`/trail/entitlement/${entitlement.id}`)
    expect(readWay(query.way!.split(','))).toEqual([payment, line])
    expect(readWay(['javascript:alert(1)', 'payment.x', placeText(line)])).toEqual([line])
    expect(linkTo(payment, []).query).toEqual({})
  })
})

describe('the links of a step', () => {
  const link = (kind: string, n: number, zh: string) => ({ ...place(kind, n), title: { zh, en: zh } })

  it('say the same once, the newest first, and keep the rest of a kind apart', () => {
    const passed = [1, 2, 3].map((n) => link('check-result', n, '核对 B01 金额:通过'))
    const many = Array.from({ length: 15 }, (_, at) => link('claim-line', at % 10, `序号${at}`))
    const { shown, rest } = shownOf([...passed, ...many])
    expect(shown[0]).toEqual({ first: passed[0], alike: passed.slice(1) })
    expect(shown).toHaveLength(13)
    expect(rest.map(({ first }) => first.title.zh)).toEqual(['序号12', '序号13', '序号14'])
  })
})
