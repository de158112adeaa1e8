import type { Sentence } from '../../../platform/contract/public.ts'
import type { Compared } from '../registers.ts'

export function registerUnavailable(register: Sentence): Sentence {
  return { zh: `${register.zh}尚未比对,无法核对`, en: `Not yet compared with ${register.en}; cannot be checked` }
}

export function notFound(register: Sentence, { source, asOf }: Compared): Sentence {
  return { zh: `${register.zh}中没有此人(${source},${asOf})`, en: `Not in ${register.en} (${source}, ${asOf})` }
}

export const groupUnknown: Sentence = {
  zh: '没有记录此人的人员类别,无法核对',
  en: 'The person’s group is not on record; this cannot be checked',
}

export const otherGroup: Sentence = {
  zh: '人员类别不要求未在企业参保',
  en: 'Not asked of this group of persons',
}

export const REGISTERS = {
  'pension-payments': { zh: '养老待遇领取名单', en: 'the pension payment register' },
  'government-payroll': { zh: '财政供养人员名单', en: 'the public payroll' },
  deaths: { zh: '死亡人员名单', en: 'the register of deaths' },
  'insured-staff': { zh: '企业参保人员名单', en: 'the register of insured staff' },
} as const satisfies Record<string, Sentence>
