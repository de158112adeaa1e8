import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsLongNumber } from '../../values/public.ts'
import type { Reason } from '../deciding/rules.ts'
import { type Notified, noticeOf, type Occasion, textOf, toldOf } from './rules.ts'
import { BANK_TOLD, CHECK_TOLD, CONDITION_TOLD } from './words.ts'

const OCCASION: Occasion = {
  groupTitle: '2022年第3期 养老护理员',
  schemeTitle: { zh: '职业技能培训补贴', en: 'Training subsidy' },
  office: {
    bureau: { zh: '莲都区人社局', en: 'Liandu bureau' },
    place: { zh: '窗口', en: 'counter' },
    phone: '2091',
  },
  today: '2022-03-28',
  until: '2022-04-12',
  days: 15,
}
const reason = (over: Partial<Reason> = {}): Reason => ({
  from: 'check',
  id: 'A08',
  label: { zh: '未在企业参保', en: 'Not insured' },
  sentence: { zh: '培训期间在企业参保:某某公司', en: 'Insured by somebody' },
  basis: { zh: '审计通行做法', en: 'Usual audit' },
  ...over,
})
const person = (reasons: readonly Reason[], standing: Notified['standing'] = 'held'): Notified => ({
  position: 25,
  maskedName: '柳*生',
  maskedIdentity: '339901********0011',
  standing,
  reasons,
})

it('says what stopped, by which clause, what to bring, where, by when and whom to phone', () => {
  const text = textOf(noticeOf(person([reason()]), OCCASION), 'zh')
  expect(text).toContain('第25号')
  expect(text).toContain('登记显示培训期间有单位为您参保')
  expect(text).toContain('依据:审计通行做法')
  expect(text).toContain('请带:请带参保缴费记录')
  expect(text).toContain('请在 2022-04-12 前(15 天内)办理')
  expect(text).toContain('地点:莲都区人社局窗口')
  expect(text).toContain('咨询电话:2091')
  expect(textOf(noticeOf(person([reason()]), OCCASION), 'en')).toContain('Please come by 2022-04-12 (within 15 days)')
})

it('tells every reason, each once', () => {
  const both = [reason(), reason({ id: 'A19' }), reason()]
  expect(noticeOf(person(both), OCCASION).items).toHaveLength(2)
})

it('tells once what a condition and its check both say, with the value', () => {
  const ratio = { zh: '出勤率 45%', en: 'attendance 45%' }
  const both = [reason({ from: 'condition', id: 'attendance', sentence: ratio }), reason({ id: 'D01' })]
  expect(noticeOf(person(both), OCCASION).items.map(({ stopped }) => stopped.zh)).toEqual([
    '您的出勤没有达到规定。(出勤率 45%)',
  ])
})

it('tells held from refused', () => {
  expect(textOf(noticeOf(person([reason()], 'held'), OCCASION), 'zh')).toContain('暂时没有发放')
  expect(textOf(noticeOf(person([reason()], 'refused'), OCCASION), 'zh')).toContain('不能发放')
})

it('gives the person their own mark, which the condition tells', () => {
  const theory = reason({ from: 'condition', id: 'theory', sentence: { zh: '理论成绩为 58 分', en: 'the mark is 58' } })
  expect(textOf(noticeOf(person([theory], 'refused'), OCCASION), 'zh')).toContain('(理论成绩为 58 分)')
})

it('writes to the family where the records say that somebody died, and accuses nobody', () => {
  const text = textOf(noticeOf(person([reason({ id: 'A04' })], 'refused'), OCCASION), 'zh')
  expect(text).toContain('家属')
  expect(text).not.toMatch(/死亡|骗|冒名|疑点/)
})

it('never tells what a check found about others, nor a number in clear', () => {
  const digits = fc.stringMatching(/^[1-9]\d{10,20}$/)
  fc.assert(
    fc.property(
      fc.constantFrom('check' as const, 'condition' as const, 'need' as const),
      fc.constantFrom('A08', 'C05', 'B05', 'certificate', 'Z99', 'bank-list.bankName', '__proto__', 'constructor'),
      digits,
      fc.constantFrom('zh' as const, 'en' as const),
      (from, id, number, locale) => {
        const sentence = { zh: `与另一人王小明(${number})重复`, en: `as somebody else, Wang (${number})` }
        const basis = { zh: `某文件 ${number}`, en: `A document ${number}` }
        const text = textOf(noticeOf(person([reason({ from, id, sentence, basis })]), OCCASION), locale)
        const [, ...lines] = text.split('\n')
        expect(lines.some((line) => holdsLongNumber(line.replace(/\d{4}-\d{2}-\d{2}/g, '')))).toBe(false)
        if (from === 'check') expect(text).not.toMatch(/王小明|Wang/)
      },
    ),
  )
})

it('has something to say of what nobody foresaw, by its name', () => {
  expect(toldOf(reason({ id: 'Z99' })).stopped.zh).toContain('未在企业参保')
  expect(toldOf(reason({ id: 'bank-list.payeeName' }))).toBe(BANK_TOLD)
})

it('says everything in both languages, never with a number as long as a phone’s', () => {
  for (const told of [...Object.values(CHECK_TOLD), ...Object.values(CONDITION_TOLD), BANK_TOLD])
    for (const { zh, en } of [told.stopped, told.bring]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[\x20-\x7e]+$/)
      expect(holdsLongNumber(zh + en)).toBe(false)
    }
})
