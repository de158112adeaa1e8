import { describe, expect, it } from 'vitest'
import { checkPhone, isMobile } from './phone.ts'

function read(text: string): string {
  const checked = checkPhone(text)
  return checked.ok ? checked.value : checked.problems.map((problem) => problem.zh).join()
}

describe('a phone number', () => {
  it.each([
    ['18920912793', '18920912793'],
    [' 189 2091 2793 ', '18920912793'],
    ['189-2091-2793', '18920912793'],
    ['+86 18920912793', '18920912793'],
    ['008618920912793', '18920912793'],
    ['8618920912793', '18920912793'],
    ['１８９２０９１２７９３', '18920912793'],
    ['0578-2091234', '0578-2091234'],
    ['(0578)2091234', '0578-2091234'],
    ['05782091234', '0578-2091234'],
    ['057182091234', '0571-82091234'],
    ['010-82091234', '010-82091234'],
  ])('reads %s', (text, phone) => {
    expect(read(text)).toBe(phone)
  })

  it('is refused with the sentence that fits its mistake', () => {
    expect(read('1594911736')).toBe('手机号只有10位,应为11位')
    expect(read('189209127931')).toBe('手机号有12位,应为11位')
    expect(read('12920912793')).toBe('手机号应以13至19开头')
    expect(read('1892091279a')).toBe('手机号只能是数字')
    expect(read('2091234')).toBe('固定电话缺少区号,例如 0578')
    expect(read('0578-209123')).toBe('固定电话应为区号加7至8位号码,例如 0578-2xxxxxx')
    expect(read('')).toBe('手机号为空')
  })

  it('is a mobile or a landline', () => {
    const kinds = ['18920912793', '0578-2091234'].map((text) => {
      const checked = checkPhone(text)
      return checked.ok && isMobile(checked.value)
    })
    expect(kinds).toEqual([true, false])
  })
})
