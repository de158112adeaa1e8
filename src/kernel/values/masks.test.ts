import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountTail, maskIdentity, maskIdentityPublic, maskName, maskPhone } from './masks.ts'

describe('masks', () => {
  it('show the ends of a name', () => {
    expect(['王静', '蓝凤英', '阿依古丽·买买提', '𠮷野', '王', ''].map(maskName)).toEqual([
      '王*',
      '蓝*英',
      '阿******提',
      '𠮷*',
      '*',
      '',
    ])
  })

  it('show staff more of an identity number than the public', () => {
    expect(maskIdentity('339901197706180675')).toBe('339901********0675')
    expect(maskIdentityPublic('33990119861002842X')).toBe('339901**********2X')
  })

  it('show a mobile by its ends and a landline by its area', () => {
    expect(maskPhone('18920912793')).toBe('189****2793')
    expect(maskPhone('0578-2091234')).toBe('0578-****234')
  })

  it('show an account as banks do', () => {
    expect(accountTail('6217009507983498642')).toEqual({ zh: '尾号 8642', en: 'ending 8642' })
    expect(accountTail('1234567')).toEqual({ zh: '尾号 ****', en: 'ending ****' })
  })

  it('never show anything of what has the wrong shape', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,25}$/), (digits) => {
        fc.pre(digits.length !== 18)
        expect(maskIdentity(digits)).toBe('*'.repeat(digits.length))
        expect(maskIdentityPublic(digits)).toBe('*'.repeat(digits.length))
        if (digits.length !== 11) expect(maskPhone(digits)).toBe('*'.repeat(digits.length))
      }),
    )
  })
})
