import type { Sentence } from '../../platform/contract/public.ts'
import type { CertificateKind } from './store.ts'

export const KIND_WORDS = {
  SKILL_LEVEL: { zh: '职业技能等级证书', en: 'Skill-level certificate' },
  QUALIFICATION: { zh: '职业资格证书', en: 'Vocational qualification certificate' },
  SPECIFIC_ABILITY: { zh: '专项职业能力证书', en: 'Specific-ability certificate' },
  COMPLETION: { zh: '培训合格证书', en: 'Training completion certificate' },
} as const satisfies Record<CertificateKind, Sentence>

/** Sentences for what the schema defends. */
export const constraintWords = {
  a_certificate_number_is_one_persons: {
    zh: '有证书编号已经登记在另一人或另一个班名下,本次没有导入。请核对证书编号后重新上传。',
    en: 'A certificate number is already on record for somebody else or for another class, so nothing was imported. Check the numbers, then upload again.',
  },
} as const satisfies Record<string, Sentence>

export const words = {
  holder: { zh: '持证人', en: 'Holder' },
  identity: { zh: '身份证号', en: 'Identity number' },
  number: { zh: '证书编号', en: 'Certificate number' },
  kind: { zh: '证书类别', en: 'Kind' },
  occupation: { zh: '职业(工种)', en: 'Occupation' },
  level: { zh: '等级', en: 'Level' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  state: { zh: '状态', en: 'State' },
  inForce: { zh: '现行', en: 'In force' },
  replaced: { zh: '已被更正后的登记取代', en: 'Replaced by a corrected sheet' },
  title: (number: string) => ({ zh: `证书 ${number}`, en: `Certificate ${number}` }),
  certificates: { zh: '证书', en: 'Certificates' },
  lookUps: { zh: '证书查验', en: 'Look-ups of certificates' },
  told: (kind: Sentence): Sentence => ({ zh: `登记${kind.zh}`, en: `Told of: ${kind.en}` }),
  lookedUp: (outcome: Sentence): Sentence => ({
    zh: `查验证书:${outcome.zh}`,
    en: `Certificate looked up: ${outcome.en}`,
  }),
} as const
