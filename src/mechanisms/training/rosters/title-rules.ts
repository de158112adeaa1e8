import type { Sentence } from '../../../platform/contract/public.ts'
import { plainName, titleFacts } from '../../../platform/office/header.ts'
import {
  type CivilDate,
  compactText,
  levelName,
  parseCivilDate,
  parseLevel,
  quotable,
  type SkillLevel,
  yearOf,
} from '../../../kernel/values/public.ts'
import type { JudgedField } from './judged-by.ts'
import { problems, TITLE_LABELS } from './words.ts'

/** The class a roster is uploaded into, as its title lines should name it. */
export type ClassNamed = {
  readonly providerName: string
  /** Every name the occupation goes by: the dictionary's and the trade's. */
  readonly occupationNames: readonly string[]
  readonly level: SkillLevel
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

type Label = keyof typeof TITLE_LABELS

const KEYS: Readonly<Record<Label, readonly string[]>> = {
  provider: ['培训机构', '培训机构名称', '承训机构', '培训单位', '承办机构', '机构名称', '培训学校'],
  occupation: ['工种', '职业', '职业工种', '培训工种', '培训职业', '培训专业', '培训项目'],
  level: ['等级', '级别', '培训等级', '技能等级', '职业等级'],
  startsOn: ['开班日期', '开班时间', '开始日期', '开班日'],
  endsOn: ['结束日期', '结束时间', '结业日期', '结业时间', '结束日'],
}
const PERIOD_KEYS = ['培训时间', '培训日期', '培训起止日期', '培训起止时间', '起止日期', '起止时间', '培训期限']
const LABEL_OF = new Map(Object.entries(KEYS).flatMap(([label, keys]) => keys.map((key) => [key, label as Label])))

export type TitleProblem = {
  /** Which of the title lines, from 0. */ readonly line: number
  readonly sentence: Sentence
}

/** Where the title lines name another provider, occupation, level or day than the class. What they do not name is not compared. */
export function titleProblems(titles: readonly string[], ours: ClassNamed): TitleProblem[] {
  return factsOf(titles).flatMap(({ label, written, line }) => {
    const differs = difference(label, written, ours)
    return differs ? [{ line, sentence: problems.titleDiffers(TITLE_LABELS[label], quotable(written), differs) }] : []
  })
}

const FIELD_OF: Readonly<Record<Label, JudgedField | null>> = {
  // The provider of a class never changes.
  provider: null,
  occupation: 'occupationId',
  level: 'level',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
}

/** What of the plan the title lines name. */
export function namedIn(titles: readonly string[]): JudgedField[] {
  return factsOf(titles).flatMap(({ label }) => FIELD_OF[label] ?? [])
}

function factsOf(titles: readonly string[]): { label: Label; written: string; line: number }[] {
  return titles.flatMap((title, line) =>
    [...titleFacts([title])].flatMap(([key, value]) =>
      factsIn(plainName(key), value).map((fact) => ({ ...fact, line })),
    ),
  )
}

function factsIn(key: string, value: string): { label: Label; written: string }[] {
  const label = LABEL_OF.get(key)
  if (label) return [{ label, written: value }]
  const [from = '', to = ''] = PERIOD_KEYS.includes(key) ? value.split(/至|到|~|～|—+|–/) : []
  return from && to
    ? [
        { label: 'startsOn', written: from },
        { label: 'endsOn', written: to },
      ]
    : []
}

/** What the class says where the title says otherwise; undefined when they agree. */
function difference(label: Label, written: string, ours: ClassNamed): Sentence | undefined {
  switch (label) {
    case 'provider':
      return same(written, ours.providerName) ? undefined : plain(ours.providerName)
    case 'occupation': {
      const parts = [written, ...written.split(/[/／()（）、]/)].map(compactText).filter((part) => part !== '')
      const known = ours.occupationNames.map(compactText)
      const agrees = known.includes(parts[0] ?? '') || parts.slice(1).every((part) => known.includes(part))
      return agrees ? undefined : plain(ours.occupationNames.join('/'))
    }
    case 'level': {
      const level = parseLevel(written)
      return level.ok && level.value === ours.level ? undefined : levelName(ours.level)
    }
    case 'startsOn':
    case 'endsOn': {
      const day = parseCivilDate(written, { year: yearOf(ours[label]) })
      return day.ok && day.value === ours[label] ? undefined : plain(ours[label])
    }
  }
}

const same = (a: string, b: string) => compactText(a) === compactText(b)
const plain = (text: string): Sentence => ({ zh: text, en: text })
