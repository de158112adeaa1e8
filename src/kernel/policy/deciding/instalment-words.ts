import type { Sentence } from '../../../platform/contract/public.ts'

/** 分 3 期,本次为第 1 期;各期到期日 2022-03-10、2023-03-10、2024-03-10 */
export function sayDue(nth: number, dues: readonly string[]): Sentence {
  return {
    zh: `分 ${dues.length} 期,本次为第 ${nth} 期;各期到期日 ${dues.join('、')}`,
    en: `instalment ${nth} of ${dues.length}, due on ${dues.join(', ')}`,
  }
}

export function sayNotOfThese(nth: number, count: number): Sentence {
  return { zh: `只发 ${count} 期,没有第 ${nth} 期`, en: `there are ${count} instalments and no instalment ${nth}` }
}

export function sayOutOfTerm(nth: number, from: string, to: string, on: string): Sentence {
  return {
    zh: `第 ${nth} 期应在 ${from} 至 ${to} 之间核发,现在是 ${on};止期不因暂停顺延`,
    en: `instalment ${nth} is given from ${from} to ${to} and it is ${on}: a pause moves no date`,
  }
}

/** 以后各期到期时须仍然符合:用人单位、岗位匹配 */
export function sayKeep(keep: readonly Sentence[]): Sentence {
  return {
    zh: `以后各期到期时再核对是否仍然符合:${keep.map(({ zh }) => zh).join('、')}`,
    en: `on each later day it is read again whether these still hold: ${keep.map(({ en }) => en).join(', ')}`,
  }
}

export function sayPaused(nth: number): Sentence {
  return {
    zh: `第 ${nth} 期暂缓发放;恢复符合条件后,在本期期限内可以恢复`,
    en: `Instalment ${nth} is paused; it resumes when the conditions hold again within its time`,
  }
}
