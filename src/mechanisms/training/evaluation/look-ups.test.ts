import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { credentialChecks, credentialRoutes, credentialTrails } from '../../../kernel/credentials/room.ts'
import {
  countLookUpsWaiting,
  getLookUpGroup,
  listLookUpGroups,
  openScreenshot,
  recordLookUp,
  uploadScreenshot,
} from '../../../kernel/credentials/look-ups/contract.ts'
import { givenPdf, givenPng } from '../../../kernel/credentials/look-ups/testing.ts'
import { markSheetTeller } from '../../../kernel/marking/room.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { listActs } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import {
  fileOf,
  givenClosingHouse,
  givenSampleClass,
  refusalOf,
  type SampleClass,
  sendMarks,
} from '../completion/testing.ts'
import { csvOfGrid, sampleGrid, withCells } from '../sheets/testing.ts'
import { askCheck, givenActor, givenClass, LIANDU, type Someone, type TrainingHouse } from '../testing.ts'
import { classAssessment } from './assessment.ts'
import { classCertificates } from './certificate-groups.ts'

const NUMBER_OF_1 = 'S000033000001225000001'
const NOW = '2022-03-28T09:00:00+08:00'

let house: TrainingHouse
let ofClass: SampleClass
let clerk: Someone
let other: Someone
let screenshotId: string

const [numberCheck, lookUpCheck] = credentialChecks({ groups: classCertificates })

beforeAll(async () => {
  house = await givenClosingHouse(({ vault }) => credentialRoutes({ vault, parametersOn, groups: classCertificates }))
  ofClass = await givenSampleClass(house)
  clerk = house.as(givenActor('clerk'))
  other = house.as(givenActor('clerk'))
  await sendMarks(ofClass)
})
afterAll(() => house?.close())

const params = () => ({ groupId: ofClass.classId })
const send = (bytes: Uint8Array, fileName = '查询结果.png', by = clerk) =>
  by.call(uploadScreenshot, { params: params(), query: { fileName }, file: fileOf(bytes) })
const detail = () => clerk.call(getLookUpGroup, { params: params() })
const certificateOf = async (seq: number) => (await detail()).certificates.find(({ position }) => position === seq)!

type Line = { outcome: 'agrees' | 'differs' | 'not-found'; differing?: ('name' | 'level')[]; seen?: string | null }

/** Records what was found of these people's certificates, as the page would: having seen what is newest. */
async function lookUp(
  lines: Record<number, Line>,
  over: { lookedOn?: string; site?: string; screenshotIds?: string[]; by?: Someone } = {},
) {
  const { certificates } = await detail()
  const given = Object.entries(lines).map(([seq, { outcome, differing = [], seen }]) => {
    const { id, newest } = certificates.find(({ position }) => position === Number(seq))!
    return { certificateId: id, outcome, differing, seen: seen === undefined ? (newest?.lookUpId ?? null) : seen }
  })
  const { lookedOn = '2022-03-26', site = 'PROVINCE', screenshotIds = [screenshotId], by = clerk } = over
  return by.call(recordLookUp, { params: params(), body: { site, lookedOn, screenshotIds, lines: given } })
}

const saidOf = async (seq: number, moment: 'claim' | 'payment', check = lookUpCheck!) =>
  (await askCheck(house, check, ofClass.classId, { now: NOW, moment }))[seq - 1]!

describe('the number of a certificate (X01)', () => {
  it('passes for everybody of sample 06, and is not asked of the two who have none', async () => {
    const said = await askCheck(house, numberCheck!, ofClass.classId, { now: NOW, moment: 'payment' })
    expect(said.filter(({ outcome }) => outcome === 'passed')).toHaveLength(38)
    expect([said[7]!.outcome, said[11]!.outcome]).toEqual(['not-applicable', 'not-applicable'])
  })
})

describe('a screenshot', () => {
  it('is kept by what it is, once, and not under an identity number', async () => {
    const kept = await send(givenPng(), '339901197706180675.png')
    screenshotId = kept.id
    expect(kept).toMatchObject({ mediaType: 'image/png', fileName: '***.png' })
    expect(await send(givenPng(), 'again.png')).toMatchObject({ id: kept.id })
    expect(await send(givenPdf(), 'named-wrongly.png')).toMatchObject({ mediaType: 'application/pdf' })
  })

  it.each([
    ['a page with another name', Buffer.from('<html><script>1</script></html>'), 422, /内容不是/],
    ['a picture cut short', givenPng().subarray(0, 40), 422, /不完整/],
    ['larger than a screenshot is', Buffer.concat([givenPng(), Buffer.alloc(6 * 1024 * 1024)]), 422, /超过5 MB/],
    ['twenty megabytes and more', Buffer.alloc(20 * 1024 * 1024 + 1), 413, /./],
    ['nothing', Buffer.alloc(0), 422, /空文件/],
  ])('is refused when it is %s', async (_, bytes, status, says) => {
    const refusal = await refusalOf(send(bytes))
    expect(refusal.status).toBe(status)
    expect([refusal.detail, ...refusal.items].join('\n')).toMatch(says)
  })

  it('is opened as it came, and each opening is recorded', async () => {
    const bytes = (await clerk.call(openScreenshot, { params: { screenshotId } })) as Blob
    expect(Buffer.from(await bytes.arrayBuffer()).equals(givenPng())).toBe(true)
    await other.call(openScreenshot, { params: { screenshotId } })
    const acts = await house.within((tx) => listActs(tx, 'certificate-screenshot', screenshotId))
    expect(acts.map(({ act, accountId }) => [act, accountId])).toEqual([
      ['screenshot.opened', clerk.actor.accountId],
      ['screenshot.opened', other.actor.accountId],
    ])
  })

  it('is neither taken from nor shown to whoever may not', async () => {
    const asked = [
      refusalOf(send(givenPng(), 'x.png', ofClass.someone)),
      refusalOf(ofClass.someone.call(openScreenshot, { params: { screenshotId } })),
      refusalOf(send(givenPng(), 'x.png', house.as(givenActor('reviewer')))),
    ]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403])
  })
})

describe('a look-up', () => {
  it('is waited for by every certificate of the class', async () => {
    expect(await clerk.call(countLookUpsWaiting)).toEqual({ waiting: 1 })
    const { items } = await clerk.call(listLookUpGroups, { query: { show: 'waiting' } })
    expect(items[0]).toMatchObject({ id: ofClass.classId, counts: { certificates: 38, waiting: 38 } })
    expect((await detail()).certificates[0]).toMatchObject({
      position: 1,
      holder: '王*',
      number: NUMBER_OF_1,
      newest: null,
    })
  })

  it('is only noted when money is claimed, and holds the payment', async () => {
    expect(await saidOf(1, 'claim')).toMatchObject({ outcome: 'unavailable', zh: expect.stringMatching(/尚未查验/) })
    const [finding] = await house.within((tx) =>
      lookUpCheck!.run({
        tx,
        moment: 'payment',
        groupId: ofClass.classId,
        subjects: [{ kind: 'enrolment', id: newId(), during: { from: '2022-03-07' as never, to: null } }],
        now: new Date(NOW),
        today: '2022-03-28' as never,
        parameters: parametersOn(LIANDU, '2022-03-28' as never),
      }),
    )
    expect(finding).toMatchObject({ outcome: 'not-applicable' })
    expect(await saidOf(1, 'payment')).toMatchObject({
      outcome: 'failed',
      zh: `证书 ${NUMBER_OF_1} 尚未查验,请先登记证书查验`,
    })
    expect(await saidOf(8, 'payment')).toMatchObject({ outcome: 'not-applicable' })
  })

  it('needs a screenshot, a known site and a day that has come, and says so of all at once', async () => {
    const refusal = await refusalOf(
      lookUp({ 1: { outcome: 'agrees' } }, { lookedOn: '2022-03-29', site: 'ELSEWHERE', screenshotIds: [newId()] }),
    )
    expect(refusal.items).toEqual([
      expect.stringMatching(/在今天\(2022-03-28\)之后/),
      expect.stringMatching(/请选择本地认可的查询网站/),
      expect.stringMatching(/截图/),
    ])
    expect((await refusalOf(lookUp({ 1: { outcome: 'agrees' } }, { screenshotIds: [] }))).status).toBe(400)
    expect((await detail()).lookUps).toEqual([])
  })

  it('takes neither a certificate nor a screenshot of another class', async () => {
    const elsewhere = await house.within((tx) => givenClass(tx, house.vault, ofClass.provider, { people: 1 }))
    const { id } = await certificateOf(1)
    const lines = [{ certificateId: id, outcome: 'agrees' as const, differing: [], seen: null }]
    const body = { site: 'PROVINCE', lookedOn: '2022-03-26', screenshotIds: [screenshotId], lines }
    const refusal = await refusalOf(clerk.call(recordLookUp, { params: { groupId: elsewhere }, body }))
    expect(refusal.items).toEqual([expect.stringMatching(/不属于这个班/), expect.stringMatching(/截图/)])
    expect((await refusalOf(clerk.call(recordLookUp, { params: { groupId: newId() }, body }))).status).toBe(404)
  })

  it('covers a part of the class first and the rest later, with one screenshot', async () => {
    await lookUp({ 1: { outcome: 'agrees' }, 2: { outcome: 'differs', differing: ['name', 'level'] } })
    await lookUp({ 3: { outcome: 'not-found' } })
    const { group, lookUps } = await detail()
    expect(group.counts).toEqual({ certificates: 38, waiting: 35, agreeing: 1, differing: 1, missing: 1 })
    expect(lookUps.map(({ agreeing, differing, missing }) => [agreeing, differing, missing])).toEqual([
      [0, 0, 1],
      [1, 1, 0],
    ])
    expect((await clerk.call(listLookUpGroups, { query: { show: 'doubt' } })).items).toHaveLength(1)
  })

  it('passes what agrees; what differs or is not found is refused, already when money is claimed', async () => {
    expect((await saidOf(1, 'payment')).outcome).toBe('passed')
    for (const moment of ['claim', 'payment'] as const) {
      expect(await saidOf(2, moment)).toMatchObject({
        outcome: 'failed',
        zh: expect.stringMatching(/姓名、等级与登记不一致/),
      })
      expect(await saidOf(3, moment)).toMatchObject({
        outcome: 'failed',
        zh: expect.stringMatching(/查无此证\(2022-03-26\)$/),
        evidence: [{ kind: 'certificate-look-up' }],
      })
    }
  })

  it('is followed by a later one, which counts; the earlier stays', async () => {
    expect((await refusalOf(lookUp({ 3: { outcome: 'agrees' } }, { lookedOn: '2022-03-25' }))).items).toEqual([
      expect.stringMatching(/已有 2022-03-26 的查验/),
    ])
    await lookUp({ 3: { outcome: 'agrees' } }, { lookedOn: '2022-03-28' })
    expect((await saidOf(3, 'payment')).outcome).toBe('passed')
    expect((await detail()).lookUps).toHaveLength(3)
  })

  it('is taken from one of two clerks at once; the other is told, and nothing of theirs is kept', async () => {
    const { id, newest } = await certificateOf(4)
    expect(newest).toBeNull()
    const { certificates } = await detail()
    const fifth = certificates.find(({ position }) => position === 5)!.id
    const body = (ids: string[]) => ({
      site: 'PROVINCE',
      lookedOn: '2022-03-28',
      screenshotIds: [screenshotId],
      lines: ids.map((certificateId) => ({ certificateId, outcome: 'agrees' as const, differing: [], seen: null })),
    })
    const { both } = await house.within(async (tx) => {
      await sql`select 1 from credentials.certificates where district = ${tx.district} and id = ${id} for update`.execute(
        tx.db,
      )
      const asked = Promise.allSettled([
        clerk.call(recordLookUp, { params: params(), body: body([id]) }),
        other.call(recordLookUp, { params: params(), body: body([id, fifth]) }),
      ])
      await bothWait()
      return { both: asked }
    })
    const [first, second] = await both
    const refused = [first, second].filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { problem: { status: 409, code: 'looked-up-meanwhile' } } })
    const looked = (await detail()).certificates.filter(
      ({ position, newest: now }) => position > 3 && position < 6 && now,
    )
    expect(looked).toHaveLength(first.status === 'fulfilled' ? 1 : 2)
  })

  it('is told to whoever waits for it', async () => {
    const { rows } = await house.within((tx) =>
      sql<{
        body: unknown
      }>`select body from outbox.events where district = ${tx.district} and kind = 'certificates.looked-up'`.execute(
        tx.db,
      ),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { body } of rows) expect(body).toEqual({ groupIds: [ofClass.classId] })
  })

  it('is walked from the certificate to the screenshot and back', async () => {
    const trails = credentialTrails({
      tellers: [markSheetTeller([classAssessment])],
      groups: classCertificates,
      parametersOn,
    })
    const walk = (kind: string, id: string) =>
      house.within(async (tx) => (await trails.find((trail) => trail.kind === kind)!.describe(tx, id))!)
    const certificate = await walk('certificate', (await certificateOf(3)).id)
    const [newest, earlier] = certificate.restsOn.filter(({ kind }) => kind === 'certificate-look-up')
    expect([newest!.title.zh, earlier!.title.zh]).toEqual([
      '证书查验 2022-03-28 · 浙江省职业能力一体化工作平台',
      '证书查验 2022-03-26 · 浙江省职业能力一体化工作平台',
    ])
    const step = await walk('certificate-look-up', earlier!.id)
    expect(step.says.find(({ label }) => label.zh === '查无此证')?.value.zh).toBe('1')
    expect(step.leadsTo).toEqual([expect.objectContaining({ kind: 'certificate', id: certificate.id })])
    const screenshot = await walk('certificate-screenshot', step.restsOn[0]!.id)
    expect(screenshot.leadsTo.map(({ id }) => id)).toContain(earlier!.id)
    for (const each of [step, screenshot]) expect(each.organisationId).toBe(ofClass.provider.organisationId)
  })

  it('stays good when a corrected sheet tells the same again, and does not when it tells another', async () => {
    const swapped = withCells(await sampleGrid('06'), { G4: 'S000033000001225000099' })
    await sendMarks(ofClass, csvOfGrid(swapped))
    expect((await certificateOf(1)).newest).toMatchObject({ outcome: 'agrees' })
    expect((await certificateOf(2)).newest).toBeNull()
    expect((await saidOf(2, 'payment')).zh).toMatch(/尚未查验/)
  })

  it('can neither be changed nor taken back', async () => {
    for (const table of ['look_ups', 'look_up_lines', 'look_up_screenshots', 'screenshots'] as const) {
      const gone = house.within((tx) => sql`delete from ${sql.table(`credentials.${table}`)}`.execute(tx.db))
      await expect(gone, table).rejects.toMatchObject({ code: '42501' })
      const changed = house.within((tx) =>
        sql`update ${sql.table(`credentials.${table}`)} set district = 1`.execute(tx.db),
      )
      await expect(changed, table).rejects.toMatchObject({ code: '42501' })
    }
  })
})

async function bothWait(): Promise<void> {
  const waiting = () =>
    house.within(async (tx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(tx.db)
      return rows[0]!.count
    })
  while ((await waiting()) < 2) await setTimeout(20)
}
