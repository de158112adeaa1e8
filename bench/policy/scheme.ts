/**
 * A scheme as large as a county's: 300 occupations, five levels, six groups, ages with a limit, three trainings a year,
 * once for an occupation and level, a cap, values by dates. And cases of it, the same for every engine.
 */
import {
  defineFact,
  dictionaryOf,
  type FactScalar,
  type Facts,
  type FactValue,
} from '../../src/kernel/policy/facts/facts.ts'

export const OCCUPATIONS = Array.from({ length: 300 }, (_, index) => `6-${String(index + 1).padStart(3, '0')}`)
export const LEVELS = ['L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR', 'L2_TECHNICIAN', 'L1_SENIOR_TECHNICIAN'] as const
export const GROUPS = ['RURAL', 'UNEMPLOYED', 'HARD', 'GRADUATE', 'LEAVER', 'STAFF'] as const

export const YOUNGEST = 16
export const OLDEST = 60
export const LEAST_MARK = 60
export const MOST_A_YEAR = 2
export const CAP_FEN = 250_000
export const FIRST_DAY = '2022-01-01'
export const LAST_DAY = '2022-12-31'
export const SESSIONS = 20
/** Sixteen of twenty sessions are four fifths. */
export const LEAST_SESSIONS = 16

export function rateFen(occupation: number, level: number, group: number): number {
  return 60_000 + (occupation % 40) * 1_500 + level * 35_000 + group * 2_000
}

const words = (zh: string, en = zh) => ({ zh, en })
const codes = (list: readonly string[], zh: string) =>
  Object.fromEntries(list.map((code, index) => [code, words(`${zh}${index + 1}`, code)]))
const fact = (
  key: string,
  type: 'code' | 'level' | 'integer' | 'money' | 'ratio' | 'boolean' | 'date',
  zh: string,
  more = {},
) =>
  defineFact({
    key,
    type,
    label: words(zh, key),
    suppliedBy: 'bench',
    comesFrom: words('测试'),
    personal: false,
    ...more,
  })

export const DICTIONARY = dictionaryOf([
  fact('training.occupation', 'code', '培训职业', { codes: codes(OCCUPATIONS, '职业') }),
  fact('certificate.level', 'level', '证书等级'),
  fact('person.group', 'code', '人员类别', { codes: codes(GROUPS, '人员') }),
  fact('person.age', 'integer', '年龄', { unit: words('周岁', 'years') }),
  fact('marks.theory', 'integer', '理论成绩', { unit: words('分', 'points') }),
  fact('training.attendedRatio', 'ratio', '个人出勤率'),
  fact('received.thisYear', 'integer', '本年已享受次数', { unit: words('次', 'times') }),
  fact('received.sameLevel', 'boolean', '同职业同等级已享受'),
  fact('received.training', 'money', '同一培训已享受金额'),
  fact('training.endedOn', 'date', '结业日期'),
])

const condition = (id: string, zh: string, test: object) => ({ id, label: words(zh, id), cite: 'c1', ...test })

export const PACK = {
  scheme: 'bench.training-subsidy',
  version: '2022-01',
  title: words('技能培训补贴', 'Training subsidy'),
  authority: words('测试局', 'Bureau'),
  region: '331102',
  funds: ['EMPLOYMENT_SUBSIDY_FUND'],
  record: 'here',
  inForce: { by: 'training', from: FIRST_DAY },
  trigger: 'training.completed',
  beneficiary: 'person',
  payee: 'person',
  clauses: { c1: { doc: '《测试办法》', article: '第一条', text: '…', source: 'BENCH' } },
  parameters: {
    cap: { label: words('上限', 'cap'), values: [{ from: '2021-01-01', value: CAP_FEN, cite: 'c1' }] },
    oldest: { label: words('最高年龄', 'oldest'), values: [{ from: '2021-01-01', value: OLDEST, cite: 'c1' }] },
  },
  conditions: [
    condition('age', '年龄', { fact: 'person.age', between: [YOUNGEST, { parameter: 'oldest' }] }),
    condition('ended', '结业日期', { fact: 'training.endedOn', between: [FIRST_DAY, LAST_DAY] }),
    condition('theory', '理论成绩', { fact: 'marks.theory', atLeast: LEAST_MARK }),
    condition('attended', '出勤', {
      fact: 'training.attendedRatio',
      atLeast: { numerator: LEAST_SESSIONS, denominator: SESSIONS },
    }),
    condition('threeAYear', '每年次数', { fact: 'received.thisYear', atMost: MOST_A_YEAR }),
    condition('onceALevel', '同职业同等级一次', { fact: 'received.sameLevel', is: false }),
  ],
  amount: {
    label: words('补贴标准', 'rate'),
    cite: 'c1',
    steps: [
      {
        id: 'rate',
        label: words('补贴标准', 'rate'),
        cite: 'c1',
        table: {
          axes: ['training.occupation', 'certificate.level', 'person.group'],
          rows: OCCUPATIONS.flatMap((occupation, o) =>
            LEVELS.flatMap((level, l) =>
              GROUPS.map((group, g) => ({ at: [occupation, level, group], fen: rateFen(o, l, g) })),
            ),
          ),
        },
      },
      { id: 'most', label: words('上限', 'cap'), cite: 'c1', atMost: { parameter: 'cap' } },
      { id: 'received', label: words('已享受', 'received'), cite: 'c1', subtract: { fact: 'received.training' } },
    ],
  },
  checks: { '*': { onUnavailable: 'note' } },
  cases: [
    {
      name: 'nothing known',
      given: {},
      expect: {
        unknown: [
          'person.age',
          'training.endedOn',
          'marks.theory',
          'training.attendedRatio',
          'received.thisYear',
          'received.sameLevel',
          'training.occupation',
          'certificate.level',
          'person.group',
          'received.training',
        ],
      },
    },
  ],
}

/** One case as plain columns would keep it; -1 is what is not known. */
export type Case = {
  occupation: number
  level: number
  group: number
  age: number
  mark: number
  sessions: number
  thisYear: number
  sameLevel: number
  receivedFen: number
  /** Days after the first of 2021. */
  ended: number
}

/** The same cases for the same seed, in the shares that a county sees: two in three are met, one in fifty open. */
export function* casesOf(count: number, seed = 1): Generator<Case> {
  let state = seed
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const open = (value: number) => (below(200) === 0 ? -1 : value)
  for (let at = 0; at < count; at += 1) {
    yield {
      occupation: below(300),
      level: below(5),
      group: below(6),
      age: open(below(20) === 0 ? 61 + below(10) : 16 + below(45)),
      mark: open(below(12) === 0 ? 30 + below(30) : 60 + below(41)),
      sessions: open(below(15) === 0 ? below(16) : 16 + below(5)),
      thisYear: open(below(20) === 0 ? 3 : below(3)),
      sameLevel: open(below(25) === 0 ? 1 : 0),
      receivedFen: open(below(10) === 0 ? 20_000 * below(10) : 0),
      ended: open(below(30) === 0 ? below(365) : 365 + below(365)),
    }
  }
}

export const DAYS = Array.from({ length: 730 }, (_, index) =>
  new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10),
)

const FROM = { source: 'bench', asOf: '2022-12-31' }
const WHY = words('尚未收到', 'not received')
const RATIOS = Array.from({ length: SESSIONS + 1 }, (_, numerator) => ({ numerator, denominator: SESSIONS }))

function given(number: number, value: FactScalar): FactValue {
  return number < 0 ? { state: 'unknown', why: WHY, ...FROM } : { state: 'known', value, ...FROM }
}

/** A case as the facts that the house decides by. */
export function factsOf(each: Case): Facts {
  return {
    'training.occupation': given(each.occupation, OCCUPATIONS[each.occupation]!),
    'certificate.level': given(each.level, LEVELS[each.level]!),
    'person.group': given(each.group, GROUPS[each.group]!),
    'person.age': given(each.age, each.age),
    'marks.theory': given(each.mark, each.mark),
    'training.attendedRatio': given(each.sessions, RATIOS[each.sessions]!),
    'received.thisYear': given(each.thisYear, each.thisYear),
    'received.sameLevel': given(each.sameLevel, each.sameLevel === 1),
    'received.training': given(each.receivedFen, each.receivedFen),
    'training.endedOn': given(each.ended, DAYS[each.ended]!),
  }
}

/** One number over all answers in their order: two engines that agree on every case agree on it. */
export function checksum(): { add: (kind: number, fen: number) => void; sum: () => number } {
  let sum = 0
  return {
    add(kind, fen) {
      sum = (Math.imul(sum, 31) + kind * 7 + fen) | 0
    },
    sum: () => sum >>> 0,
  }
}
