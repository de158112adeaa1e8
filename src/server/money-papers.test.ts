import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembledClaim, confirmDemoClaim } from '../../demo/claim-way.ts'
import { givenJpeg, givenPdf } from '../kernel/credentials/look-ups/testing.ts'
import { listBatches } from '../kernel/funds/batches/contract.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import {
  approvalSheet,
  decideApprovalOnPaper,
  recordApprovalOnPaper,
} from '../kernel/funds/review/approval/contract.ts'
import { initialReview, secondReview } from '../kernel/funds/review/contract.ts'
import { attachScan, paperByCode, papersOf, printPaper, strikeScan } from '../kernel/record/paper/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { playStory, type Story } from './story/testing.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

async function page(house: TestHouse, by: Someone, path: string) {
  const answer = await fetch(`${house.address}${path}`, { headers: { cookie: by.cookie } })
  return { status: answer.status, html: await answer.text() }
}
const refusedAs = (status: number, code?: string) => ({ problem: { status, ...(code ? { code } : {}) } })

describe('the papers of money that was paid', () => {
  let house: TestHouse
  let story: Story
  beforeAll(async () => {
    house = await givenHouse()
    story = await playStory(house)
  }, 240_000)
  afterAll(() => house.close())

  it('has an application for funds: a paper of its batch with its own code, whose printing is recorded', async () => {
    const { finance, school } = story
    const batches = (await finance.call(listBatches)).items
    const batch = batches.at(-1)!
    const of = { kind: 'batch', subjectId: batch.id }
    const { forms } = await finance.call(papersOf, { params: of })
    expect(forms.map(({ form }) => form)).toEqual(['fund-application'])
    const print = () => finance.call(printPaper, { params: { ...of, form: 'fund-application' }, body: {} })
    const { address, code } = await print()
    const { status, html } = await page(house, finance, address)
    expect(status).toBe(200)
    for (const text of ['莲都区专项资金用款申请表', batch.number, code, batch.contentSha256, '财政部门意见'])
      expect(html).toContain(text)
    // The maker and both signers stand in their boxes, as the platform has them on record.
    expect(html.match(/平台记录：2022-\d\d-\d\d /g)).toHaveLength(3)
    expect(html).toMatch(/data:image\/|<svg/)
    // Its content is frozen with the batch: later movements of the line give it no other code.
    expect((await print()).code).toBe(code)
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'batch', batch.id))
    expect(acts.filter(({ act }) => act === 'paper.printed').map(({ detail }) => detail)).toMatchObject([
      { form: 'fund-application', code },
      { form: 'fund-application', code },
    ])
    expect(await finance.call(paperByCode, { params: { code } })).toMatchObject({
      page: `/batches/${batch.id}`,
      current: true,
    })
    await expect(school.call(papersOf, { params: of })).rejects.toMatchObject(refusedAs(404))
    await expect(school.call(paperByCode, { params: { code } })).rejects.toMatchObject(refusedAs(404))
  })

  it('says on the approval form that the provider confirmed, who and when, besides the three opinions', async () => {
    const { clerk, claimId } = story
    const params = { kind: 'claim', subjectId: claimId, form: 'claim-approval' }
    const { address } = await clerk.call(printPaper, { params, body: {} })
    const { html } = await page(house, clerk, address)
    expect(html).toContain('机构确认')
    expect(html).toMatch(/2022-\d\d-\d\d [^ <]*\*[^ <]* 在平台确认无误/)
    const { confirmed } = await clerk.call(approvalSheet, { params: { claimId } })
    expect(confirmed).toMatchObject({ onPaper: false, who: { name: expect.stringContaining('*') } })
  })
})

describe('an approval signed on paper', () => {
  let house: TestHouse
  let clerk: Someone
  let reviewer: Someone
  let claimId = ''
  beforeAll(async () => {
    house = await givenHouse()
    const school = await house.as('school')
    ;[clerk, reviewer] = [await house.as('clerk'), await house.as('reviewer')]
    await givenTaughtClass(house, school, clerk)
    claimId = await assembledClaim(clerk.call)
    await confirmDemoClaim(school.call, claimId)
    const { contentSha256 } = await clerk.call(getClaim, { params: { claimId } })
    const passed = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
    await clerk.call(initialReview, passed)
    await reviewer.call(secondReview, passed)
  }, 120_000)
  afterAll(() => house.close())

  it('is the scan of the claim’s approval form: attached once among its papers, recorded by it, and there to stay', async () => {
    const of = { kind: 'claim', subjectId: claimId }
    const { code } = await clerk.call(printPaper, { params: { ...of, form: 'claim-approval' }, body: {} })
    const attach = (query: object, bytes: Uint8Array) =>
      clerk.call(attachScan, {
        params: of,
        query: { fileName: '审批表签批.pdf', ...query },
        file: new Blob([new Uint8Array(bytes)]),
      })
    const { scanId } = await attach({ form: 'claim-approval', code }, givenPdf())
    const sheet = await clerk.call(approvalSheet, { params: { claimId } })
    expect(sheet.scans).toMatchObject([{ id: scanId }])
    const { contentSha256 } = await clerk.call(getClaim, { params: { claimId } })
    const deputy = sheet.signers[0]!
    const record = (id: string) =>
      clerk.call(recordApprovalOnPaper, {
        params: { claimId },
        body: { scanId: id, approverId: deputy.personId, signedOn: '2022-03-28', contentSha256 },
      })
    const other = await attach({ title: '其他材料' }, givenJpeg())
    await expect(record(other.scanId)).rejects.toMatchObject(refusedAs(422, 'not-the-sheet'))
    await record(scanId)
    const strike = () => clerk.call(strikeScan, { params: { scanId }, body: { reason: '扫描不清' } })
    await expect(strike()).rejects.toMatchObject(refusedAs(409, 'scan-rested-on'))
    await reviewer.call(decideApprovalOnPaper, { params: { claimId }, body: { verdict: 'confirmed' } })
    await expect(strike()).rejects.toMatchObject(refusedAs(409, 'scan-rested-on'))
    const shown = (await clerk.call(papersOf, { params: of })).scans.find(({ id }) => id === scanId)!
    expect(shown).toMatchObject({ form: 'claim-approval', mayStrike: false, restsOn: { zh: '签批以此为据' } })
    expect(shown.paper?.code).toBe(code)
    // What nothing rests on is struck as before.
    await clerk.call(strikeScan, { params: { scanId: other.scanId }, body: { reason: '传错了' } })
  })
})
