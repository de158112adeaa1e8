import { Problem, type Sentence } from '../contract/public.ts'
import { brokenConstraint } from '../db/public.ts'

/** Five digits and more in a row, however they are spaced, may be a number of somebody's. */
const LONG_NUMBER = /\d(?:[ \u3000]?\d){4,}[xX]?/g

/**
 * Why a reaction failed, for people who may not see everybody's values: a refusal in its own words with long numbers
 * masked; of anything else only its kind, since its text may hold a value. The log has the whole.
 */
export function failureSentence(error: unknown): Sentence {
  if (error instanceof Problem) {
    const masked = (text: string) => text.normalize('NFKC').replace(LONG_NUMBER, '****')
    return { zh: masked(error.sentence.zh), en: masked(error.sentence.en) }
  }
  const { name, code } = error as { name?: unknown; code?: unknown }
  const constraint = brokenConstraint(error)
  if (constraint) {
    return {
      zh: `数据库没有接受:违反约束“${constraint}”。请把编号告诉技术支持。`,
      en: `The database refused it: constraint ${constraint}. Give technical support the number.`,
    }
  }
  const kind = [name, code].filter((part) => typeof part === 'string' && /^\w{1,60}$/.test(part)).join(' ')
  return {
    zh: `程序出错(${kind || '未知'})。请把编号告诉技术支持。`,
    en: `The program failed (${kind || 'unknown'}). Give technical support the number.`,
  }
}
