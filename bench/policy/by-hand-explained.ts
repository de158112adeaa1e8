/**
 * The same scheme written for nothing but itself, with the very explanation that the house gives: every condition with
 * its clause, what was read and from where, in two languages, and every step of the amount. What is not known is told
 * by the house in ways that are not worth writing by hand: such cases are left out of this comparison for both.
 */
import type { FactScalar, Facts, FactValue, Ratio } from '../../src/kernel/policy/facts/facts.ts'
import {
  CAP_FEN,
  DICTIONARY,
  FIRST_DAY,
  GROUPS,
  LAST_DAY,
  LEAST_MARK,
  LEAST_SESSIONS,
  LEVELS,
  MOST_A_YEAR,
  OCCUPATIONS,
  OLDEST,
  PACK,
  rateFen,
  SESSIONS,
  YOUNGEST,
} from './scheme.ts'

type Words = { zh: string; en: string }
type Known = FactValue & { state: 'known' }

const CITE = PACK.clauses.c1
const NONE: never[] = []
const parameter = (name: string, zh: string, en: string) => ({ name, origin: '331102', words: { zh, en }, cite: CITE })
const OLDEST_USED = [parameter('oldest', '60 周岁', '60 years')]
const CAP_USED = [parameter('cap', '2,500 元', '¥2,500')]
const label = (key: string) => DICTIONARY.get(key)!.label
const LABELS = {
  occupation: label('training.occupation'),
  level: label('certificate.level'),
  group: label('person.group'),
  age: label('person.age'),
  mark: label('marks.theory'),
  attended: label('training.attendedRatio'),
  thisYear: label('received.thisYear'),
  sameLevel: label('received.sameLevel'),
  received: label('received.training'),
  ended: label('training.endedOn'),
}
const OCCUPATION_OF = new Map<FactScalar, number>(OCCUPATIONS.map((code, index) => [code, index]))
const LEVEL_OF = new Map<FactScalar, number>(LEVELS.map((code, index) => [code, index]))
const GROUP_OF = new Map<FactScalar, number>(GROUPS.map((code, index) => [code, index]))
const OCCUPATION_WORDS = OCCUPATIONS.map((code) => DICTIONARY.get('training.occupation')!.codes![code]!)
const GROUP_WORDS = GROUPS.map((code) => DICTIONARY.get('person.group')!.codes![code]!)
const LEVEL_WORDS: Words[] = [
  { zh: '五级/初级工', en: 'Junior (Level 5)' },
  { zh: '四级/中级工', en: 'Intermediate (Level 4)' },
  { zh: '三级/高级工', en: 'Senior (Level 3)' },
  { zh: '二级/技师', en: 'Technician (Level 2)' },
  { zh: '一级/高级技师', en: 'Senior Technician (Level 1)' },
]
const YES: Words = { zh: '是', en: 'yes' }
const NO: Words = { zh: '否', en: 'no' }

const REQUIRED = {
  age: { zh: `在 ${YOUNGEST} 周岁 至 ${OLDEST} 周岁 之间`, en: `between ${YOUNGEST} years and ${OLDEST} years` },
  ended: { zh: `在 ${FIRST_DAY} 至 ${LAST_DAY} 之间`, en: `between ${FIRST_DAY} and ${LAST_DAY}` },
  mark: { zh: `不低于 ${LEAST_MARK} 分`, en: `at least ${LEAST_MARK} points` },
  attended: { zh: '不低于 80%', en: 'at least 80%' },
  thisYear: { zh: `不高于 ${MOST_A_YEAR} 次`, en: `at most ${MOST_A_YEAR} times` },
  sameLevel: { zh: '为“否”', en: 'no' },
}

const AGE = { id: 'age', label: { zh: '年龄', en: 'age' } }
const ENDED = { id: 'ended', label: { zh: '结业日期', en: 'ended' } }
const THEORY = { id: 'theory', label: { zh: '理论成绩', en: 'theory' } }
const ATTENDED = { id: 'attended', label: { zh: '出勤', en: 'attended' } }
const THREE = { id: 'threeAYear', label: { zh: '每年次数', en: 'threeAYear' } }
const ONCE = { id: 'onceALevel', label: { zh: '同职业同等级一次', en: 'onceALevel' } }

function readOf(fact: string, own: Words, { value, source, asOf }: Known, words: Words) {
  return { state: 'known' as const, value, source, asOf, fact, label: own, words }
}

function conditionOf(
  { id, label: named }: { id: string; label: Words },
  fact: string,
  own: Words,
  given: Known,
  words: Words,
  met: boolean,
  required: Words,
  parameters: readonly object[],
) {
  const gap = /^[\w¥-]/.test(words.zh) ? ' ' : ''
  const isYesOrNo = words.zh === '是' || words.zh === '否'
  const hasZh = isYesOrNo ? `${own.zh}:${words.zh}` : `${own.zh}为${gap}${words.zh}`
  const hasEn = isYesOrNo ? `${own.en}: ${words.en}` : `${own.en} is ${words.en}`
  const sentence = met
    ? {
        zh: `${hasZh},符合要求(${required.zh})`,
        en: `${hasEn}, as required (${required.en})`,
      }
    : {
        zh: `${hasZh},要求${required.zh}`,
        en: `${hasEn}, required is ${required.en}`,
      }
  return {
    id,
    label: named,
    cite: 'c1',
    kind: 'test' as const,
    verdict: met ? ('true' as const) : ('false' as const),
    sentence,
    read: [readOf(fact, own, given, words)],
    parameters,
    parts: NONE,
    required,
  }
}

function yuanWords(fen: number): Words {
  const yuan = Math.floor(fen / 100)
  const text = yuan < 1000 ? `${yuan}` : `${Math.floor(yuan / 1000)},${String(yuan % 1000).padStart(3, '0')}`
  return { zh: `${text} 元`, en: `¥${text}` }
}

function counted(value: FactScalar, zh: string, en: string): Words {
  return { zh: `${value as number} ${zh}`, en: `${value as number} ${en}` }
}

/** The answer about facts that are all known. */
export function decideByHand(facts: Facts) {
  const age = facts['person.age'] as Known
  const ended = facts['training.endedOn'] as Known
  const mark = facts['marks.theory'] as Known
  const attended = facts['training.attendedRatio'] as Known
  const thisYear = facts['received.thisYear'] as Known
  const sameLevel = facts['received.sameLevel'] as Known
  const received = facts['received.training'] as Known
  const share = attended.value as Ratio
  const hundredths = Math.floor((share.numerator * 10_000) / share.denominator)
  const percent = `${hundredths / 100}%(${share.numerator}/${share.denominator})`
  const percentEn = `${hundredths / 100}% (${share.numerator}/${share.denominator})`
  const day = ended.value as string
  const conditions = [
    conditionOf(
      AGE,
      'person.age',
      LABELS.age,
      age,
      counted(age.value, '周岁', 'years'),
      (age.value as number) >= YOUNGEST && (age.value as number) <= OLDEST,
      REQUIRED.age,
      OLDEST_USED,
    ),
    conditionOf(
      ENDED,
      'training.endedOn',
      LABELS.ended,
      ended,
      { zh: day, en: day },
      day >= FIRST_DAY && day <= LAST_DAY,
      REQUIRED.ended,
      NONE,
    ),
    conditionOf(
      THEORY,
      'marks.theory',
      LABELS.mark,
      mark,
      counted(mark.value, '分', 'points'),
      (mark.value as number) >= LEAST_MARK,
      REQUIRED.mark,
      NONE,
    ),
    conditionOf(
      ATTENDED,
      'training.attendedRatio',
      LABELS.attended,
      attended,
      { zh: percent, en: percentEn },
      share.numerator * SESSIONS >= LEAST_SESSIONS * share.denominator,
      REQUIRED.attended,
      NONE,
    ),
    conditionOf(
      THREE,
      'received.thisYear',
      LABELS.thisYear,
      thisYear,
      counted(thisYear.value, '次', 'times'),
      (thisYear.value as number) <= MOST_A_YEAR,
      REQUIRED.thisYear,
      NONE,
    ),
    conditionOf(
      ONCE,
      'received.sameLevel',
      LABELS.sameLevel,
      sameLevel,
      sameLevel.value ? YES : NO,
      sameLevel.value === false,
      REQUIRED.sameLevel,
      NONE,
    ),
  ]
  const reasons = []
  for (const { id, label: named, sentence, cite, verdict } of conditions)
    if (verdict === 'false') reasons.push({ id, label: named, sentence, cite })
  const { scheme, version, title, clauses } = PACK
  if (reasons.length > 0) {
    const trace = { scheme, version, title, clauses, scope: NONE, conditions, amount: NONE, totalFen: 0n }
    return { kind: 'ineligible' as const, reasons, unknown: NONE, placeholder: false, trace }
  }
  const occupation = facts['training.occupation'] as Known
  const level = facts['certificate.level'] as Known
  const group = facts['person.group'] as Known
  const [o, l, g] = [OCCUPATION_OF.get(occupation.value)!, LEVEL_OF.get(level.value)!, GROUP_OF.get(group.value)!]
  const rate = rateFen(o, l, g)
  const cut = rate > CAP_FEN ? CAP_FEN - rate : 0
  const had = received.value as number
  const off = Math.min(had, rate + cut)
  const hadWords = yuanWords(had)
  const [step0, step1, step2] = PACK.amount.steps as [
    (typeof PACK.amount.steps)[0],
    (typeof PACK.amount.steps)[0],
    (typeof PACK.amount.steps)[0],
  ]
  const amount = [
    {
      id: 'rate',
      stage: 'value' as const,
      label: step0.label,
      read: [
        readOf('training.occupation', LABELS.occupation, occupation, OCCUPATION_WORDS[o]!),
        readOf('certificate.level', LABELS.level, level, LEVEL_WORDS[l]!),
        readOf('person.group', LABELS.group, group, GROUP_WORDS[g]!),
      ],
      fen: BigInt(rate),
      cite: 'c1',
      placeholder: false,
    },
    {
      id: 'most',
      stage: 'value' as const,
      label: step1.label,
      read: NONE,
      fen: BigInt(cut),
      cite: 'c1',
      placeholder: false,
      how: { zh: '不超过 2,500 元', en: 'at most ¥2,500' },
      parameters: CAP_USED,
    },
    {
      id: 'received',
      stage: 'subtracted' as const,
      label: step2.label,
      read: [readOf('received.training', LABELS.received, received, hadWords)],
      fen: BigInt(-off),
      cite: 'c1',
      placeholder: false,
      how: { zh: `已享受 ${hadWords.zh}`, en: `${hadWords.en} received before` },
    },
  ]
  const valueFen = BigInt(rate + cut)
  const subtractedFen = BigInt(off)
  const effectiveFen = valueFen - subtractedFen
  const trace = { scheme, version, title, clauses, scope: NONE, conditions, amount, totalFen: effectiveFen }
  return { kind: 'eligible' as const, valueFen, subtractedFen, effectiveFen, placeholder: false, trace }
}
