import type { Sentence } from '../../../platform/contract/public.ts'
import { PASSWORD } from './rules.ts'

/** What is wrong with a password somebody wants to set, each with what to do. */
export const weaknessWords = {
  'too-short': {
    zh: `密码至少要有 ${PASSWORD.fewest} 个字。用一句自己记得住的话最好,空格和汉字都可以。`,
    en: `A password has at least ${PASSWORD.fewest} characters. A sentence you remember is best; spaces are fine.`,
  },
  'too-long': {
    zh: `密码最多 ${PASSWORD.most} 个字,请缩短。`,
    en: `A password has at most ${PASSWORD.most} characters; make it shorter.`,
  },
  'own-name': {
    zh: '密码里不能有账号名或本人姓名,请换一个。',
    en: 'A password does not contain the account name or your own name; choose another.',
  },
  monotonous: {
    zh: '密码里不同的字太少(如 1111111111、1212121212),请换一个。',
    en: 'The password has too few different characters (such as 1111111111); choose another.',
  },
  common: {
    zh: '这个密码太常见,已在泄露的密码名单里,别人很容易猜到。请换一个。',
    en: 'This password is common and on lists of leaked passwords; others guess it easily. Choose another.',
  },
} as const satisfies Record<string, Sentence>
