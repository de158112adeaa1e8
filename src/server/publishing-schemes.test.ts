import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../kernel/policy/editing/contract.ts'
import { schemesOf } from '../kernel/policy/public.ts'
import type { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const SCHEME = 'liandu.training-subsidy'
let house: TestHouse
let clerk: Someone
let reviewer: Someone
let director: Someone
beforeAll(async () => {
  house = await givenHouse()
  ;[clerk, reviewer, director] = [await house.as('clerk'), await house.as('reviewer'), await house.as('approver')]
})
afterAll(() => house.close())

type Document = {
  version: string
  replaces?: unknown
  inForce: { by: string; from: string; to?: string }
  amount: { rows: { at: unknown[]; fen: unknown }[] }
  clauses: Record<string, { article: string }>
  cases: { name: string; expect: { eligible?: number } }[]
}

async function begun(by = clerk) {
  const { items } = await by.call(contract.listSchemes, { query: {} })
  const row = items.find(({ scheme, state }) => scheme === SCHEME && state === 'in-force')!
  const draft = await by.call(contract.beginDraft, { body: { from: row.id, note: '' } })
  return { draft, document: draft.document as Document }
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

/** What is asked, and how many ordinary requests are answered until then. */
async function meanwhile<T>(asked: Promise<T>): Promise<[T, number]> {
  let done = false
  const answer = asked.finally(() => (done = true))
  let answered = 0
  for (; !done; answered++) await reviewer.call(contract.listSchemes, { query: {} })
  return [await answer, answered]
}

describe('what keeps a draft from being published', () => {
  const blockedOf = async (draft: contract.Draft) =>
    (await clerk.call(contract.checkDraft, { params: { draftId: draft.id } })).blocked.map(
      ({ sentence }) => sentence.zh,
    )

  it('is a case that comes out otherwise, named with what was expected and what came out', async () => {
    const { draft, document } = await begun()
    const more = structuredClone(document)
    for (const row of more.amount.rows) row.fen = (row.fen as number) + 10_000
    const saved = await save(draft, more)
    const [found, answered] = await meanwhile(clerk.call(contract.checkDraft, { params: { draftId: draft.id } }))
    expect(answered).toBeGreaterThan(3)
    const red = found.cases.filter(({ passed }) => !passed)
    expect(red[0]).toMatchObject({
      expected: { zh: expect.stringMatching(/元/) },
      got: { zh: expect.stringMatching(/元/) },
    })
    expect(found.blocked.map(({ sentence }) => sentence.zh).join()).toMatch(/个案例与预期不符/)
    expect((await refusalOf(propose(saved))).code).toBe('not-ready')
  })

  it('is a clause without a case', async () => {
    const { draft, document } = await begun()
    const fewer = raised(document)
    fewer.cases = fewer.cases.slice(0, 1)
    await save(draft, fewer)
    expect((await blockedOf(draft)).join()).toMatch(/不会有案例变红/)
  })

  it('is a second rule for one day', async () => {
    const { draft, document } = await begun()
    const beside = raised(document)
    delete beside.replaces
    await save(draft, beside)
    expect((await blockedOf(draft)).join()).toMatch(/与 2022-01 版同时施行,一天不能有两个规定/)
  })

  it('is a version that there is already, another scheme, and another county', async () => {
    const { draft, document } = await begun()
    await save(draft, {
      ...raised(document),
      version: '2022-01',
      scheme: 'liandu.other',
      region: '331121',
      replaces: undefined,
    })
    const found = (await blockedOf(draft)).join()
    expect(found).toMatch(/不能发布 331121 的/)
    expect(found).toMatch(/不能改成“liandu.other”/)
  })

  it('is that it says nothing new', async () => {
    const { draft, document } = await begun()
    await save(draft, { ...document, inForce: { by: 'training', from: '2022-01-01' } })
    expect((await blockedOf(draft)).join()).toMatch(/没有需要发布的修改/)
  })
})

describe('a proposal', () => {
  it('is published by another natural person, bound to what they have seen, with a notice', async () => {
    const { draft, document } = await begun(reviewer)
    const saved = await save(draft, raised(document), reviewer)
    const proposed = await propose(saved, reviewer)
    expect(proposed.ownProposal).toBe(true)
    expect((await refusalOf(answer(proposed, reviewer))).code).toBe('own-proposal')
    expect((await refusalOf(answer(proposed, clerk))).status).toBe(403)
    expect((await refusalOf(answer(proposed, director, { sha256: 'a'.repeat(64) }))).code).toBe('other-document-seen')
    expect((await refusalOf(propose(proposed, clerk))).code).toBe('proposal-waits')

    const edited = await save(proposed, raised(raised(document)), reviewer)
    expect((await refusalOf(answer(proposed, director))).code).toBe('edited-since')
    const back = await answer(edited, director, { outcome: 'sent-back', reason: '标准再核一次' })
    expect(back.proposals[0]).toMatchObject({ answer: { outcome: 'sent-back', reason: '标准再核一次' } })

    const again = await propose(await save(back, raised(document), reviewer), reviewer)
    const done = await answer(again, director)
    expect(done).toMatchObject({ status: 'published' })
    const version = await clerk.call(contract.getVersion, { params: { sha256: done.publishedSha256! } })
    const notice = version.published!.notice.paragraphs.map(({ zh }) => zh)
    expect(notice[0]).toMatch(/^根据莲人社〔2022〕15号,/)
    expect(notice.join()).toMatch(/由“.+”改为“.+”/)
    expect(notice.join()).toMatch(/已经生成的申领单不变/)

    const now = await inDistrict(house.connection.db, LIANDU, async (tx) => (await schemesOf(tx)).versions)
    expect(now.map(({ pack }) => pack.version)).toContain(document.version)
    expect((await refusalOf(save(done, document, reviewer))).detail).toMatch(/请从这一版另起草稿/)
  })

  it('is taken back by its proposer alone', async () => {
    const { draft, document } = await begun()
    const start = structuredClone(raised(raised(document)))
    const proposed = await propose(await save(draft, start))
    const [waits] = proposed.proposals
    const withdraw = (by: Someone) =>
      by.call(contract.withdrawProposal, { params: { draftId: draft.id }, body: { proposalId: waits!.id } })
    expect((await refusalOf(withdraw(reviewer))).code).toBe('not-the-proposer')
    expect((await withdraw(clerk)).proposals[0]).toMatchObject({ answer: { outcome: 'withdrawn' } })
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
