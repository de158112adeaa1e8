import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDemoClaim, publishDemoClaim } from '../../demo/claim-way.ts'
import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { givenJpeg, givenPdf } from '../kernel/credentials/look-ups/testing.ts'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { attachScan, openScan, paperByCode, papersOf, printPaper, strikeScan } from '../kernel/record/paper/contract.ts'
import { MOST_SCAN_BYTES } from '../kernel/record/paper/rules.ts'
import { findOwnPrint } from '../kernel/record/paper/store.ts'
import { listActs } from '../kernel/record/public.ts'
import { newId } from '../kernel/values/public.ts'
import { addRoom, addSite, listProviders } from '../mechanisms/training/agreements/contract.ts'
import { changePlan, draftClass, getClass } from '../mechanisms/training/classes/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { putTimetable } from '../mechanisms/training/timetable/contract.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

/** The first of sample 01, as the roster has her. */
const FIRST = { name: '王静', masked: '339901********0675' }
let house: TestHouse
let school: Someone
let other: Someone
let clerk: Someone
let classId = ''
let claimId = ''

beforeAll(async () => {
  house = await givenHouse()
  ;[school, other, clerk] = await Promise.all([house.as('school'), house.as('jigong'), house.as('clerk')])
  await school.call(moveDemonstrationDate, { body: { businessDate: '2022-03-04' } })
  ;({ classId } = await planSampleClass(school.call))
})
afterAll(() => house.close())

async function page(by: Someone | undefined, path: string) {
  const answer = await fetch(`${house.address}${path}`, { headers: { cookie: by?.cookie ?? '' } })
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}
const print = (by: Someone, form: string, body: object = {}, of = { kind: 'class', subjectId: classId }) =>
  by.call(printPaper, { params: { ...of, form }, body })
const printed = async (by: Someone, form: string, body: object = {}, of = { kind: 'class', subjectId: classId }) => {
  const { address, code } = await print(by, form, body, of)
  return { address, code, ...(await page(by, address)) }
}
const sheets = (html: string) => html.match(/<section class="a4/g)?.length ?? 0
const refusedAs = (status: number, code?: string) => ({ problem: { status, ...(code ? { code } : {}) } })
const attach = (by: Someone, bytes: Uint8Array, query: object, of = { kind: 'class', subjectId: classId }) =>
  by.call(attachScan, {
    params: of,
    query: { fileName: '盖章.pdf', ...query },
    file: new Blob([new Uint8Array(bytes)]),
  })
const scansSeenBy = async (by: Someone, of = { kind: 'class', subjectId: classId }) =>
  (await by.call(papersOf, { params: of })).scans

describe('a class before it is taught', () => {
  it('prints an application with its plan, every session and the boxes to sign in', async () => {
    const { html, status } = await printed(school, 'class-application')
    expect(status).toBe(200)
    for (const text of [
      '莲都区补贴性职业技能培训开班申请表',
      '2022年第3期',
      '何慧芳',
      '碧湖镇',
      '安全教育',
      '培训机构申请意见',
    ])
      expect(html).toContain(text)
    expect(html.match(/2022-03-\d\d<\/td><td>\d\d:\d\d–/g)).toHaveLength(20)
  })

  it('prints a roster with names in full and every number masked', async () => {
    const { html } = await printed(clerk, 'class-roster')
    expect(html).toContain(`<td>${FIRST.name}</td>`)
    expect(html).toContain(FIRST.masked)
    expect(html.match(/\d{17}[\dX]/g)).toBeNull()
    expect(html.match(/(?<!\d)1\d{10}(?!\d)/g)).toBeNull()
  })

  it('prints an attendance sheet to be filled in by hand, and promises to be signed by each', async () => {
    const blank = await printed(school, 'attendance-sheet')
    expect(blank.html).toContain('3月7日')
    expect(blank.html).not.toContain('<td>√</td>')
    const promise = await printed(school, 'trainee-promise')
    expect(promise.html).toContain('本人签名')
    expect(promise.html).toContain(FIRST.name)
    expect((await printed(school, 'provider-promise')).html).toContain('我机构（丽水市演示职业培训学校）')
  })

  it('is Chinese on paper, and around it in the language chosen in the console', async () => {
    const { address } = await print(clerk, 'class-roster')
    const read = async (cookie: string) => (await fetch(`${house.address}${address}`, { headers: { cookie } })).text()
    const [chinese, english] = [await read(clerk.cookie), await read(`lang=en; ${clerk.cookie}`)]
    expect(chinese).toContain('>打印</button>')
    expect(english).toContain('>Print</button>')
    const paper = (html: string) => html.slice(html.indexOf('<section'))
    expect(paper(english)).toBe(paper(chinese))
  })

  it('says what there is nothing of yet', async () => {
    await expect(print(school, 'mark-sheet')).rejects.toMatchObject(refusedAs(409, 'nothing-to-print'))
    const shown = await page(school, `/${LIANDU}/paper/mark-sheet/${classId}`)
    expect(shown).toMatchObject({ status: 409 })
    expect(shown.html).toContain('成绩还没有导入')
  })

  it('never prints the same thing under two codes, nor two things under one', async () => {
    const first = await print(school, 'class-application')
    expect((await print(clerk, 'class-application')).code).toBe(first.code)
    const plan = await planNow()
    await school.call(changePlan, { params: { classId }, body: { ...plan, capacity: 45 } })
    const draft = await page(school, `/${LIANDU}/paper/class-application/${classId}`)
    expect(draft.html).toContain('未编号，不作正式材料')
    expect(draft.html).not.toContain('class="qr"')
    expect((await print(clerk, 'class-application')).code).not.toBe(first.code)
    expect(await clerk.call(paperByCode, { params: { code: first.code } })).toMatchObject({ current: false })
    await school.call(changePlan, { params: { classId }, body: plan })
    expect(await clerk.call(paperByCode, { params: { code: first.code.toLowerCase() } })).toMatchObject({
      current: true,
      page: `/classes/${classId}`,
    })
  })
})

async function planNow() {
  const now = await school.call(getClass, { params: { classId } })
  return {
    number: now.number,
    kind: now.kind.code,
    occupationId: now.occupation.id,
    level: now.level,
    certificateKind: now.certificateKind.code,
    siteId: now.site.id,
    roomId: now.room.id,
    instructorId: now.instructor.id,
    startsOn: now.startsOn,
    endsOn: now.endsOn,
    theoryHours: now.theoryHours,
    practiceHours: now.practiceHours,
    capacity: now.capacity,
    payee: now.payee,
    fund: now.fund.code,
  }
}

describe('whose paper it is', () => {
  it('is as absent for another provider and another county as one that does not exist', async () => {
    const absent = await page(other, `/${LIANDU}/paper/class-roster/${newId()}`)
    const foreign = await page(other, `/${LIANDU}/paper/class-roster/${classId}`)
    expect(absent.status).toBe(404)
    expect(foreign).toMatchObject({ status: 404, html: absent.html })
    const elsewhere = await house.as('clerk', QINGTIAN)
    expect((await page(elsewhere, `/${QINGTIAN}/paper/class-roster/${classId}`)).html).toBe(absent.html)
    expect((await page(elsewhere, `/${LIANDU}/paper/class-roster/${classId}`)).status).toBe(401)
    await expect(print(other, 'class-roster')).rejects.toMatchObject(refusedAs(404))
    await expect(other.call(papersOf, { params: { kind: 'class', subjectId: classId } })).rejects.toMatchObject(
      refusedAs(404),
    )
  })

  it('is shown to nobody who is not signed in, nor to whoever may not read classes', async () => {
    const { status, html } = await page(undefined, `/${LIANDU}/paper/class-roster/${classId}`)
    expect(status).toBe(401)
    expect(html).not.toContain(FIRST.name)
    expect((await page(await house.as('admin'), `/${LIANDU}/paper/class-roster/${classId}`)).status).toBe(404)
  })

  it('is kept by no cache and runs no script but the one that prints', async () => {
    const { headers, html } = await printed(school, 'class-application')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(html.match(/<script/g)).toEqual(['<script'])
    expect(html).toContain('<script src="/paper/print.js"')
  })

  it('tells the public only what kind of paper it is', async () => {
    const { code } = await print(school, 'class-roster')
    const { status, html } = await page(undefined, `/${LIANDU}/r/${code}`)
    expect(status).toBe(200)
    for (const text of ['花名册', code, '丽水市莲都区人力资源和社会保障局', '监督电话', '0578-0000001', '‹ 返回首页'])
      expect(html).toContain(text)
    for (const text of [FIRST.name, classId, '养老护理员', '演示职业培训学校']) expect(html).not.toContain(text)
    expect((await page(undefined, `/${LIANDU}/r/${code}?lang=en`)).html).toContain('This is a paper of this bureau')
    for (const wrong of ['AAAAA-AAAAA', '<script>', '%00', code.slice(1)])
      expect((await page(undefined, `/${LIANDU}/r/${encodeURIComponent(wrong)}`)).status).toBe(404)
    expect((await page(undefined, `/${QINGTIAN}/r/${code}`)).status).toBe(404)
  })
})

describe('numbers in full', () => {
  it('are printed by the clerk alone, for a reason that is recorded', async () => {
    const full = { full: true, reason: '报送省平台备案' }
    const { html, address } = await printed(clerk, 'class-roster', full)
    expect(html.match(/339901\d{11}[\dX]/g)).toHaveLength(40)
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'class', classId))
    expect(acts.at(-1)).toMatchObject({
      act: 'paper.printed-in-full',
      detail: { form: 'class-roster', reason: full.reason },
    })
    expect(JSON.stringify(acts.at(-1)?.detail)).not.toMatch(/\d{17}/)
    const reviewer = await house.as('reviewer')
    expect((await page(reviewer, address)).html).not.toMatch(/339901\d{12}/)
    expect((await page(clerk, address.split('?')[0]!)).html).not.toMatch(/339901\d{12}/)
    await expect(print(reviewer, 'class-roster', full)).rejects.toMatchObject(refusedAs(403, 'numbers-in-full'))
    await expect(print(school, 'class-roster', full)).rejects.toMatchObject(refusedAs(403, 'numbers-in-full'))
    await expect(print(clerk, 'class-roster', { full: true })).rejects.toMatchObject(refusedAs(400, 'reason-needed'))
    await expect(print(clerk, 'trainee-promise', full)).rejects.toMatchObject(refusedAs(403, 'numbers-in-full'))
  })

  it('open again only for who printed them, and for half an hour', async () => {
    await print(clerk, 'class-roster', { full: true, reason: '报送省平台备案' })
    await inDistrict(house.connection.db, LIANDU, async (tx) => {
      const prints = tx.db.selectFrom('record.paper_prints').selectAll().where('district', '=', LIANDU)
      const row = await prints.where('in_full', '=', true).orderBy('id', 'desc').executeTakeFirstOrThrow()
      expect(await findOwnPrint(tx, row.id, row.account_id)).toEqual({ paperId: row.paper_id, inFull: true })
      expect(await findOwnPrint(tx, row.id, newId())).toBeUndefined()
      const old = { ...row, id: newId(), recorded_at: new Date(Date.now() - 31 * 60_000) }
      await tx.db.insertInto('record.paper_prints').values(old).execute()
      expect(await findOwnPrint(tx, old.id, row.account_id)).toBeUndefined()
    })
  })

  it('are the same paper, by a hash of what is masked', async () => {
    const masked = await print(clerk, 'class-roster')
    expect((await print(clerk, 'class-roster', { full: true, reason: '报送省平台' })).code).toBe(masked.code)
  })
})

describe('a class that was taught', () => {
  beforeAll(async () => {
    await school.call(submitClass, { params: { classId } })
    await clerk.call(approveClass, { params: { classId } })
    await teachSampleClass(school.call, classId)
    await house.outbox.drain(LIANDU)
    claimId = (await clerk.call(listClaims, {})).items[0]!.id
  })

  it('prints the attendance as it was written, and the marks', async () => {
    const attendance = await printed(clerk, 'attendance-sheet')
    expect(attendance.html.match(/<td>\d+\/20<\/td>/g)).toHaveLength(40)
    expect(attendance.html).toContain('<td>9/20</td>')
    const marks = await printed(clerk, 'mark-sheet')
    expect(marks.html).toContain('缺考')
    expect(marks.html).toMatch(/<td>S\d{21}<\/td>/)
    expect(marks.html).not.toMatch(/339901\d{12}/)
  })

  it('prints the approval form, whom the claim pays, and what each person held or refused is told', async () => {
    const of = { kind: 'claim', subjectId: claimId }
    const approval = await printed(clerk, 'claim-approval', {}, of)
    for (const text of [
      '莲都区职业技能培训补贴审批表',
      '¥37,000.00',
      '叁万柒仟元整',
      '初审意见',
      '复核意见',
      '审批意见',
    ])
      expect(approval.html).toContain(text)
    const payout = await printed(school, 'claim-payout', {}, of)
    expect(payout.html.match(/>1,000\.00</g)).toHaveLength(37)
    expect(payout.html).toContain('37 人  叁万柒仟元整')
    expect(sheets((await printed(clerk, 'claim-telling', {}, of)).html)).toBe(3)
  })

  it('prints what the public reads, once it is published, and who passed it when', async () => {
    const of = { kind: 'claim', subjectId: claimId }
    await expect(print(clerk, 'public-notice', {}, of)).rejects.toThrow('还没有公示')
    const handlers = {
      school: school.call,
      clerk: clerk.call,
      reviewer: (await house.as('reviewer')).call,
      approver: (await house.as('deputy')).call,
    }
    await approveDemoClaim(handlers, claimId)
    await publishDemoClaim(clerk.call, claimId)
    const { html } = await printed(school, 'public-notice', {}, of)
    expect(html.match(/<td>339901\*{10}\d[\dX]<\/td>/g)).toHaveLength(37)
    expect(html).toContain('<td>王*</td>')
    expect(html).not.toContain(FIRST.name)
    const approval = await printed(clerk, 'claim-approval', {}, of)
    expect(approval.html.match(/平台记录：2022-03-\d\d .\*+.? 通过/g)).toHaveLength(3)
  })

  it('keeps the budget and who decided from the provider', async () => {
    const of = { kind: 'claim', subjectId: claimId }
    await expect(print(school, 'claim-approval', {}, of)).rejects.toMatchObject(refusedAs(404))
    expect((await page(school, `/${LIANDU}/paper/claim-approval/${claimId}`)).status).toBe(404)
    await attach(clerk, givenPdf(), { form: 'claim-approval' }, of)
    expect((await scansSeenBy(school, of)).length).toBe(0)
    const [scan] = await scansSeenBy(clerk, of)
    await expect(school.call(openScan, { params: { scanId: scan!.id } })).rejects.toMatchObject(refusedAs(404))
  })

  it('is printed whole: cover, index, every form in its order with its pages, what is missing said', async () => {
    await attach(school, givenJpeg(), { fileName: '花名册.jpg', form: 'class-roster' })
    await attach(school, givenPdf(), { title: '场地照片' })
    const { html, code } = await printed(clerk, 'class-file')
    const [index] = html.split('卷内目录').slice(1)
    const rows = [...index!.split('</table>')[0]!.matchAll(/<tr[^>]*>((?:<td>[^<]*<\/td>)+)<\/tr>/g)].map(([, cells]) =>
      [...cells!.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text!),
    )
    expect(rows.map((row) => row[1])).toEqual(
      expect.arrayContaining([
        '开班申请表',
        '花名册',
        '机构承诺书',
        '学员承诺书',
        '考勤表',
        '成绩登记表',
        '审批表',
        '公示表',
        '发放清单',
        '告知单',
      ]),
    )
    expect(rows.map((row) => Number(row[0]))).toEqual(rows.map((_, at) => at + 1))
    // Each begins where the one before it ended.
    let next = 1
    for (const [, title, own, count, range] of rows) {
      if (count === '—') continue
      expect(range, title).toBe(count === '1' ? String(next) : `${next}–${next + Number(count) - 1}`)
      expect(own).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      next += Number(count)
    }
    expect(sheets(html)).toBe(2 + (next - 1) + 1)
    expect(html).toContain('data:image/jpeg;base64,')
    expect(html).toContain('电子件，另附')
    expect(html).toContain(code)
    const again = await page(clerk, `/${LIANDU}/paper/class-file/${classId}`)
    expect(again.html).not.toContain('data:image/jpeg;base64,')
  })

  it('is printed by its provider without what is the bureau’s own', async () => {
    const { html } = await printed(school, 'class-file')
    expect(html).toContain('成绩登记表')
    expect(html).not.toContain('审批表')
    expect((await page(other, `/${LIANDU}/paper/class-file/${classId}`)).status).toBe(404)
  })
})

it('is printed of one person only where the form has parts', async () => {
  const printing = print(school, 'class-roster', { part: newId() })
  await expect(printing).rejects.toMatchObject({ problem: { status: 404 } })
})

describe('a scan', () => {
  it('says of which paper it is and whether the record still reads so', async () => {
    const { code } = await print(school, 'provider-promise')
    await attach(school, Buffer.concat([givenPdf(), Buffer.from(' ')]), {
      form: 'provider-promise',
      code: code.toLowerCase(),
    })
    const [scan] = await scansSeenBy(clerk)
    expect(scan).toMatchObject({ title: { zh: '机构承诺书' }, paper: { code, current: true }, byBureau: false })
  })

  it.each([
    ['empty', Buffer.alloc(0), { form: 'class-roster' }, /空文件/],
    [
      'no scan, whatever its name',
      Buffer.from('<html>%PDF-1.7 %%EOF</html>'),
      { form: 'class-roster' },
      /应是 PDF、JPEG 或 PNG/,
    ],
    ['cut off', givenPdf().subarray(0, -8), { form: 'class-roster' }, /不完整/],
    ['too large', Buffer.concat([givenPdf(), Buffer.alloc(MOST_SCAN_BYTES)]), { form: 'class-roster' }, /超过 15 MB/],
    ['of a form that there is not', givenPdf(), { form: 'no-such-form' }, /没有这种表格/],
    ['of nothing in particular', givenPdf(), {}, /写明这是什么材料/],
    [
      'under a code that is none',
      Buffer.from(`${givenPdf().toString('latin1')}\n1`),
      { form: 'class-roster', code: '123' },
      /“123”不是纸上的编号/,
    ],
  ])('is refused when it is %s', async (_, bytes, query, says) => {
    await expect(attach(clerk, bytes, query)).rejects.toThrow(says)
  })

  it('is refused under the code of another form', async () => {
    const { code } = await print(school, 'trainee-promise')
    await expect(
      attach(clerk, Buffer.from(`${givenPdf().toString('latin1')}\n2`), { form: 'class-roster', code }),
    ).rejects.toThrow(/不是这份记录的这种表格/)
  })

  it('is attached once, struck out once with a reason, and never goes', async () => {
    const bytes = Buffer.concat([givenPdf(), Buffer.from('\n\n')])
    const { scanId } = await attach(school, bytes, { form: 'class-roster' })
    await expect(attach(clerk, bytes, { form: 'class-roster' })).rejects.toThrow(/已经附在这里/)
    await school.call(strikeScan, { params: { scanId }, body: { reason: '扫错了一份' } })
    await expect(clerk.call(strikeScan, { params: { scanId }, body: { reason: '再作废' } })).rejects.toMatchObject(
      refusedAs(409),
    )
    expect((await scansSeenBy(clerk)).find((scan) => scan.id === scanId)).toMatchObject({
      struck: { reason: '扫错了一份' },
      mayStrike: false,
    })
    await attach(school, bytes, { form: 'class-roster' })
  })

  it('that the bureau attached is struck out by the bureau', async () => {
    const { scanId } = await attach(clerk, Buffer.concat([givenPdf(), Buffer.from('\n\n\n')]), { form: 'class-roster' })
    await expect(school.call(strikeScan, { params: { scanId }, body: { reason: '不是我们的' } })).rejects.toMatchObject(
      refusedAs(403),
    )
    await clerk.call(strikeScan, { params: { scanId }, body: { reason: '扫错了' } })
  })

  it('is opened by who may see it, and each opening is recorded', async () => {
    const [scan] = await scansSeenBy(clerk)
    const opened = (await clerk.call(openScan, { params: { scanId: scan!.id } })) as Blob
    expect(opened.size).toBe(scan!.sizeBytes)
    await expect(other.call(openScan, { params: { scanId: scan!.id } })).rejects.toMatchObject(refusedAs(404))
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'class', classId))
    expect(acts.at(-1)).toMatchObject({ act: 'scan.opened', detail: { scan: scan!.id } })
  })
})

it('prints what somebody typed as text, never as markup', async () => {
  const hostile = `<img src=x onerror=alert(1)>"'</td></title><script>`
  const { providers } = await clerk.call(listProviders)
  const own = providers.find((provider) => provider.name === '丽水市演示职业培训学校')!
  const { id: siteId } = await clerk.call(addSite, {
    params: { organisationId: own.id },
    body: { name: hostile, townZh: '碧湖镇', address: hostile },
  })
  const { id: roomId } = await clerk.call(addRoom, {
    params: { siteId },
    body: { name: hostile.slice(0, 30), seats: 50 },
  })
  const plan = { ...(await planNow()), number: '<b>&"</b><script>', siteId, roomId }
  const { id } = await school.call(draftClass, { body: plan })
  const { sessions } = await school.call(getClass, { params: { classId } })
  const given = sessions.slice(0, 1).map(({ id: _id, roomName: _room, instructorName: _name, ...session }) => session)
  await school.call(putTimetable, {
    params: { classId: id },
    body: { sessions: given.map((one) => ({ ...one, roomId })) },
  })
  const of = { kind: 'class', subjectId: id }
  await attach(
    school,
    Buffer.concat([givenPdf(), Buffer.from('\nx')]),
    { title: hostile, fileName: `${hostile}.pdf` },
    of,
  )
  for (const form of ['class-application', 'provider-promise', 'class-file']) {
    const { html } = await printed(school, form, {}, of)
    expect(html).toContain('&lt;b&gt;&amp;&quot;&lt;/b&gt;')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/<img|<b>&|<\/title>.*<\/title>/)
  }
})
