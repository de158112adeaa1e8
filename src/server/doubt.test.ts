import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmDemoClaim } from '../../demo/claim-way.ts'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { claimQueue, getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { confirmClaim, initialReview, secondReview } from '../kernel/funds/review/contract.ts'
import {
  addCaseNote,
  countOpenCases,
  decideConclusion,
  getCase,
  handOverCase,
  listCases,
  listOwnCases,
  openCase,
  openCaseFile,
  proposeConclusion,
  replyToCase,
  takeCase,
  uploadCaseFile,
} from '../kernel/integrity/cases/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { ANSWERS, givenHouse, givenLetters, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let reviewer: Someone
let approver: Someone
let classId: string
let tell: Awaited<ReturnType<typeof givenLetters>>

const theClaim = async () => {
  const waiting = await clerk.call(listClaims, { query: { status: 'assembled' } })
  return clerk.call(getClaim, { params: { claimId: waiting.items[0]!.id } })
}
const theCase = async (by: Someone = clerk) => {
  const { items } = await by.call(listCases, { query: { state: 'open' } })
  expect(items).toHaveLength(1)
  return by.call(getCase, { params: { caseId: items[0]!.id } })
}
const refusedAs = (status: number, code?: string) => ({
  problem: { status, ...(code === undefined ? {} : { code }) },
})

beforeAll(async () => {
  house = await givenHouse()
  ;[school, clerk, reviewer, approver] = await Promise.all([
    house.as('school'),
    house.as('clerk'),
    house.as('reviewer'),
    house.as('approver'),
  ])
  classId = await givenTaughtClass(house, school, clerk)
  tell = await givenLetters(house, clerk, classId)
}, 120_000)
afterAll(() => house.close())

describe('number 16 of sample 01, who had died and yet signed in and passed', () => {
  it('is no suspicion while nobody knows of the death', async () => {
    for (const { register } of ANSWERS.slice(0, 2)) await tell(register)
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })
    expect((await theClaim()).frozenBy).toBeNull()
  })

  it('opens one case once the register of deaths has answered, however often the checks are asked afterwards', async () => {
    for (const { register } of ANSWERS.slice(2)) await tell(register)
    const opened = await theCase()
    expect(opened).toMatchObject({
      number: 'Y-2022-0001',
      state: 'open',
      owner: null,
      because: { checkId: 'A04' },
      group: { id: classId },
      people: 1,
    })
    expect(opened.subjects).toEqual([expect.objectContaining({ position: 16, checkId: 'A04' })])
    expect(opened.subjects[0]!.sentence.zh).toMatch(/登记死亡日期 2022-02-21/)
    expect(opened.subjects[0]!.maskedName).toMatch(/\*/)
  })

  it('shows the answer, the hit and the muster as evidence, each a step that can be walked', async () => {
    const { evidence } = await theCase()
    expect(new Set(evidence.map(({ trail }) => trail?.kind))).toEqual(
      new Set(['check-result', 'muster', 'register-hit']),
    )
    for (const { trail } of evidence) expect(await clerk.call(walkTrail, { params: trail! })).toMatchObject(trail!)
  })

  it('freezes the class: the claim says so with the number of the case, and cannot be passed', async () => {
    const claim = await theClaim()
    expect(claim.frozenBy).toMatchObject({ number: 'Y-2022-0001' })
    expect(claim.mayNotPass?.zh).toMatch(/Y-2022-0001/)
    const body = { outcome: 'confirmed' as const, contentSha256: claim.contentSha256 }
    await expect(school.call(confirmClaim, { params: { claimId: claim.id }, body })).rejects.toMatchObject(
      refusedAs(409, 'frozen-by-case'),
    )
    expect((await theCase()).frozen).toEqual([
      expect.objectContaining({ claimId: claim.id, because: 'class', amountFen: '3200000' }),
    ])
  })

  it('tells the provider that its class is frozen, by number and without a word of registers, and takes its answer', async () => {
    const { items } = await school.call(listOwnCases)
    expect(items).toEqual([expect.objectContaining({ number: 'Y-2022-0001', state: 'open', replies: [] })])
    expect(JSON.stringify(items)).not.toMatch(/死亡|A04|2022-02-21/)
    await school.call(replyToCase, {
      params: { caseId: items[0]!.id },
      body: { said: '考勤由代课老师代签,现已更正。' },
    })
    expect((await school.call(listOwnCases)).items[0]!.replies).toHaveLength(1)
    expect((await theCase()).events.map(({ what }) => what)).toEqual(['opened', 'reply'])
    await expect(school.call(getCase, { params: { caseId: items[0]!.id } })).rejects.toMatchObject(refusedAs(403))
    const elsewhere = await house.as('jigong')
    expect((await elsewhere.call(listOwnCases)).items).toEqual([])
    await expect(
      elsewhere.call(replyToCase, { params: { caseId: items[0]!.id }, body: { said: '与本校无关' } }),
    ).rejects.toMatchObject(refusedAs(404))
  })

  it('is looked after by one person, who hands it over', async () => {
    const { id } = await theCase()
    await clerk.call(takeCase, { params: { caseId: id } })
    await expect(reviewer.call(takeCase, { params: { caseId: id } })).rejects.toMatchObject(refusedAs(409))
    const before = await theCase()
    expect(before.owner?.name).toBeTruthy()
    const colleague = before.colleagues.find(({ post }) => post.zh === '复核岗')!
    await expect(
      approver.call(handOverCase, { params: { caseId: id }, body: { accountId: colleague.accountId } }),
    ).rejects.toMatchObject(refusedAs(409))
    await clerk.call(handOverCase, { params: { caseId: id }, body: { accountId: colleague.accountId } })
    expect((await reviewer.call(listCases, { query: { mine: 'yes' } })).items).toHaveLength(1)
    expect((await clerk.call(listCases, { query: { mine: 'yes' } })).items).toEqual([])
  })

  it('keeps notes and whole files, once each, and takes no HTML', async () => {
    const { id } = await theCase()
    const params = { caseId: id }
    await clerk.call(addCaseNote, { params, body: { note: '已电话联系代课老师。' } })
    const page = new Blob(['<html><script>alert(1)</script></html>'])
    await expect(
      clerk.call(uploadCaseFile, { params, query: { fileName: '说明.pdf' }, file: page }),
    ).rejects.toMatchObject(refusedAs(422, 'case-file'))
    const pdf = new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'])
    const first = await clerk.call(uploadCaseFile, { params, query: { fileName: '谈话记录.pdf' }, file: pdf })
    const again = await clerk.call(uploadCaseFile, { params, query: { fileName: '同一份.pdf' }, file: pdf })
    expect(again).toEqual(first)
    const opened = (await approver.call(openCaseFile, { params: { caseId: id, ...first } })) as Blob
    expect(await opened.text()).toMatch(/^%PDF/)
    expect((await theCase()).evidence.map(({ kind }) => kind)).toEqual(['link', 'link', 'link', 'note', 'file'])
  })

  it('is not concluded by one person, nor by whoever has no say', async () => {
    const { id } = await theCase()
    const params = { caseId: id }
    const body = { outcome: 'excluded' as const, keepsProviderFrozen: false, reasons: '查实代签,仅涉及第16号一人。' }
    const auditor = await house.as('auditor')
    await expect(auditor.call(proposeConclusion, { params, body })).rejects.toMatchObject(refusedAs(403))
    const { conclusionId } = await reviewer.call(proposeConclusion, { params, body })
    await expect(approver.call(proposeConclusion, { params, body })).rejects.toMatchObject(refusedAs(409, 'waits'))
    const decide = (who: Someone) =>
      who.call(decideConclusion, {
        params: { caseId: id, conclusionId },
        body: { verdict: 'confirmed', reason: '' },
      })
    await expect(decide(reviewer)).rejects.toMatchObject(refusedAs(409, 'two_people_conclude_a_case'))
    await expect(decide(clerk)).rejects.toMatchObject(refusedAs(403))
    expect((await theCase(reviewer)).may.decideRefusal?.zh).toMatch(/另一人/)
    expect((await theClaim()).frozenBy).not.toBeNull()
  })

  it('is released by a second person: nobody else concludes it, and 32 people pass review with ¥32,000', async () => {
    const { id, conclusions } = await theCase()
    const params = { caseId: id, conclusionId: conclusions[0]!.id }
    await approver.call(decideConclusion, { params, body: { verdict: 'confirmed', reason: '' } })
    await house.outbox.drain(LIANDU)
    const body = { verdict: 'confirmed' as const, reason: '' }
    await expect(approver.call(decideConclusion, { params, body })).rejects.toMatchObject(refusedAs(409, 'concluded'))
    await expect(
      reviewer.call(proposeConclusion, {
        params: { caseId: id },
        body: { outcome: 'cleared', keepsProviderFrozen: false, reasons: '另行查明,事实已经清楚。' },
      }),
    ).rejects.toMatchObject(refusedAs(409, 'concluded'))
    await expect(clerk.call(addCaseNote, { params: { caseId: id }, body: { note: '补充' } })).rejects.toMatchObject(
      refusedAs(409, 'case-concluded'),
    )

    const claim = await theClaim()
    expect(claim).toMatchObject({ frozenBy: null, mayNotPass: null, headCount: 32, amountFen: '3200000' })
    expect(claim.people.find(({ position }) => position === 16)?.standing).toBe('refused')
    const passed = {
      params: { claimId: claim.id },
      body: { outcome: 'passed' as const, reasons: [], contentSha256: claim.contentSha256 },
    }
    await confirmDemoClaim(school.call, claim.id)
    expect(await clerk.call(initialReview, passed)).toEqual({ status: 'first-passed' })
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })
  })

  it('does not come back when the same office says the same again, but a hand-opened doubt freezes once more', async () => {
    const again = await givenLetters(house, clerk, classId, ['deaths'])
    await again('deaths')
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })

    await clerk.call(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训' } })
    const { items } = await reviewer.call(claimQueue, { query: { duty: 'second-review' } })
    expect(items[0]?.frozenBy?.number).toBe('Y-2022-0002')
    const claim = await reviewer.call(getClaim, { params: { claimId: items[0]!.id } })
    const body = { outcome: 'passed' as const, reasons: [], contentSha256: claim.contentSha256 }
    await expect(reviewer.call(secondReview, { params: { claimId: claim.id }, body })).rejects.toMatchObject(
      refusedAs(409, 'frozen-by-case'),
    )
  })
})

describe('a suspicion that is referred', () => {
  const referral = async () => (await theCase2()).referral
  const theCase2 = async (by: Someone = clerk) => {
    const { items } = await by.call(listCases, {})
    return by.call(getCase, { params: { caseId: items.find(({ number }) => number === 'Y-2022-0002')!.id } })
  }
  const refer = { outcome: 'referred' as const, keepsProviderFrozen: false, reasons: '涉嫌骗取补贴,移送公安机关。' }
  const answer = { by: '莲都区公安局', document: '复函〔2022〕8号', on: '2022-06-01' }

  it('stays with the other authority, the class frozen, and is counted once the county’s days are over', async () => {
    const { id } = await theCase2()
    const { conclusionId } = await reviewer.call(proposeConclusion, { params: { caseId: id }, body: refer })
    const params = { caseId: id, conclusionId }
    await approver.call(decideConclusion, { params, body: { verdict: 'confirmed', reason: '' } })
    await house.outbox.drain(LIANDU)
    expect(await theCase2()).toMatchObject({
      state: 'referred',
      outcome: 'referred',
      referral: { days: 0, due: false },
    })
    expect((await clerk.call(listCases, { query: { state: 'referred' } })).items).toHaveLength(1)
    expect((await clerk.call(listCases, { query: { state: 'concluded' } })).items).toHaveLength(1)
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })
    await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-06-01' } })
    expect(await referral()).toMatchObject({ since: '2022-03-28', days: 65, due: true })
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 1 })
    expect((await school.call(listOwnCases)).items[0]).toMatchObject({ number: 'Y-2022-0002', state: 'referred' })
  })

  it('ends by what that authority answered, recorded by one person and confirmed by another', async () => {
    const params = { caseId: (await theCase2()).id }
    const body = { outcome: 'cleared' as const, keepsProviderFrozen: false, reasons: '公安机关未发现违法事实。' }
    await expect(reviewer.call(proposeConclusion, { params, body })).rejects.toMatchObject(refusedAs(409, 'referred'))
    const early = { ...body, outcome: 'referred' as const, answer: { ...answer, on: '2022-03-01' } }
    const wrong = await reviewer.call(proposeConclusion, { params, body: early }).catch((thrown: unknown) => thrown)
    expect(wrong).toMatchObject(refusedAs(422))
    expect((wrong as { problem: { items: unknown[] } }).problem.items).toHaveLength(2)

    const { conclusionId } = await reviewer.call(proposeConclusion, { params, body: { ...body, answer } })
    const decide = (who: Someone) =>
      who.call(decideConclusion, {
        params: { ...params, conclusionId },
        body: { verdict: 'confirmed', reason: '' },
      })
    await expect(decide(reviewer)).rejects.toMatchObject(refusedAs(409, 'two_people_conclude_a_case'))
    expect((await theCase2()).state).toBe('referred')
    await decide(approver)
    await house.outbox.drain(LIANDU)
    const ended = await theCase2()
    expect(ended).toMatchObject({ state: 'concluded', outcome: 'cleared', referral: null, frozen: [] })
    expect(ended.conclusions.at(-1)!.answer).toEqual(answer)
    const { items } = await reviewer.call(claimQueue, { query: { duty: 'second-review' } })
    expect(items[0]?.frozenBy).toBeNull()
    expect(await clerk.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })
  })
})

describe('a suspicion that is cleared', () => {
  it('no longer counts against the person: the answer is stored as passed, by the case, and the class is claimed anew', async () => {
    // A second house: the same story up to the answer, concluded the other way.
    const other = await givenHouse()
    try {
      const [pupil, first, second, third] = [
        await other.as('school'),
        await other.as('clerk'),
        await other.as('reviewer'),
        await other.as('approver'),
      ]
      const id = await givenTaughtClass(other, pupil, first)
      await (await givenLetters(other, first, id, ['deaths']))('deaths')
      const caseId = (await first.call(listCases, {})).items[0]!.id
      const { conclusionId } = await second.call(proposeConclusion, {
        params: { caseId },
        body: { outcome: 'cleared', keepsProviderFrozen: false, reasons: '民政登记有误,本人健在,已到局核验。' },
      })
      await third.call(decideConclusion, {
        params: { caseId, conclusionId },
        body: { verdict: 'confirmed', reason: '' },
      })
      await other.outbox.drain(LIANDU)
      const waiting = await first.call(listClaims, { query: { status: 'assembled' } })
      const claim = await first.call(getClaim, { params: { claimId: waiting.items[0]!.id } })
      expect(claim.frozenBy).toBeNull()
      expect(claim.people.find(({ position }) => position === 16)?.standing).toBe('due')
      expect(claim.replaces?.because.zh).toBe('疑点处置单 Y-2022-0001 已有结论')
      expect(await first.call(countOpenCases)).toEqual({ open: 0, referralsDue: 0 })
    } finally {
      await other.close()
    }
  }, 120_000)
})
