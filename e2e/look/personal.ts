import type { Way } from './way.ts'

type Column = { values: number; old: number }
type Keys = { keys: { id: string; isCurrent: boolean; since: string | null; values: number }[]; columns: Column[] }

/** After `npm run rotate-keys`, while the first column has been written anew. */
function underWay(answer: unknown): Keys {
  const { keys, columns } = answer as Keys
  const all = columns.reduce((sum, { values }) => sum + values, 0)
  const done = columns[0]?.values ?? 0
  return {
    keys: [
      ...keys.map((key) => ({ ...key, isCurrent: false, values: all - done })),
      { id: 'k2', isCurrent: true, since: '2026-11-26T00:00:00.000Z', values: done },
    ],
    columns: columns.map((column, nth) => (nth === 0 ? column : { ...column, old: column.values })),
  }
}

type Due = { rules: { code: string; emptied: number; due: unknown[] }[] }

/** Three years on: what is due, and what is held. */
function dueNow(answer: unknown): unknown {
  const { rules, ...rest } = answer as Due
  const row = (nth: number, zh: string, held: unknown) => ({
    id: `0190000${nth}-0000-7000-8000-000000000000`,
    title: { zh, en: `File ${nth} (class of March 2022)` },
    since: '2022-03-28',
    dueOn: '2025-03-28',
    subject: { kind: 'class', id: '01900000-0000-7000-8000-000000000000' },
    held,
  })
  const why = { zh: '疑点 Y-2022-0001 未办结', en: 'case Y-2022-0001 is open' }
  const money = { zh: '补贴发放所依据,按会计档案保存', en: 'money was paid on it: kept as accounts are' }
  const due = [
    row(1, '花名册.csv(班级 2022年第3期)', null),
    row(2, '查询结果.png(2022年第3期 养老护理员 五级)', { why, until: null }),
    row(3, '查询结果-补.png(2022年第3期 养老护理员 五级)', { why: money, until: '2052-05-07' }),
  ]
  return { ...rest, rules: rules.map((rule, nth) => (nth % 2 === 0 ? { ...rule, emptied: 4, due } : rule)) }
}

/** Either of the page's two answers. */
const retained = (answer: unknown) =>
  'rules' in (answer as object) ? dueNow(answer) : gone(answer as { items: unknown[] })

const gone = (answer: { items: unknown[] }) => ({
  ...answer,
  items: [1, 2].map((nth) => ({
    id: `0190000${nth}-0000-7000-8000-000000000001`,
    rule: { zh: '被退回的花名册', en: 'Rosters that were refused' },
    title: { zh: '花名册.csv(班级 2022年第9期)', en: '花名册.csv (class 2022年第9期)' },
    since: '2022-03-28',
    years: 1,
    emptiedOn: '2023-03-28',
    files: nth === 1 ? ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] : [],
    subject: { kind: 'class', id: '01900000-0000-7000-8000-000000000000' },
  })),
})

/** A name and a telephone that somebody asks to be put right; one waits for its second person. */
function asked(answer: { items: unknown[] }): unknown {
  const row = (nth: number, over: object) => ({
    id: `0190000${nth}-0000-7000-8000-000000000002`,
    number: `G-2022-000${nth}`,
    maskedName: '王*',
    maskedIdentity: '339901********0675',
    why: '户口本上的写法不同',
    file: null,
    madeAt: `2022-04-0${nth}T02:00:00.000Z`,
    dueOn: `2022-04-1${nth}`,
    isOverdue: nth === 1,
    state: 'open',
    answers: [],
    mayDecide: false,
    ...over,
  })
  const by = { zh: '经办岗 李*', en: 'Clerk 李*' }
  const given = {
    outcome: 'corrected',
    text: '已核对户口本,予以更正',
    by,
    at: '2022-04-07T03:00:00.000Z',
    second: null,
  }
  const file = { name: '附件.png', mediaType: 'image/png', sizeBytes: 204800 }
  return {
    ...answer,
    items: [
      row(1, { item: 'name', shouldBe: '王婧', file }),
      row(2, { item: 'phone', shouldBe: '139****4321', state: 'second', answers: [given], mayDecide: true }),
      row(3, { item: 'education', shouldBe: '大专' }),
    ],
  }
}

/** What is held about people, and under which keys. */
export async function personalDataAreKept({ take }: Way): Promise<void> {
  await take([
    { name: 'keys', by: 'admin', path: '/record/keys' },
    {
      name: 'keys-under-way',
      by: 'admin',
      path: '/record/keys',
      answers: { path: /\/record\/keys$/, change: underWay },
    },
    { name: 'reveals', by: 'auditor', path: '/record/reveals' },
    { name: 'corrections', by: 'clerk', path: '/corrections' },
    {
      name: 'corrections-asked',
      by: 'clerk',
      path: '/corrections',
      answers: { path: /\/people\/corrections(\?.*)?$/, change: asked },
    },
    {
      name: 'corrections-answer',
      by: 'clerk',
      path: '/corrections',
      opens: /^(答复|Answer)$/,
      answers: { path: /\/people\/corrections(\?.*)?$/, change: asked },
    },
    { name: 'retention', by: 'director', path: '/record/retention' },
    {
      name: 'retention-due',
      by: 'auditor',
      path: '/record/retention',
      answers: { path: /\/record\/retention(\/emptied)?(\?.*)?$/, change: retained },
    },
    { name: 'personal-register', by: 'auditor', path: '/personal-register' },
    { name: 'personal-register-none', by: 'auditor', path: '/personal-register?find=no-such-word' },
  ])
}
