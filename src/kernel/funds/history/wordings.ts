import { type Checked, accepted, parseLevel, plainText, refused, type SkillLevel } from '../../values/public.ts'

/** An occupation cell as it is compared: NFKC, without white space, and without a level written in brackets behind it. */
export type OccupationWording = { readonly text: string; readonly level: SkillLevel | null }

const BRACKETED = /^(.*?)\(([^()]*)\)$/
const LEVEL_BEHIND = /^(.+?)(?:[-—/、]?)((?:初级|中级|高级|初级工|中级工|高级工|技师|高级技师|[一二三四五12345]级))$/

/** 养老护理员(初级) and 养老护理员五级 say the occupation and the level in one. */
export function readOccupation(cell: string): OccupationWording {
  const text = plainText(cell)
    .replace(/[\s　]/g, '')
    .replace(/^["'“]|["'”]$/g, '')
  const bracket = BRACKETED.exec(text)
  if (bracket) {
    const level = parseLevel(bracket[2] ?? '')
    if (level.ok) return { text: bracket[1] ?? '', level: level.value }
  }
  const behind = LEVEL_BEHIND.exec(text)
  if (behind) {
    const level = parseLevel(behind[2] ?? '')
    if (level.ok && (behind[1] ?? '').length >= 2) return { text: behind[1] ?? '', level: level.value }
  }
  return { text, level: null }
}

const NO_LEVEL = /^(?:无|无等级|不分等级|[-—/]+|合格|合格证|培训合格证|专项|专项能力|专项职业能力)$/

/** A level cell: a level, none, or a wording that somebody has to explain. */
export function readLevel(cell: string): Checked<SkillLevel | null> {
  const text = plainWording(cell)
  if (text === '' || NO_LEVEL.test(text)) return accepted(null)
  const level = parseLevel(text)
  return level.ok ? level : refused({ zh: text, en: text })
}

/** A wording as it is remembered and compared. */
export function plainWording(cell: string): string {
  return plainText(cell).replace(/\s/g, '')
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文蓝雷钟毕祝季应项柳'

/** Words that look like people's names: two or three characters, the first a common surname. */
export function looksLikeAName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && SURNAMES.includes(text.charAt(0))
}

/** A column chosen as the occupation that is a column of names: nothing of it may be kept. */
export function areNames(wordings: readonly string[]): boolean {
  const names = wordings.filter(looksLikeAName).length
  return wordings.length >= 5 && names * 10 >= wordings.length * 8
}

const LONG_NUMBER = /\p{Nd}(?:[ -]?\p{Nd}){6,}/u

/** Whether a text holds a number as long as a phone's: never kept. */
export function holdsLongNumber(text: string): boolean {
  return LONG_NUMBER.test(text)
}

const MOST_REMEMBERED = 5_000

/** Remembers what texts came to: occupations, levels and days come by the thousand and are read once each. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, now)
    return now
  }
}
