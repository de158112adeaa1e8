import type { Sentence } from '../../platform/contract/words.ts'
import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

/**
 * The eight-level ladder (新八级工, 人社部发〔2022〕14号), lowest first: the place in this list is the rank. The number
 * people say runs the other way (一级 is above 五级), so it is for reading and printing only and never compared.
 */
const LADDER = [
  { code: 'L0_TRAINEE', number: null, zh: '学徒工', en: 'Trainee worker', highSkilled: false },
  { code: 'L5_JUNIOR', number: 5, zh: '初级工', en: 'Junior', highSkilled: false },
  { code: 'L4_INTERMEDIATE', number: 4, zh: '中级工', en: 'Intermediate', highSkilled: false },
  { code: 'L3_SENIOR', number: 3, zh: '高级工', en: 'Senior', highSkilled: true },
  { code: 'L2_TECHNICIAN', number: 2, zh: '技师', en: 'Technician', highSkilled: true },
  { code: 'L1_SENIOR_TECHNICIAN', number: 1, zh: '高级技师', en: 'Senior Technician', highSkilled: true },
  { code: 'L_DISTINGUISHED', number: null, zh: '特级技师', en: 'Distinguished Technician', highSkilled: true },
  { code: 'L_CHIEF', number: null, zh: '首席技师', en: 'Chief Technician', highSkilled: true },
] as const

export type SkillLevel = (typeof LADDER)[number]['code']

/** Lowest first. */
export const SKILL_LEVELS: readonly SkillLevel[] = LADDER.map((rung) => rung.code)

const CHINESE_NUMBERS = ['', '一', '二', '三', '四', '五'] as const

const RUNGS = new Map<string, { rank: number; rung: (typeof LADDER)[number] }>(
  LADDER.map((rung, rank) => [rung.code, { rank, rung }]),
)

/** How offices write a level, without white space. */
const SPELLINGS = new Map<string, SkillLevel>(
  LADDER.flatMap((rung) => {
    const spellings: string[] = [rung.code, rung.zh]
    if (rung.zh.endsWith('级工')) spellings.push(rung.zh.slice(0, -1))
    if (rung.number !== null) spellings.push(`${CHINESE_NUMBERS[rung.number]}级`, `${rung.number}级`)
    return spellings.map((spelling): [string, SkillLevel] => [spelling, rung.code])
  }),
)

export function isSkillLevel(text: string): text is SkillLevel {
  return RUNGS.has(text)
}

/** Reads 五级/初级工, 初级工(五级), 初级工, 初级, 五级, 5级, 高级技师 and the codes themselves. */
export function parseLevel(text: string): Checked<SkillLevel> {
  const typed = compactText(text)
  if (typed === '') return refused({ zh: '等级为空', en: 'The level is empty' })
  const parts = typed.split(/[/()、]/).filter((part) => part !== '')
  const levels = parts.map((part) => SPELLINGS.get(part))
  const level = levels[0]
  if (level === undefined || levels.includes(undefined)) {
    return refused({
      zh: `等级“${typed}”不能识别,应写成“五级/初级工”这样的等级`,
      en: `The level “${typed}” is not known; write it like “五级/初级工”`,
    })
  }
  if (levels.some((other) => other !== level)) {
    return refused({ zh: `等级“${typed}”前后不一致`, en: `The level “${typed}” names two different levels` })
  }
  return accepted(level)
}

/** The place on the ladder, 0 the lowest. */
export function rankOf(level: SkillLevel): number {
  return rungOf(level).rank
}

/** Negative when `a` is the lower. */
export function compareLevels(a: SkillLevel, b: SkillLevel): number {
  return rankOf(a) - rankOf(b)
}

/** 高技能人才: senior worker (三级) and above. */
export function isHighSkilled(level: SkillLevel): boolean {
  return rungOf(level).rung.highSkilled
}

/** As certificates print it: 五级/初级工, Junior (Level 5). */
export function levelName(level: SkillLevel): Sentence {
  const { zh, en, number } = rungOf(level).rung
  return number === null ? { zh, en } : { zh: `${CHINESE_NUMBERS[number]}级/${zh}`, en: `${en} (Level ${number})` }
}

export function levelShortName(level: SkillLevel): Sentence {
  const { zh, en } = rungOf(level).rung
  return { zh, en }
}

/** The level a certificate code's digit stands for, 1 (highest) to 5; undefined for any other digit. */
export function levelOfNumber(number: number): SkillLevel | undefined {
  return LADDER.find((rung) => rung.number === number)?.code
}

/** The number people say for a level; null for the levels that have none. For printing, never for comparing. */
export function numberOfLevel(level: SkillLevel): number | null {
  return rungOf(level).rung.number
}

function rungOf(level: SkillLevel) {
  const found = RUNGS.get(level)
  if (!found) throw new RangeError(`${level} is not a skill level`)
  return found
}
