import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../kernel/policy/deciding/compile.ts'
import * as contract from '../kernel/policy/editing/contract.ts'
import { givenDecided } from '../kernel/funds/trials/testing.ts'
import { contentHash, schemesOf } from '../kernel/policy/public.ts'
import { civilDate } from '../kernel/values/public.ts'
import { printPaper } from '../kernel/record/paper/contract.ts'
import type { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { type Changed, givenHouse, LIANDU, type Someone, type TestHouse, withChangedRow } from './testing.ts'

const SCHEME = 'liandu.training-subsidy'
const SMALL = 'liandu.mountain-allowance'
let house: TestHouse
let owner: pg.Client
let clerk: Someone
let reviewer: Someone
let director: Someone
beforeAll(async () => {
  house = await givenHouse()
  ;[clerk, reviewer, director] = [await house.as('clerk'), await house.as('reviewer'), await house.as('approver')]
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

type Document = {
  version: string
  replaces?: unknown
  inForce: { by: string; from: string; to?: string }
  amount: { rows: { at: unknown[]; fen: unknown }[] }
  clauses: Record<string, { article: string }>
  cases: { name: string; expect: { eligible?: number } }[]
}

/** A small scheme: its amounts by level, its cap as a dated value. */
type Small = Omit<Document, 'amount' | 'clauses'> & {
  title: { zh: string }
  clauses: Record<string, { placeholder?: true }>
  parameters: Record<string, { values: object[] }>
  amount: { steps: { table?: { rows: { fen: unknown }[] } }[] }
}

function priced(document: Small, fen: unknown): Small {
  document.amount.steps[0]!.table!.rows[0]!.fen = fen
  return document
}

/** Ten yuan more for every level, and the cases say so; the cap of 150 yuan stays. */
function dearer(document: Small): Small {
  const more = structuredClone(document)
  for (const row of more.amount.steps[0]!.table!.rows) row.fen = (row.fen as number) + 1_000
  for (const { expect: expected } of more.cases) if ((expected.eligible ?? 15_000) < 15_000) expected.eligible! += 1_000
  return more
}

function capped({ parameters }: Small, from: string) {
  const { most } = parameters
  return { ...parameters, most: { ...most, values: [...most!.values, { ...most!.values[0], from }] } }
}

async function begun(by = clerk, scheme = SCHEME) {
  const { items } = await by.call(contract.listSchemes, { query: {} })
  const row = items.find((each) => each.scheme === scheme && each.state === 'in-force')!
  const draft = await by.call(contract.beginDraft, { body: { from: row.id, note: '' } })
  return { draft, document: draft.document as Document }
}

async function begunSmall(by = clerk) {
  const { draft, document } = await begun(by, SMALL)
  return { draft, document: document as unknown as Small }
}

const save = (draft: contract.Draft, document: unknown, by = clerk) =>
  by.call(contract.saveDraft, {
    params: { draftId: draft.id },
    body: { revision: draft.revision, document: document as Record<string, unknown>, note: '' },
  })

/** Everybody gets a hundred yuan more, and the cases say so. */
function raised({ ...document }: Document): Document {
  const more = structuredClone(document)
  for (const row of more.amount.rows) row.fen = (row.fen as number) + 10_000
  for (const { expect: expected } of more.cases) if (expected.eligible) expected.eligible += 10_000
  return more
}

const propose = (draft: contract.Draft, by = clerk) =>
  by.call(contract.proposeDraft, {
    params: { draftId: draft.id },
    body: { revision: draft.revision, documentNumber: '莲人社〔2022〕15号', reason: '年度调整' },
  })

const answer = (draft: contract.Draft, by: Someone, over: Record<string, unknown> = {}) => {
  const [waits] = draft.proposals
  return by.call(contract.answerProposal, {
    params: { draftId: draft.id },
    body: { proposalId: waits!.id, sha256: waits!.sha256, outcome: 'published', reason: '', ...over } as never,
  })
}

const STRANGERS = new URL('../kernel/policy/packs/strangers/', import.meta.url)
const written = (name: string) => JSON.parse(readFileSync(new URL(name, STRANGERS), 'utf8')) as Record<string, unknown>
const takeIn = (document: Record<string, unknown>, by = clerk) =>
  by.call(contract.takeInDraft, { body: { document, fileName: '政策.json', note: '' } })

describe('a scheme that there is not yet', () => {
  const body = { titleZh: '夜校补贴', titleEn: 'Night school subsidy', code: 'night-school', note: '' }

  it('begins with its name alone, and says all that it lacks', async () => {
    const draft = await clerk.call(contract.beginBlank, { body })
    expect(draft).toMatchObject({
      scheme: 'liandu.night-school',
      title: { zh: '夜校补贴' },
      before: null,
      begunFrom: '',
    })
    const lacking = draft.problems.map(({ at }) => at.split('.')[0])
    expect(lacking).toEqual(expect.arrayContaining(['funds', 'conditions', 'amount', 'cases']))
    const { blocked } = await clerk.call(contract.checkDraft, { params: { draftId: draft.id } })
    expect(blocked.length).toBeGreaterThan(0)
  })

  it('is not begun under the code of another', async () => {
    const twice = await refusalOf(clerk.call(contract.beginBlank, { body: { ...body, code: SMALL.split('.')[1]! } }))
    expect([twice.status, twice.items.map(({ at }) => at)]).toEqual([409, ['body.code']])
    expect(twice.detail).toContain(SMALL)
  })

  it('is taken in from a file, as the county’s own, and read', async () => {
    const draft = await takeIn(written('half-pay-training.json'))
    expect(draft).toMatchObject({ begunFrom: '政策.json', problems: [], before: null })
    expect(draft.document).toMatchObject({ region: String(LIANDU) })
  })

  it('is refused with everything that is wrong in the file, and no draft is begun', async () => {
    const drafts = async () => (await clerk.call(contract.listSchemes, { query: { state: 'draft' } })).items.length
    const before = await drafts()
    const broken = { ...written('half-pay-training.json'), version: 'next', funds: [], trigger: 7 }
    const told = await refusalOf(takeIn(broken))
    expect(told.status).toBe(422)
    expect(told.items.map(({ at }) => at)).toEqual(expect.arrayContaining(['version', 'funds', 'trigger']))
    // Well written, and about a fact that nobody knows of.
    const text = JSON.stringify(written('half-pay-training.json')).replaceAll('training.startedOn', 'nobody.knows')
    const strange = await refusalOf(takeIn(JSON.parse(text) as Record<string, unknown>))
    expect(strange.items.map(({ detail }) => detail).join()).toContain('nobody.knows')
    expect(await drafts()).toBe(before)
  })
})

describe('a draft', () => {
  it('begins as the next version of the one in force, in its place from the first of next month', async () => {
    const { draft, document } = await begun()
    expect(draft).toMatchObject({ scheme: SCHEME, begunFrom: `${SCHEME} 2022-01`, problems: [], status: 'open' })
    expect(document).toMatchObject({ replaces: { versions: ['2022-01'] }, inForce: { by: 'training' } })
    expect(document.version > '2022-01').toBe(true)
  })

  it('is saved with all its faults, which are told at once with their places', async () => {
    const { draft, document } = await begun()
    const wrong = structuredClone(document)
    wrong.amount.rows[0]!.fen = '一千元'
    wrong.amount.rows[1]!.fen = 9_007_199_254_740_991
    wrong.inForce.to = '2021-13-01'
    const saved = await save(draft, wrong)
    expect(saved.revision).toBe(2)
    expect(saved.problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['amount.rows.0.fen', 'amount.rows.1.fen', 'inForce.to']),
    )
    expect(saved.problems.map(({ sentence }) => sentence.zh).join()).toMatch(/应填数字/)
    const backwards = await save(saved, { ...document, inForce: { ...document.inForce, to: '2020-01-01' } })
    expect(backwards.problems.map(({ sentence }) => sentence.zh).join()).toMatch(/早于起日/)
    const twice = structuredClone(document) as Document & { parameters: Record<string, unknown> }
    const day = { from: '2022-01-01', value: 1, cite: Object.keys(document.clauses)[0] }
    twice.parameters['cap'] = { label: { zh: '上限', en: 'cap' }, values: [day, day] }
    const doubled = await save(backwards, twice)
    expect(doubled.problems.map(({ sentence }) => sentence.zh).join()).toMatch(/起有两个值/)
  })

  it('is a price list of three hundred occupations, opened, changed in one cell and saved; larger still is refused by name', async () => {
    const { draft, document } = await begun()
    const [levels, groups] = [['L5_JUNIOR', 'L4_INTERMEDIATE', 'L3_SENIOR', 'L2_TECHNICIAN', 'L1_SENIOR_TECHNICIAN'], 6]
    const rows = Array.from({ length: 300 * groups * levels.length }, (_, nth) => ({
      at: [`山区林下经济与竹木加工复合型职业第${Math.floor(nth / 30)}号`, levels[nth % 5], `GROUP_${nth % groups}`],
      fen: 100_000 + nth,
    }))
    const large = structuredClone(document)
    large.amount.rows = rows
    expect(JSON.stringify(large).length).toBeGreaterThan(600_000)
    const saved = await save(draft, large)
    const opened = await clerk.call(contract.getDraft, { params: { draftId: draft.id } })
    const changed = structuredClone(opened.document as Document)
    changed.amount.rows[8_999]!.fen = 1
    expect((await save(saved, changed)).revision).toBe(saved.revision + 1)
    const tooLarge = { ...document, cases: ['例'.repeat(3 * 1024 * 1024)] }
    const refusal = await refusalOf(save(saved, tooLarge))
    expect([refusal.status, refusal.detail]).toEqual([413, '文件或内容太大,最多 8 MB。'])
  })

  it('saved by two at once keeps the first, and tells the second who it was', async () => {
    const { draft, document } = await begun()
    await save(draft, document, reviewer)
    const refusal = await refusalOf(save(draft, document))
    expect(refusal).toMatchObject({ code: 'saved-meanwhile' })
    expect(refusal.detail).toMatch(/已在您之后保存了第 2 次/)
  })

  it('is put aside and taken up again, and no save is lost', async () => {
    const { draft, document } = await begun()
    const params = { draftId: draft.id }
    await clerk.call(contract.moveDraft, { params, body: { to: 'discarded', reason: '' } })
    expect((await refusalOf(save(draft, document))).code).toBe('draft-closed')
    await clerk.call(contract.moveDraft, { params, body: { to: 'open', reason: '' } })
    await save(draft, raised(document))
    const first = await clerk.call(contract.getRevision, { params: { ...params, revision: 1 } })
    expect(first.document).toEqual(document)
  })

  it('is read by an auditor, and not written; a provider sees none of it', async () => {
    const { draft, document } = await begun()
    const auditor = await house.as('auditor')
    expect((await auditor.call(contract.getDraft, { params: { draftId: draft.id } })).id).toBe(draft.id)
    expect((await refusalOf(save(draft, document, auditor))).status).toBe(403)
    const provider = await house.as('school')
    expect((await refusalOf(provider.call(contract.listSchemes, { query: {} }))).status).toBe(403)
  })
})

/** One rule each that keeps a draft from being published, and what it says. The draft without the change is in order. */
type Change = (document: Small) => object
const BROKEN: readonly (readonly [string, Change, RegExp])[] = [
  ['a case that comes out otherwise', (d) => priced(d, 11_000), /有 4 个案例与预期不符:雅溪镇，五级班/],
  ['a clause without a case', (d) => ({ ...d, cases: d.cases.slice(0, 1) }), /不会有案例变红/],
  [
    'an error of the scheme as it is written: a value that never begins',
    (d) => ({ ...d, inForce: { ...d.inForce, to: '2022-12-31' }, parameters: capped(d, '2023-01-01') }),
    /“每人每班最高”自 2023-01-01 起的值,晚于政策止日 2022-12-31/,
  ],
  ['a fund that may not pay it', (d) => ({ ...d, funds: ['UI_FUND'] }), /“失业保险基金”不能支付“其他补贴”类补贴/],
  ['two rules for one day', (d) => ({ ...d, replaces: undefined }), /与 2022-01 版同时施行,一天不能有两个规定/],
  [
    'a first day that leaves nothing of the version in force',
    (d) => ({ ...d, inForce: { ...d.inForce, from: '2022-01-01' } }),
    /2022-01 版自 2022-01-01 起已经施行,从 2022-01-01 起替代它,它就等于从未施行/,
  ],
  [
    'another day by which it is chosen',
    (d) => ({ ...d, inForce: { ...d.inForce, by: 'claim' } }),
    /与所替代的 2022-01 版按不同的日期选用版本/,
  ],
  ['a version that there is not', (d) => ({ ...d, replaces: { versions: ['2021-01'] } }), /所替代的 2021-01 版不存在/],
  ['a name that is taken', (d) => ({ ...d, version: '2022-01', replaces: undefined }), /已有 2022-01 版/],
  ['a name before the last one', (d) => ({ ...d, version: '2021-06' }), /版本号 2021-06 早于已有的 2022-01 版/],
  ['another county', (d) => ({ ...d, region: '331121' }), /不能发布 331121 的/],
  ['another scheme', (d) => ({ ...d, scheme: 'liandu.other' }), /不能改成“liandu.other”/],
  ['text where an amount belongs', (d) => priced(d, '一百元'), /内容有 1 处填写不合要求/],
  [
    'nothing new',
    (d) => ({ ...d, inForce: { by: 'training', from: '2022-01-01' }, replaces: { versions: ['2022-01'] } }),
    /没有需要发布的修改/,
  ],
]

/** What is asked, and how many ordinary requests are answered until then. */
async function meanwhile<T>(asked: Promise<T>): Promise<[T, number]> {
  let done = false
  const answer = asked.finally(() => (done = true))
  let answered = 0
  for (; !done; answered++) await reviewer.call(contract.listSchemes, { query: {} })
  return [await answer, answered]
}

it('a large draft is checked while everybody else is answered', async () => {
  const { draft } = await begun()
  const [{ blocked }, answered] = await meanwhile(clerk.call(contract.checkDraft, { params: { draftId: draft.id } }))
  expect(blocked).toEqual([])
  expect(answered).toBeGreaterThan(3)
})

describe('what keeps a draft from being published', () => {
  let draft: contract.Draft
  let sound: Small
  const proposed = async (document: object) => {
    draft = await save(draft, document)
    const refusal = await refusalOf(propose(draft))
    return (refusal.items ?? []).map(({ detail }) => detail)
  }
  beforeAll(async () => {
    const first = await begunSmall()
    draft = first.draft
    sound = first.document
  })

  it.each(BROKEN)('%s', async (_, broken, sentence) => {
    expect(await proposed(broken(structuredClone(sound)))).toEqual(
      expect.arrayContaining([expect.stringMatching(sentence)]),
    )
  })

  it('an example, where the county is no demonstration; all of them at once', async () => {
    const [towns, ...others] = ['towns', 'rates', 'attendance']
    const clauses = structuredClone(sound.clauses)
    delete clauses[towns]!.placeholder
    await owner.query(`update reference.districts set demonstration = false where district = ${LIANDU}`)
    try {
      const said = await proposed({ ...sound, clauses })
      // Its list of towns is still marked, although its clause no longer is.
      expect(said).toEqual([...others, towns].map(() => expect.stringMatching(/还是示例;本县已正式使用/)))
      expect(said[0]).toContain('补助标准')
    } finally {
      await owner.query(`update reference.districts set demonstration = true where district = ${LIANDU}`)
    }
  })

  it('nothing, where nothing is broken; a first day that is past is told, with what is decided already', async () => {
    draft = await save(draft, { ...sound, inForce: { ...sound.inForce, from: '2022-02-01' } })
    const check = () => clerk.call(contract.checkDraft, { params: { draftId: draft.id } })
    expect(await check()).toMatchObject({ blocked: [], told: [] })
    const { rows } = await owner.query<{ id: string }>('select id from people.persons where district = $1', [LIANDU])
    await inDistrict(house.connection.db, LIANDU, async (tx) => {
      const { document } = (await schemesOf(tx)).versions.find(({ pack }) => pack.scheme === SMALL)!
      const given = ['2022-01-31', '2022-02-01', '2022-02-02'].map((day) => ({
        personId: rows[0]!.id,
        facts: {},
        on: civilDate(day),
      }))
      await givenDecided(tx, compile(document), contentHash(document), given)
    })
    const { blocked, told } = await check()
    expect(blocked).toEqual([])
    expect(told.map(({ sentence }) => sentence.zh)).toEqual([
      '起日 2022-02-01 已过,此后发生的事实已认定 2 件:发布后它们不变,需要按新规定的,请逐件重新认定',
    ])
  })

  it('names each red case with what was expected and what came out', async () => {
    draft = await save(draft, priced(structuredClone(sound), 11_000))
    const { cases } = await clerk.call(contract.checkDraft, { params: { draftId: draft.id } })
    expect(cases.find(({ passed }) => !passed)).toMatchObject({
      expected: { zh: expect.stringContaining('100 元') },
      got: { zh: expect.stringContaining('110 元') },
    })
  })
})

describe('a proposal', () => {
  it('is published by another natural person, bound to what they have seen, with a notice', async () => {
    const { draft, document } = await begunSmall(reviewer)
    const saved = await save(draft, dearer(document), reviewer)
    const proposed = await propose(saved, reviewer)
    expect(proposed.ownProposal).toBe(true)
    expect((await refusalOf(answer(proposed, reviewer))).code).toBe('own-proposal')
    expect((await refusalOf(answer(proposed, clerk))).status).toBe(403)
    expect((await refusalOf(answer(proposed, director, { sha256: 'a'.repeat(64) }))).code).toBe('other-document-seen')
    expect((await refusalOf(propose(proposed, clerk))).code).toBe('proposal-waits')

    const edited = await save(proposed, dearer(dearer(document)), reviewer)
    expect((await refusalOf(answer(proposed, director))).code).toBe('edited-since')
    const back = await answer(edited, director, { outcome: 'sent-back', reason: '标准再核一次' })
    expect(back.proposals[0]).toMatchObject({ answer: { outcome: 'sent-back', reason: '标准再核一次' } })

    const again = await propose(await save(back, dearer(document), reviewer), reviewer)
    const rewrite = `update policy.draft_revisions set document = jsonb_set(document, '{title,zh}', $1) where draft_id = $2`
    await owner.query(rewrite, ['"另一个名称"', draft.id])
    expect((await refusalOf(answer(again, director))).code).toBe('other-than-proposed')
    await owner.query(rewrite, [JSON.stringify(document.title.zh), draft.id])
    const done = await answer(again, director)
    expect(done).toMatchObject({ status: 'published' })
    const version = await clerk.call(contract.getVersion, { params: { sha256: done.publishedSha256! } })
    const notice = version.published!.notice.paragraphs.map(({ zh }) => zh)
    expect(notice[0]).toMatch(/^根据莲人社〔2022〕15号,/)
    expect(notice.join()).toMatch(/由“.+”改为“.+”/)
    expect(notice.join()).toMatch(/已经生成的申领单不变/)

    const of = { kind: 'scheme-version', subjectId: version.published!.id, form: 'scheme-notice' }
    const { address } = await clerk.call(printPaper, { params: of, body: { part: '' } })
    const page = await fetch(`${house.address}${address}`, { headers: { cookie: clerk.cookie } })
    expect(await page.text()).toContain('特此公告')

    const now = await inDistrict(house.connection.db, LIANDU, async (tx) => (await schemesOf(tx)).versions)
    expect(now.map(({ pack }) => pack.version)).toContain(document.version)
    expect((await refusalOf(save(done, document, reviewer))).detail).toMatch(/请从这一版另起草稿/)
  })

  it('is taken back by its proposer alone', async () => {
    const { draft, document } = await begunSmall()
    const start = structuredClone(dearer(dearer(document)))
    const proposed = await propose(await save(draft, start))
    const [waits] = proposed.proposals
    const withdraw = (by: Someone) =>
      by.call(contract.withdrawProposal, { params: { draftId: draft.id }, body: { proposalId: waits!.id } })
    expect((await refusalOf(withdraw(reviewer))).code).toBe('not-the-proposer')
    expect((await withdraw(clerk)).proposals[0]).toMatchObject({ answer: { outcome: 'withdrawn' } })
  })
})

describe('a published version', () => {
  beforeAll(() => house.sealing.seal(LIANDU))

  it.each([
    ['published_versions set published_by = proposed_by', 'two_people_publish'],
    [
      "scheme_proposal_answers set answered_by = proposed_by where outcome = 'published'",
      'two_people_answer_a_proposal',
    ],
    [`published_versions set pack_sha256 = (select sha256 from policy.documents limit 1)`, 'published_as_proposed'],
  ])('is nothing that one person made alone, nor what was not proposed: %s', async (set, constraint) => {
    await expect(owner.query(`update policy.${set}`)).rejects.toThrow(constraint)
  })

  const document = (path: string, value: string): Changed => ({
    table: 'policy.documents',
    set: `document = jsonb_set(document, '${path}', '${value}')`,
    where: 'sha256 = (select pack_sha256 from policy.published_versions)',
    key: 'sha256',
  })
  const row = (set: string): Changed => ({ table: 'policy.published_versions', set })
  it.each([
    ['an amount', document('{amount,steps,0,table,rows,0,fen}', '1'), /文本已不是发布时的内容/],
    ['its first day', document('{inForce,from}', '"2022-02-01"'), /文本已不是发布时的内容/],
    ['whose place it takes', document('{replaces,versions}', '["2021-01"]'), /文本已不是发布时的内容/],
    ['its name', row(`version = '2099-01'`), /指向另一个政策或版本的文本/],
    ['its turn', row('number = 7'), /序号 7 不连续/],
    ['its notice', row(`notice = '{}'`), /封存/],
    ['its document number', row(`document_number = '莲人社〔2022〕99号'`), /封存/],
  ])('is named by the verification where %s was changed past the platform', async (_, changed, sentence) => {
    const { rows } = await owner.query<{ id: string }>('select id from policy.published_versions')
    const { differences } = await withChangedRow(owner, changed, () => house.sealing.verify(LIANDU))
    const named = differences.filter(({ key }) => key === rows[0]!.id)
    expect(named.map(({ sentence: each }) => each.zh).join('\n')).toMatch(sentence)
  })
})

async function refusalOf(asked: Promise<unknown>) {
  const refused = await asked.then(
    () => undefined,
    (error: unknown) => error as Refusal,
  )
  if (!refused) throw new Error('it was not refused')
  return refused.problem
}
