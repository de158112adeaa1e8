import type { Sentence } from '../../platform/contract/words.ts'

/**
 * How personal data is shown by default. Masks take any text, checked or not (rows with errors are shown too), and show
 * nothing of what does not have the expected shape.
 */

/** 王静 → 王*, 蓝凤英 → 蓝*英, 阿依古丽·买买提 → 阿******提 */
export function maskName(name: string): string {
  const characters = [...name]
  const [first = '', last = ''] = [characters[0], characters.at(-1)]
  if (characters.length <= 1) return '*'.repeat(characters.length)
  if (characters.length === 2) return `${first}*`
  return `${first}${'*'.repeat(characters.length - 2)}${last}`
}

/** For staff: first six and last four. */
export function maskIdentity(identity: string): string {
  return keepEnds(identity, 18, 6, 4)
}

/** For public lists: first six and last two. */
export function maskIdentityPublic(identity: string): string {
  return keepEnds(identity, 18, 6, 2)
}

/** 189****2793; of a landline the area code and the last three: 0578-****234. */
export function maskPhone(phone: string): string {
  const landline = /^(0\d{2,3}-)\d{4,5}(\d{3})$/.exec(phone)
  return landline ? `${landline[1]}****${landline[2]}` : keepEnds(phone, 11, 3, 4)
}

/** The last four digits, as banks print them. */
export function accountTail(account: string): Sentence {
  const tail = account.length < 8 ? '****' : account.slice(-4)
  return { zh: `尾号 ${tail}`, en: `ending ${tail}` }
}

function keepEnds(text: string, length: number, first: number, last: number): string {
  if (text.length !== length) return '*'.repeat(text.length)
  return `${text.slice(0, first)}${'*'.repeat(length - first - last)}${text.slice(-last)}`
}
