import type { Sentence } from '../../../platform/contract/public.ts'
import type { RestrictionTold } from './store.ts'

export const RESTRICTION_WORDS: Record<RestrictionTold['what'], Sentence> = {
  'impose-proposed': { zh: '提出限制', en: 'proposed' },
  'impose-confirmed': { zh: '另一人确认限制', en: 'confirmed by another person' },
  'impose-declined': { zh: '另一人不同意限制', en: 'declined by another person' },
  'end-proposed': { zh: '提出解除', en: 'its end was proposed' },
  'end-confirmed': { zh: '另一人确认解除', en: 'its end was confirmed by another person' },
  'end-declined': { zh: '另一人不同意解除', en: 'its end was declined by another person' },
  replied: { zh: '申辩', en: 'a reply' },
  'heard-kept': { zh: '申辩处理:维持', en: 'kept after a reply' },
  'heard-shortened': { zh: '申辩处理:缩短期限', en: 'shortened after a reply' },
  'heard-ended': { zh: '申辩处理:解除', en: 'ended after a reply' },
}

export const words = {
  letters: { zh: '比对函', en: 'Comparison letters' },
  hits: { zh: '比对结果', en: 'What other offices say' },
  restrictions: { zh: '限制措施', en: 'Restrictions' },
  insuredLists: { zh: '参保名单', en: 'Insured lists' },
  restriction: (document: string, what: Sentence): Sentence => ({
    zh: `限制措施(${document}):${what.zh}`,
    en: `Restriction (${document}): ${what.en}`,
  }),
  hit: (register: Sentence, number: string): Sentence => ({
    zh: `在${register.zh}中(比对函 ${number})`,
    en: `In ${register.en} (letter ${number})`,
  }),
} as const
