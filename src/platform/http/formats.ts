import type { Sentence } from '../contract/public.ts'

const REOPEN = {
  zh: '请从列表里重新打开这一项,不要手工改地址。',
  en: 'Open it from its list again; do not edit the address by hand.',
}
const IDENTIFIER: [Sentence, Sentence] = [{ zh: '不是有效的编号', en: 'is not a valid id' }, REOPEN]
const NETWORK: [Sentence] = [{ zh: '不是有效的网络地址', en: 'is not a valid network address' }]
const CODED: [Sentence] = [{ zh: '的编码不对', en: 'is not encoded as it should be' }]

/** What is wrong with a text of a known form, and what to do where that is something special. */
export const FORMATS: Readonly<Record<string, readonly [Sentence, Sentence?]>> = {
  date: [
    { zh: '不是有效的日期', en: 'is not a valid date' },
    { zh: '请按 2022-02-25 的样子填写。', en: 'Write it like 2022-02-25.' },
  ],
  datetime: [
    { zh: '不是有效的日期和时间', en: 'is not a valid date and time' },
    { zh: '请按 2022-02-25T09:30:00Z 的样子填写。', en: 'Write it like 2022-02-25T09:30:00Z.' },
  ],
  time: [
    { zh: '不是有效的时间', en: 'is not a valid time' },
    { zh: '请按 09:30 的样子填写。', en: 'Write it like 09:30.' },
  ],
  duration: [
    { zh: '不是有效的时长', en: 'is not a valid length of time' },
    { zh: '请按 P1D 的样子填写。', en: 'Write it like P1D.' },
  ],
  email: [
    { zh: '不是有效的邮箱', en: 'is not a valid e-mail address' },
    { zh: '请按 name@example.cn 的样子填写。', en: 'Write it like name@example.cn.' },
  ],
  url: [
    { zh: '不是有效的网址', en: 'is not a valid web address' },
    { zh: '请写完整的网址,以 https:// 开头。', en: 'Give the whole address, beginning with https://.' },
  ],
  e164: [{ zh: '不是有效的电话号码', en: 'is not a valid telephone number' }],
  credit_card: [{ zh: '不是有效的卡号', en: 'is not a valid card number' }],
  iban: [{ zh: '不是有效的账号', en: 'is not a valid account number' }],
  emoji: [{ zh: '只能是表情符号', en: 'may only be an emoji' }],
  lowercase: [{ zh: '只能用小写字母', en: 'must be in lower case' }],
  uppercase: [{ zh: '只能用大写字母', en: 'must be in upper case' }],
  uuid: IDENTIFIER,
  guid: IDENTIFIER,
  nanoid: IDENTIFIER,
  cuid: IDENTIFIER,
  cuid2: IDENTIFIER,
  ulid: IDENTIFIER,
  xid: IDENTIFIER,
  ksuid: IDENTIFIER,
  ipv4: NETWORK,
  ipv6: NETWORK,
  mac: NETWORK,
  cidrv4: NETWORK,
  cidrv6: NETWORK,
  base64: CODED,
  base64url: CODED,
  json_string: CODED,
  jwt: CODED,
}
