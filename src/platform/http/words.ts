import type { Sentence } from '../contract/public.ts'

export const words = {
  notSignedIn: { zh: '请先登录。', en: 'Please sign in first.' },
  forbidden: {
    zh: '您的岗位没有这项权限。需要时请联系系统管理员。',
    en: 'Your post does not allow this. Ask the administrator if you need it.',
  },
  notFound: {
    zh: '没有找到。可能已被移走,或不属于您的单位。',
    en: 'Not found. It may have moved, or belong to somebody else.',
  },
  badInput: {
    zh: '填写的内容有误,请按提示修改后再提交。',
    en: 'Some values are not right. Correct them as shown and send again.',
  },
  badJson: { zh: '请求内容不是有效的JSON。', en: 'The body is not valid JSON.' },
  badAddress: {
    zh: '网址的写法不对,可能没有抄全。请从页面上的链接打开。',
    en: 'The address is not written as it should be; it may have been cut off. Open it from a link on a page.',
  },
  badHttp: { zh: '请求不符合HTTP的写法。', en: 'The request is not written as HTTP asks.' },
  headersTooLarge: {
    zh: '请求头太大。请清除本站的Cookie后再试。',
    en: 'The request headers are too large. Clear the cookies of this site and try again.',
  },
  tooSlow: {
    zh: '请求发送得太慢,已断开。请检查网络后再试。',
    en: 'The request came too slowly. Check the network and try again.',
  },
  wrongType: { zh: '请求的内容类型不对。', en: 'The content type is not accepted here.' },
  unexpected: {
    zh: '系统出错了,您的操作没有生效。请稍后再试;如仍不行,请把编号告诉管理员。',
    en: 'Something failed and nothing was changed. Try again; if it persists, give the administrator this number.',
  },
  unavailable: {
    zh: '数据库暂时连不上,您的操作没有生效。请稍等片刻再试。',
    en: 'The database cannot be reached just now and nothing was changed. Please try again shortly.',
  },
  perhapsDone: {
    zh: '数据库在保存的最后一刻断开,不知道是否已经办成。请稍等片刻,刷新后核对,再决定是否重做。',
    en: 'The database was lost at the very moment of saving: it may or may not be done. Wait a little, reload and look before you do it again.',
  },
  tookTooLong: {
    zh: '这项操作用时太长,已停下,没有生效。请缩小范围后再试,或避开办事高峰。',
    en: 'This took too long and was stopped; nothing was changed. Ask for less at once, or try at a quieter time.',
  },
  keyMissing: {
    zh: '缺少防重复编号(Idempotency-Key,8至200个字符)。请刷新页面后再试。',
    en: 'The Idempotency-Key header (8 to 200 characters) is missing. Reload the page and try again.',
  },
  keyReused: {
    zh: '这个防重复编号已用于另一项内容不同的操作。请刷新页面后再试。',
    en: 'This idempotency key was used for a different request. Reload the page and try again.',
  },
  crossSite: { zh: '请求来自别的网站,已拒绝。', en: 'The request came from another site and was refused.' },
  alreadySo: {
    zh: '与已有记录冲突,没有保存。请刷新后核对。',
    en: 'This conflicts with what is already recorded; nothing was saved. Reload and check.',
  },
} as const satisfies Record<string, Sentence>

export function tooLarge(megabytes: number): Sentence {
  return { zh: `文件或内容太大,最多 ${megabytes} MB。`, en: `Too large: at most ${megabytes} MB.` }
}
