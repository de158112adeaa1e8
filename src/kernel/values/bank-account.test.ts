import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountKind, checkBankAccount, luhnDigit } from './bank-account.ts'

const anyCard = fc
  .array(fc.constantFrom(...'0123456789'), { minLength: 13, maxLength: 16 })
  .map((digits) => `62${digits.join('')}`)
  .map((start) => start + luhnDigit(start))

function kinds(text: string, kind: AccountKind = 'card'): string[] {
  const checked = checkBankAccount(text, { kind })
  return checked.ok ? [] : checked.problems.map((problem) => problem.kind)
}

describe('a bank card', () => {
  it('is read with spaces, hyphens and full-width digits', () => {
    for (const text of [
      '6217009507983498642',
      '6217 0095 0798 3498 642',
      '6217-0095-0798-3498-642',
      '６217009507983498642',
    ]) {
      expect(checkBankAccount(text, { kind: 'card' })).toEqual({ ok: true, value: '6217009507983498642' })
    }
  })

  it('is refused with the kind and sentence of its mistake', () => {
    expect(checkBankAccount('6217005060748005380', { kind: 'card' })).toEqual({
      ok: false,
      problems: [
        {
          kind: 'card-check-digit',
          sentence: expect.objectContaining({ zh: '银行账号校验位错误,请对照卡面重新填写' }),
        },
      ],
    })
    expect(kinds('621700950798349')).toEqual(['length'])
    expect(kinds('62170095079834986421')).toEqual(['length'])
    expect(kinds('6217oo9507983498642')).toEqual(['characters'])
    expect(kinds('  ')).toEqual(['empty'])
  })

  it('is not a filler', () => {
    for (const filler of ['0000000000000000', '8888888888888888', '1234567890123456', '9876543210987654321']) {
      expect(kinds(filler)).toEqual(['placeholder'])
      expect(kinds(filler, 'account')).toEqual(['placeholder'])
    }
  })

  it('never passes with one wrong digit', () => {
    fc.assert(
      fc.property(anyCard, fc.nat(), fc.constantFrom(...'0123456789'), (card, seed, other) => {
        const place = seed % card.length
        fc.pre(card[place] !== other)
        const damaged = card.slice(0, place) + other + card.slice(place + 1)
        expect(kinds(damaged)).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('never passes with two neighbours swapped, 0 and 9 excepted, which Luhn cannot tell', () => {
    fc.assert(
      fc.property(anyCard, fc.nat(), (card, seed) => {
        const place = seed % (card.length - 1)
        const [a = '', b = ''] = [card[place], card[place + 1]]
        fc.pre(a !== b && !['09', '90'].includes(a + b))
        expect(kinds(card.slice(0, place) + b + a + card.slice(place + 2))).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a corporate account', () => {
  it('is never refused for a check digit it does not have', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom(...'0123456789'), (card, last) => {
        const account = card.slice(0, -1) + last
        fc.pre(!kinds(account, 'account').includes('placeholder'))
        expect(kinds(account, 'account')).toEqual([])
      }),
    )
  })

  it('still has digits only, and enough of them', () => {
    expect(kinds('1210-2001-0920-0012-345', 'account')).toEqual([])
    expect(kinds('1234', 'account')).toEqual(['length'])
    expect(kinds('ABC12345678', 'account')).toEqual(['characters'])
  })
})
