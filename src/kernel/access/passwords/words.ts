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

export const hashingWords = {
  busy: {
    zh: '现在登录的人太多,请过几秒再试。',
    en: 'Too many people are signing in just now. Try again in a few seconds.',
  },
} as const satisfies Record<string, Sentence>

/** Changing one's own password: the server's refusals, and the page. */
export const changeWords = {
  title: { zh: '修改密码', en: 'Change the password' },
  old: { zh: '原密码', en: 'Old password' },
  fresh: { zh: '新密码', en: 'New password' },
  rules: {
    zh: `至少 ${PASSWORD.fewest} 个字,不能是常见密码,也不能有账号名或姓名。可以粘贴;不要求大小写和符号,用一句话最好记。`,
    en: `At least ${PASSWORD.fewest} characters, no common password, neither the account's name nor yours. You may paste it; a sentence is easiest to remember.`,
  },
  change: { zh: '修改密码', en: 'Change it' },
  missingOld: { zh: '请填写原密码。', en: 'Enter the old password.' },
  missingNew: { zh: '请填写新密码。', en: 'Enter the new password.' },
  done: (ended: number): Sentence => ({
    zh: ended > 0 ? `密码已修改,其他 ${ended} 处登录已退出。` : '密码已修改。',
    en: ended > 0 ? `The password is changed; ${ended} other sessions ended.` : 'The password is changed.',
  }),
  wrongOld: {
    zh: '原密码不对,没有修改。忘记密码请找系统管理员。',
    en: 'The password is not right, so nothing was changed. If you forgot it, ask the administrator.',
  },
  same: { zh: '新密码和原密码一样,请换一个。', en: 'The new password is the old one; choose another.' },
  tooOften: {
    zh: '密码错得太多,请过一小时再试。',
    en: 'The password was wrong too often. Try again in an hour.',
  },
} as const
