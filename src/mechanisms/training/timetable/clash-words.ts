import type { Sentence } from '../../../platform/contract/public.ts'
import { spanText, timeText } from './times.ts'

type Times = { readonly day: string; readonly startMinute: number; readonly endMinute: number }
type Taken = { readonly day: string; readonly halves: readonly number[] }

const when = ({ day, startMinute, endMinute }: Times) => `${day} ${timeText(startMinute)}–${timeText(endMinute)}`

const NAMED_TIMES = 3

/** Of many people the first few are named. */
export const NAMED_RESOURCES = 3

/** The first few times, and how many there are in all. */
function timesText(times: readonly Taken[]): Sentence {
  const named = times.slice(0, NAMED_TIMES).map(({ day, halves }) => `${day} ${spanText(halves)}`)
  const more = times.length > NAMED_TIMES
  return {
    zh: `${named.join('、')}${more ? ` 等${times.length}个时段` : ''}`,
    en: `${named.join(', ')}${more ? ` and others, ${times.length} in all,` : ''}`,
  }
}

/** The names, and how many there are in all where not all are named. */
export function namesText(names: readonly Sentence[], count: number): Sentence {
  const more = count > names.length
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}${more ? ` 等${count}人` : ''}`,
    en: `${names.map(({ en }) => en).join(', ')}${more ? ` and others, ${count} in all,` : ''}`,
  }
}

const TAKEN = {
  room: (name: Sentence, at: Sentence, by: Sentence): Sentence => ({
    zh: `教室“${name.zh}”在 ${at.zh} 已由${by.zh}占用,请换教室或改时间`,
    en: `The room “${name.en}” is taken on ${at.en} by ${by.en}: choose another room or time`,
  }),
  instructor: (name: Sentence, at: Sentence, by: Sentence): Sentence => ({
    zh: `教师${name.zh}在 ${at.zh} 已在${by.zh}任课,请换教师或改时间`,
    en: `The instructor ${name.en} teaches ${by.en} on ${at.en}: choose another instructor or time`,
  }),
  trainee: (name: Sentence, at: Sentence, by: Sentence): Sentence => ({
    zh: `学员${name.zh}在 ${at.zh} 已在${by.zh}上课,请核对花名册或改时间`,
    en: `The trainee ${name.en} is in ${by.en} on ${at.en}: check the roster or choose another time`,
  }),
  class: (_name: Sentence, at: Sentence, by: Sentence): Sentence => ({
    zh: `本班在 ${at.zh} 已排在${by.zh}`,
    en: `This class is also part of ${by.en} on ${at.en}`,
  }),
} as const

export const clashWords = {
  taken: (kind: keyof typeof TAKEN, name: Sentence, times: readonly Taken[], by: Sentence): Sentence =>
    TAKEN[kind](name, timesText(times), by),
  classTwice: (a: Times, b: Times): Sentence => ({
    zh: `本班的 ${when(a)} 与 ${when(b)} 时间重叠,一个班不能同时在两处上课`,
    en: `The sessions ${when(a)} and ${when(b)} overlap: a class cannot be in two places at once`,
  }),
  instructorTwice: (name: Sentence, a: Times, b: Times): Sentence => ({
    zh: `教师${name.zh}同时任教 ${when(a)} 与 ${when(b)},请换教师或改时间`,
    en: `The instructor ${name.en} has both ${when(a)} and ${when(b)}: choose another instructor or time`,
  }),
  traineesTwice: (people: number, a: Times, b: Times): Sentence => ({
    zh: `本班的 ${when(a)} 与 ${when(b)} 时间重叠,${people > 1 ? `${people}名` : ''}学员不能同时上两节课`,
    en: `The sessions ${when(a)} and ${when(b)} overlap: ${people > 1 ? `${people} trainees` : 'a trainee'} cannot be in both`,
  }),
  more: (count: number): Sentence => ({
    zh: `还有 ${count} 处冲突没有列出,请先改正以上各处`,
    en: `${count} more clashes are not listed: correct these first`,
  }),
  trainee: (name: string, seq: number): Sentence => ({ zh: `${name}(${seq}号)`, en: `${name} (no. ${seq})` }),
  ownClass: (number: string, occupation: Sentence): Sentence => ({
    zh: `本机构“${number} ${occupation.zh}”班`,
    en: `this provider’s class “${number} ${occupation.en}”`,
  }),
  foreignClass: { zh: '另一机构的班级', en: 'a class of another provider' },
} as const
