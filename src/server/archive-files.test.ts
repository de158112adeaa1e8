import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assembledClaim } from '../../demo/claim-way.ts'
import { getLookUpGroup, recordLookUp, uploadScreenshot } from '../kernel/credentials/look-ups/contract.ts'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { personOfClaim } from '../kernel/funds/room.ts'
import { openCase, uploadCaseFile } from '../kernel/integrity/cases/contract.ts'
import { makeCorrection } from '../kernel/people/corrections/making.ts'
import {
  decideProposal,
  proposeRestriction,
  recordReply,
  uploadReplyFile,
} from '../kernel/people/restrictions/contract.ts'
import {
  askForClassArchive,
  askForPersonArchive,
  askForProviderArchive,
  listArchives,
} from '../kernel/record/archive/contract.ts'
import { ARCHIVES, findArchive } from '../kernel/record/archive/store.ts'
import { newId } from '../kernel/values/public.ts'
import { addAmendmentEvidence, proposeAmendment } from '../mechanisms/training/amendments/contract.ts'
import { musterOfClass } from '../mechanisms/training/completion/contract.ts'
import { insertInspection, insertInspectionPhoto } from '../mechanisms/training/inspections/store.ts'
import { insertPhoto } from '../mechanisms/training/live/photo-store.ts'
import { insertLiveSession } from '../mechanisms/training/live/store.ts'
import { listSessions } from '../mechanisms/training/timetable/store.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict, type Tx } from '../platform/db/public.ts'
import { keepFile } from '../platform/files/public.ts'
import { takeWork } from '../platform/outbox/public.ts'
import { STEP_FILES } from './house.ts'
import { checked, deadLinks, saved, unpacked } from './testing-archive.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

const REASON = { reason: '移交审计组归档' }

let house: TestHouse
let clerk: Someone
let school: Someone
let auditor: Someone
let approver: Someone
let classId: string
let claimId: string
let whom: { decisionId: string; personId: string }
let organisationId: string

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(house.connection.db, LIANDU, work)
const picture = (seed: number) => new Blob([new Uint8Array(givenPng(seed))])
const hashOf = (seed: number) => createHash('sha256').update(givenPng(seed)).digest('hex')

/** What each picture is, by the seed of its bytes. */
const PICTURE = {
  classPhoto: 1,
  inspection: 2,
  amendment: 3,
  everybody: 4,
  alone: 5,
  reply: 6,
  ofProvider: 7,
  correction: 8,
  case: 9,
} as const

beforeAll(async () => {
  house = await givenHouse()
  ;[school, clerk] = [await house.as('school'), await house.as('clerk')]
  ;[auditor, approver] = [await house.as('auditor'), await house.as('approver')]
  classId = await givenTaughtClass(house, school, clerk)
  claimId = await assembledClaim(clerk.call)
  const claim = await clerk.call(getClaim, { params: { claimId } })
  organisationId = claim.organisationId
  const { decisionId } = claim.people.find(({ position }) => position === 6)!
  whom = { decisionId, personId: (await within((tx) => personOfClaim(tx, claimId, decisionId)))! }
  await givenLookUps()
  await givenPictures()
  await givenAmendment()
  for (const of of [
    { personId: whom.personId, organisationId: null },
    { personId: null, organisationId },
  ])
    await givenReply(of)
  const doubt = await clerk.call(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训。' } })
  await clerk.call(uploadCaseFile, {
    params: { caseId: doubt.id },
    query: { fileName: '回访记录.png' },
    file: picture(PICTURE.case),
  })
}, 240_000)
afterAll(() => house.close())

async function givenLookUps(): Promise<void> {
  const params = { groupId: classId }
  const look = async (fileName: string, seed: number, take: number) => {
    const { id } = await clerk.call(uploadScreenshot, { params, query: { fileName }, file: picture(seed) })
    const { certificates } = await clerk.call(getLookUpGroup, { params })
    const own = certificates.toSorted((a, b) => Math.abs(a.position - 6) - Math.abs(b.position - 6)).slice(0, take)
    const lines = own.map(({ id: certificateId, newest }) => ({
      certificateId,
      outcome: 'agrees' as const,
      seen: newest?.lookUpId ?? null,
    }))
    const body = { site: 'PROVINCE', lookedOn: '2022-03-28', screenshotIds: [id], lines }
    await clerk.call(recordLookUp, { params, body })
  }
  await look('全班.png', PICTURE.everybody, 3)
  await look('一人.png', PICTURE.alone, 1)
}

/** Two pictures as an instructor and an inspector take them while a session is on. */
async function givenPictures(): Promise<void> {
  const vault = vaultOf(house.keys)
  await within(async (tx) => {
    const session = (await listSessions(tx, classId))[0]!
    const accountId = newId()
    const doer = { accountId, personId: whom.personId }
    const kept = (name: string, seed: number) =>
      keepFile(tx, vault, { id: newId(), name, mediaType: 'image/png', bytes: givenPng(seed), createdBy: null })
    const moment = { businessAt: tx.now, deviceAt: null }
    const live = { id: newId(), classId, sessionId: session.id }
    await insertLiveSession(tx, { ...live, ...doer, device: Buffer.alloc(32), ...moment })
    const photo = await kept('现场.png', PICTURE.classPhoto)
    const taken = { id: newId(), liveSessionId: live.id, fileId: photo.id }
    await insertPhoto(tx, { ...taken, ...doer, device: Buffer.alloc(32), ...moment })
    const inspection = { id: newId(), classId, sessionId: session.id, minute: 540, headCount: 38, note: '' }
    await insertInspection(tx, { ...inspection, ...doer, businessAt: tx.now })
    const seen = await kept('教室.png', PICTURE.inspection)
    await insertInspectionPhoto(tx, {
      id: newId(),
      inspectionId: inspection.id,
      fileId: seen.id,
      fileName: '教室.png',
      mediaType: 'image/png',
      sizeBytes: seen.sizeBytes,
      ...doer,
      businessAt: tx.now,
    })
    const asked = { personId: whom.personId, item: 'name' as const, shouldBe: '王静', phone: null, why: '登记有误' }
    await makeCorrection(tx, vault, { ...asked, paper: givenPng(PICTURE.correction), formKey: 'form-of-the-test' })
  })
}

async function givenAmendment(): Promise<void> {
  const sent = { params: { classId }, query: { fileName: '点名册.png' }, file: picture(PICTURE.amendment) }
  const { evidenceId } = await school.call(addAmendmentEvidence, sent)
  const { people } = await school.call(musterOfClass, { params: { classId } })
  const { signs } = people.find(({ seq }) => seq === 6)!
  const signId = signs.find((sign) => sign?.credit === 'absent')!.id
  const body = { signs: [{ signId, becomes: 'present' as const }], reason: '录入时漏记', evidenceId }
  await school.call(proposeAmendment, { params: { classId }, body })
}

async function givenReply(whose: { personId: string | null; organisationId: string | null }): Promise<void> {
  const said = { kind: 'restricted', reason: '回访核实代签考勤。', clause: '第二十五条' } as const
  const days = { document: '莲人社〔2022〕15号', from: '2022-03-28', to: '2022-12-31' }
  const { id: restrictionId, proposals } = await clerk.call(proposeRestriction, {
    body: { ...said, ...whose, ...days },
  })
  const yes = { outcome: 'confirmed' as const, reason: '' }
  await approver.call(decideProposal, { params: { restrictionId, proposalId: proposals[0]!.id }, body: yes })
  const reply = { way: 'visit' as const, said: '只缺了一天课。', saidOn: '2022-03-28' }
  const { replyId } = await clerk.call(recordReply, { params: { restrictionId }, body: reply })
  await clerk.call(uploadReplyFile, {
    params: { restrictionId, replyId },
    query: { fileName: '申辩书.png' },
    file: picture(whose.personId ? PICTURE.reply : PICTURE.ofProvider),
  })
}

type Listed = { path: string | null; fate: string; sha256: string; title: { zh: string } }
type Taken = { files: Map<string, Buffer>; listed: Listed[]; index: string }

async function taken(by: Someone, { id }: { id: string }): Promise<Taken> {
  await house.making.make(LIANDU)
  const files = await unpacked(await saved(by, id))
  const listed = JSON.parse(files.get('tables/files.json')?.toString('utf8') ?? '[]') as Listed[]
  return { files, listed, index: files.get('index.html')!.toString('utf8') }
}

const ofClass = async (by: Someone, full = false) =>
  taken(by, await by.call(askForClassArchive, { params: { classId }, body: { ...REASON, full } }))
const ofPerson = async (by: Someone, full = false) => {
  const { decisionId } = whom
  return taken(by, await by.call(askForPersonArchive, { params: { claimId, decisionId }, body: { ...REASON, full } }))
}

/** Which of the pictures are in an archive with their bytes, and nothing else that is kept beside a step. */
const picturesIn = ({ listed }: Taken) =>
  Object.entries(PICTURE)
    .filter(([, seed]) => listed.some(({ path, sha256 }) => path !== null && sha256 === hashOf(seed)))
    .map(([name]) => name)
    .toSorted()

describe('the files beside the steps', () => {
  it('are in the archive of a class as they came, opened from the index and from their step, and checked', async () => {
    const archive = await ofClass(auditor)
    expect(picturesIn(archive)).toEqual(['alone', 'amendment', 'case', 'classPhoto', 'everybody', 'inspection'])
    for (const { path, sha256, title } of archive.listed.filter(({ path: each }) => each !== null)) {
      expect(createHash('sha256').update(archive.files.get(path!)!).digest('hex')).toBe(sha256)
      expect(path).toMatch(/^files\/\d{3}-[0-9a-f]{12}\.png$/)
      const pages = [...archive.files].filter(([name]) => /^(?:index|steps\/.*)\.html$/.test(name))
      const opening = pages.filter(([, html]) => html.includes(`${path}"`)).map(([name]) => name)
      expect(opening.length, title.zh).toBeGreaterThan(1)
    }
    expect(archive.index).not.toContain('合计超过')
    expect(deadLinks(archive.files)).toEqual([])
    expect(checked(archive.files)).toBe('')
  }, 60_000)

  it('bear numbers in full only where the archive does: the roster, sheets of attendance and of marks as they came', async () => {
    const masked = (await ofClass(auditor)).listed.filter(({ fate }) => fate === 'numbers')
    expect(masked.length).toBeGreaterThanOrEqual(3)
    for (const { path } of masked) expect(path).toBeNull()
    const whole = await ofClass(approver, true)
    for (const { sha256 } of masked)
      expect(whole.listed.find((each) => each.sha256 === sha256)).toMatchObject({
        fate: 'in',
        path: expect.any(String),
      })
    expect(whole.listed.some(({ path }) => path?.endsWith('.xlsx') || path?.endsWith('.csv'))).toBe(true)
    expect(checked(whole.files)).toBe('')
  }, 60_000)

  it('leave with a person where they tell of nobody else; the others are counted and not named', async () => {
    const archive = await ofPerson(auditor)
    expect(picturesIn(archive)).toEqual(['alone', 'reply'])
    expect(archive.index).toMatch(/另有 \d+ 份文件涉及他人/)
    for (const [name, bytes] of archive.files)
      for (const seed of [PICTURE.classPhoto, PICTURE.everybody, PICTURE.inspection, PICTURE.ofProvider]) {
        expect(createHash('sha256').update(bytes).digest('hex'), name).not.toBe(hashOf(seed))
        if (name.endsWith('.json')) expect(archive.listed.map(({ sha256 }) => sha256)).not.toContain(hashOf(seed))
      }
    // What proves who somebody is may bear their number.
    expect(archive.listed.filter(({ fate }) => fate === 'numbers').map(({ sha256 }) => sha256)).toEqual([
      hashOf(PICTURE.correction),
    ])
    expect(picturesIn(await ofPerson(approver, true))).toEqual(['alone', 'correction', 'reply'])
    expect(deadLinks(archive.files)).toEqual([])
    expect(checked(archive.files)).toBe('')
  }, 60_000)

  it('leave with a provider where they show no trainee', async () => {
    const asked = await auditor.call(askForProviderArchive, { params: { organisationId }, body: REASON })
    const archive = await taken(auditor, asked)
    expect(picturesIn(archive)).toEqual(['ofProvider'])
    expect(checked(archive.files)).toBe('')
  }, 60_000)

  it('are named by the checker where one is not what was handed in, even under a manifest that was made anew', async () => {
    const { files, listed } = await ofClass(auditor)
    const { path } = listed.find(({ sha256 }) => sha256 === hashOf(PICTURE.classPhoto))!
    const other = givenPng(77)
    files.set(path!, other)
    expect(checked(files)).toContain(`- ${path}: 内容已被改动`)
    const manifest = JSON.parse(files.get('manifest.json')!.toString('utf8')) as {
      files: { path: string; bytes: number; sha256: string }[]
    }
    const entry = manifest.files.find((each) => each.path === path)!
    entry.bytes = other.length
    entry.sha256 = hashOf(77)
    files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
    expect(checked(files)).toContain(`- ${path}: 与当初交来时的摘要不同`)
    files.delete(path!)
    expect(checked(files)).toContain(`- ${path}: 缺失`)
  }, 60_000)

  it('are told of by a room, or their table says why they stay: no table of files is forgotten', async () => {
    const { rows } = await within((tx) =>
      tx.db
        .selectFrom('information_schema.columns' as never)
        .select(['table_schema', 'table_name'] as never[])
        .where('column_name' as never, 'in', ['file_id', 'marked_file_id'] as never)
        .distinct()
        .execute()
        .then((all) => ({ rows: all as { table_schema: string; table_name: string }[] })),
    )
    const kept = rows.map(({ table_schema: room, table_name: table }) => `${room}.${table}`)
    const declared = STEP_FILES.flatMap(({ tables, staysHere }) => [...tables, ...Object.keys(staysHere)])
    // Scans are papers and are told of as such.
    expect(kept.filter((table) => table !== 'record.scans').toSorted()).toEqual(declared.toSorted())
  })
})

describe('an archive whose process is gone', () => {
  const ask = async () => (await auditor.call(askForClassArchive, { params: { classId }, body: REASON })).id
  const own = async (id: string) => (await auditor.call(listArchives)).items.find((each) => each.id === id)!
  const partsOf = async (id: string) =>
    (await owner<{ nth: number }>('select nth from record.archive_parts where archive_id = $1 order by nth', id)).map(
      ({ nth }) => nth,
    )
  const begun = async (id: string) =>
    (await owner<{ begun: number }>('select begun from record.archives where id = $1', id))[0]!.begun
  /** Nothing of it can be had while it is not whole. */
  const isNotOffered = async (id: string) => {
    expect(await own(id)).toMatchObject({ sha256: null, manifestSha256: null, expiresAt: null })
    await expect(saved(auditor, id)).rejects.toMatchObject({ problem: { status: 409, code: 'archive-not-there' } })
  }

  const isRunning = (id: string) =>
    vi.waitFor(async () => expect((await own(id)).status).toBe('running'), { timeout: 30_000, interval: 20 })

  it('is put back by one that stops, with nothing left of it, and is made by another', async () => {
    const first = house.another()
    const id = await ask()
    const making = first.making.make(LIANDU)
    await isRunning(id)
    await isNotOffered(id)
    await first.making.stop()
    await making
    expect(await own(id)).toMatchObject({ status: 'asked' })
    expect(await partsOf(id)).toEqual([])
    await isNotOffered(id)
    await house.making.make(LIANDU)
    expect(checked(await unpacked(await saved(auditor, id)))).toBe('')
  }, 60_000)

  it('is taken up when nothing was heard of it; who only seemed dead writes no more, and there is one archive', async () => {
    const id = await ask()
    const seeming = house.another().making.make(LIANDU)
    await isRunning(id)
    // Whoever makes it stands still at its next piece or beat, and another takes it.
    await within(async (tx) => {
      await sql`select 1 from record.archives where district = ${LIANDU} and id = ${id} for no key update`.execute(
        tx.db,
      )
      await vi.waitFor(async () => expect(await owner('select 1 from pg_locks where not granted')).not.toEqual([]), {
        timeout: 30_000,
      })
      await sql`update record.archives set beat_at = now() - interval '1 hour' where district = ${LIANDU} and id = ${id}`.execute(
        tx.db,
      )
      expect(await takeWork(tx, ARCHIVES)).toBe(id)
      expect(await findArchive(tx, id)).toMatchObject({ begun: 2 })
    })
    await seeming
    expect(await own(id)).toMatchObject({ status: 'running' })
    expect(await partsOf(id)).toEqual([])
    await isNotOffered(id)
    // That one died as well; the third makes it.
    await owner("update record.archives set beat_at = now() - interval '1 hour' where id = $1", id)
    await house.making.make(LIANDU)
    expect([await begun(id), (await own(id)).status]).toEqual([3, 'done'])
    const parts = await partsOf(id)
    expect(parts).toEqual(parts.map((_part, at) => at + 1))
    expect(checked(await unpacked(await saved(auditor, id)))).toBe('')
  }, 60_000)

  it('is given up the third time, and says so; what there was of it is gone', async () => {
    const id = await ask()
    await owner(
      "update record.archives set status = 'running', begun = 3, beat_at = now() - interval '1 hour' where id = $1",
      id,
    )
    await owner(
      "insert into record.archive_parts (district, id, archive_id, nth, sealed_bytes) values ($2, $1, $1, 1, 'half')",
      id,
      LIANDU,
    )
    await house.making.make(LIANDU)
    expect(await own(id)).toMatchObject({ status: 'failed' })
    expect(await partsOf(id)).toEqual([])
    await isNotOffered(id)
  }, 60_000)

  /** As whoever owns the database. */
  async function owner<T extends pg.QueryResultRow>(text: string, ...values: unknown[]): Promise<T[]> {
    const client = new pg.Client({ connectionString: house.database.superuserUrl })
    await client.connect()
    try {
      return (await client.query<T>(text, values)).rows
    } finally {
      await client.end()
    }
  }
})
