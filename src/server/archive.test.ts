import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PERMISSIONS_OF } from '../kernel/access/permissions.ts'
import { walkWhole } from '../kernel/record/archive/archive.ts'
import {
  askForClassArchive,
  askForPersonArchive,
  askForProviderArchive,
  cancelArchive,
  listArchives,
} from '../kernel/record/archive/contract.ts'
import { attachScan } from '../kernel/record/paper/contract.ts'
import { sealedColumns } from '../kernel/record/personal/register.ts'
import { listActs, type TrailStep } from '../kernel/record/public.ts'
import { openPersonTimeline, personTimeline } from '../kernel/record/timelines/contract.ts'
import { newId } from '../kernel/values/public.ts'
import { placeOf, vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import { PERSONAL } from './house.ts'
import { checked, deadLinks, kindsIn, saved, stepsIn, textsIn, unpacked } from './testing-archive.ts'
import { playStory, type Story } from './story/testing.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

const REASON = '移交审计组归档'
const SCAN = Buffer.from(givenPng(9))

let house: TestHouse
let story: Story
let auditor: Someone
let zip: Buffer
let files: ReadonlyMap<string, Buffer>
let folder: string

beforeAll(async () => {
  house = await givenHouse()
  story = await playStory(house)
  auditor = await house.as('auditor')
  await story.school.call(attachScan, {
    params: { kind: 'class', subjectId: story.classId },
    query: { fileName: '盖章件.png', title: '盖章件' },
    file: new Blob([new Uint8Array(SCAN)]),
  })
  await house.sealing.seal(LIANDU)
  zip = await taken(auditor)
  files = await unpacked(zip)
  folder = mkdtempSync(join(tmpdir(), 'archive-test-'))
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}, 420_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await house.close()
})

/** Asks for the class, has it made, and saves it. */
async function taken(by: Someone): Promise<Buffer> {
  const { id } = await by.call(askForClassArchive, { params: { classId: story.classId }, body: { reason: REASON } })
  await house.making.make(LIANDU)
  return saved(by, id)
}

const textOf = (name: string) => files.get(name)!.toString('utf8')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pages = () => [...files.keys()].filter((name) => name.endsWith('.html'))

it('has every step of the class from its roster to the yuan, each a page that the index leads to', async () => {
  const index = textOf('index.html')
  const steps = new Map(
    [...files.keys()]
      .filter((name) => /^tables\/(?!named|links|files).*\.json$/.test(name))
      .flatMap((name) => JSON.parse(textOf(name)) as TrailStep[])
      .map((step) => [`${step.kind}.${step.id}`, step]),
  )
  const kinds = new Set([...steps.values()].map(({ kind }) => kind))
  for (const kind of ['enrolment', 'attendance-sign', 'muster', 'claim', 'claim-line', 'decision', 'payment', 'batch'])
    expect(kinds, kind).toContain(kind)
  for (const [name, { title }] of steps) {
    expect(files.has(`steps/${name}.html`), name).toBe(true)
    const isListed = files.has(`lists/${name.split('.')[0]}.html`)
    expect(isListed ? textOf(`lists/${name.split('.')[0]}.html`) : index).toContain(`steps/${name}.html"`)
    expect(textOf(`steps/${name}.html`)).toContain(title.zh.split(/[&<>"']/)[0])
  }
  expect(steps.has(`payment.${story.paymentId}`)).toBe(true)
})

it('resolves every link inside itself, and needs no script and no network', () => {
  let links = 0
  for (const page of pages()) {
    const html = textOf(page)
    expect(html, page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|<link rel="(?!icon)/)
    for (const [, target] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (target!.startsWith('data:')) continue
      links += 1
      const path = posix.join(posix.dirname(page), target!)
      expect(files.has(path), `${page} leads to ${target}`).toBe(true)
    }
  }
  expect(links).toBeGreaterThan(1000)
})

it('names every file in its manifest with size and SHA-256, and the record names the manifest', async () => {
  const manifest = JSON.parse(textOf('manifest.json')) as { files: { path: string; bytes: number; sha256: string }[] }
  expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(
    [...files.keys()].filter((name) => name !== 'manifest.json').toSorted(),
  )
  for (const { path, bytes, sha256: hash } of manifest.files) {
    expect(files.get(path)!.length, path).toBe(bytes)
    expect(sha256(files.get(path)!), path).toBe(hash)
  }
  const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'class', story.classId))
  const ofArchives = acts.filter(({ act }) => act.startsWith('archive.'))
  expect(ofArchives.map(({ act }) => act)).toEqual(['archive.asked-for', 'archive.made', 'archive.taken-out'])
  const [asked, made, taken] = ofArchives.map(({ detail }) => detail as Record<string, unknown>)
  expect(asked).toMatchObject({ reason: REASON })
  expect(made).toMatchObject({ manifestSha256: sha256(files.get('manifest.json')!), sha256: sha256(zip) })
  expect(made!.scans).toHaveLength(1)
  expect(taken).toMatchObject({ reason: '移交纸质档案室', sha256: sha256(zip) })
})

describe('its own checker, with nothing but Node', () => {
  const check = (...args: string[]) =>
    spawnSync(process.execPath, ['check/check-archive.mjs', ...args], { cwd: folder, encoding: 'utf8' })
  /** A file of the archive reads otherwise while something is looked at. */
  function changed<T>(path: string, change: (bytes: Buffer) => Buffer, look: () => T): T {
    const whole = files.get(path)!
    writeFileSync(join(folder, path), change(Buffer.from(whole)))
    try {
      return look()
    } finally {
      writeFileSync(join(folder, path), whole)
    }
  }
  const oneByte = (bytes: Buffer) => {
    const at = Math.floor(bytes.length / 2)
    bytes[at] = bytes[at]! ^ 1
    return bytes
  }

  it('finds everything as it was taken out, and every proof holding', () => {
    const proofs = [...files.keys()].filter((name) => /^proofs\/.*\.json$/.test(name))
    expect(proofs.length).toBeGreaterThan(50)
    const told = check(sha256(files.get('manifest.json')!))
    expect(told.stderr).toBe('')
    expect(told.status).toBe(0)
    expect(told.stdout).toContain(`every proof holds: ${proofs.length}`)
    expect(told.stdout).toContain(sha256(files.get('manifest.json')!))
  })

  it('names the file of which one byte was changed, one that is gone and one that was put in', () => {
    const kinds = [
      'index.html',
      'tables/payment.csv',
      `steps/payment.${story.paymentId}.html`,
      'proofs/checkpoints.txt',
    ]
    const scan = [...files.keys()].find((name) => name.startsWith('papers/scan-'))!
    for (const path of [...kinds, scan, 'check/check-proof.mjs'])
      changed(path, path.endsWith('.mjs') ? (bytes) => Buffer.concat([bytes, Buffer.from('\n')]) : oneByte, () => {
        const told = check()
        expect(told.status, path).toBe(1)
        expect(told.stderr).toContain(`- ${path}: 内容已被改动`)
        expect(told.stderr.match(/内容已被改动/g)).toHaveLength(1)
      })
    rmSync(join(folder, 'index.html'))
    writeFileSync(join(folder, 'steps', 'more.html'), 'more')
    const told = check()
    writeFileSync(join(folder, 'index.html'), files.get('index.html')!)
    rmSync(join(folder, 'steps', 'more.html'))
    expect(told.stderr).toMatch(/- index.html: 缺失[\s\S]*- steps\/more.html: 清单里没有这个文件/)
  }, 60_000)

  it('names the proof of a changed row, and a manifest that is not the one that was made', () => {
    const path = [...files.keys()].find((name) => name.startsWith('proofs/payment.'))!
    const proof = JSON.parse(textOf(path)) as { content: string }
    const forged = Buffer.from(
      JSON.stringify({ ...proof, content: proof.content.replace(/[0-9a-f]{8}-/, '00000000-') }),
    )
    // Whoever changes the manifest too is found by the seal, and the manifest by its hash.
    const manifest = JSON.parse(textOf('manifest.json')) as { files: { path: string; bytes: number; sha256: string }[] }
    Object.assign(manifest.files.find((file) => file.path === path)!, { bytes: forged.length, sha256: sha256(forged) })
    const told = changed(
      path,
      () => forged,
      () =>
        changed(
          'manifest.json',
          () => Buffer.from(JSON.stringify(manifest)),
          () => check(sha256(files.get('manifest.json')!)),
        ),
    )
    expect(told.status).toBe(1)
    expect(told.stderr).toContain(`- ${path}: 内容与叶哈希不符`)
    expect(told.stderr).toContain('- manifest.json: 与导出时记录的 SHA-256 不同')
    for (const line of textOf('proofs/public-keys.txt').trim().split('\n')) expect(line).toMatch(/^[0-9a-f]{16} \S+$/)
  })
})

it('has its tables for Excel and for programs, and the papers with the scan as it was attached', () => {
  const csv = textOf('tables/claim-line.csv')
  expect(csv.startsWith('\ufeff编号,名称')).toBe(true)
  const rows = JSON.parse(textOf('tables/claim-line.json')) as unknown[]
  expect(csv.trim().split('\r\n')).toHaveLength(rows.length + 1)
  expect(
    [...files.keys()].filter((name) => name.startsWith('papers/') && name.endsWith('.html')).length,
  ).toBeGreaterThan(2)
  const scans = [...files].filter(([name]) => name.startsWith('papers/scan-'))
  expect(scans.map(([, bytes]) => sha256(bytes))).toEqual([sha256(SCAN)])
})

it('shows no identity number, phone or account of the county in clear', async () => {
  const kept = await clearNumbers()
  expect(kept.size).toBeGreaterThan(100)
  for (const [name, bytes] of files) {
    if (name.endsWith('.png')) continue
    const shown = bytes.toString('utf8').match(/\d{11,19}[\dX]?/g) ?? []
    expect(
      shown.filter((number) => kept.has(number)),
      name,
    ).toEqual([])
  }
})

/** Every number of a person that the county holds sealed. */
async function clearNumbers(): Promise<ReadonlySet<string>> {
  const owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  const vault = vaultOf(house.keys)
  const numbers = new Set<string>()
  for (const { table, column } of sealedColumns(PERSONAL)) {
    if (!/^(identity|phone|account)_/.test(column)) continue
    const { rows } = await owner.query<{ id: string; value: Buffer }>(
      `select id, ${column} as value from ${table} where district = $1 and ${column} is not null`,
      [LIANDU],
    )
    for (const { id, value } of rows) numbers.add(vault.openText(placeOf(`${table}.${column}`, LIANDU, id), value))
  }
  await owner.end()
  return numbers
}

it('is asked for by the auditor and the head of the section, with a reason, of a class of their own county only', async () => {
  const holders = Object.entries(PERMISSIONS_OF).filter(([, has]) => has.includes(askForClassArchive.may))
  expect(holders.map(([role]) => role).toSorted()).toEqual(['approver', 'auditor'])
  const asked = (by: Someone, classId = story.classId, reason = REASON) =>
    by.call(askForClassArchive, { params: { classId }, body: { reason } })
  await expect(asked(story.school)).rejects.toMatchObject({ problem: { status: 403 } })
  await expect(asked(story.clerk)).rejects.toMatchObject({ problem: { status: 403 } })
  await expect(asked(await house.as('approver', QINGTIAN))).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(asked(auditor, newId())).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(asked(auditor, story.classId, '看')).rejects.toMatchObject({
    problem: { status: 400, items: [{ at: 'body.reason' }] },
  })
}, 60_000)

describe('while it is made', () => {
  const list = async (by: Someone) => (await by.call(listArchives)).items
  const ask = (by: Someone) =>
    by.call(askForClassArchive, { params: { classId: story.classId }, body: { reason: REASON } })

  it('is listed with who asked, why, how far it is, and its hashes once it is there', async () => {
    const approver = await house.as('approver')
    const { id } = await ask(approver)
    expect((await list(auditor))[0]).toMatchObject({ id, status: 'asked', isOwn: false, reason: REASON, sha256: null })
    await expect(saved(auditor, id)).rejects.toMatchObject({ problem: { status: 409, code: 'archive-not-there' } })
    await expect(ask(approver)).rejects.toMatchObject({ problem: { status: 409, code: 'archive-under-way' } })
    const making = house.making.make(LIANDU)
    await vi.waitFor(
      async () => {
        const [row] = await list(approver)
        expect(row).toMatchObject({ id, status: 'running', isOwn: true, progress: { stage: expect.any(String) } })
        expect(row!.progress!.of).toBeGreaterThan(0)
      },
      { timeout: 30_000, interval: 50 },
    )
    await making
    const [row] = await list(approver)
    const again = await saved(auditor, id)
    expect(row).toMatchObject({ status: 'done', sizeBytes: again.length, sha256: sha256(again), taken: 0 })
    expect((await list(approver))[0]!.taken).toBe(1)
    expect(Date.parse(row!.expiresAt!) - Date.parse(row!.endedAt!)).toBe(14 * 86_400_000)
  }, 120_000)

  it('is broken off by whoever asked for it and by nobody else, and leaves nothing behind', async () => {
    const { id } = await ask(auditor)
    const params = { archiveId: id }
    const approver = await house.as('approver')
    await expect(approver.call(cancelArchive, { params })).rejects.toMatchObject({
      problem: { status: 409, code: 'archive-of-another' },
    })
    const making = house.making.make(LIANDU)
    await vi.waitFor(async () => expect(await partsOf(id)).toBeGreaterThan(0), { timeout: 60_000 })
    await auditor.call(cancelArchive, { params })
    await making
    expect((await list(auditor))[0]).toMatchObject({ id, status: 'cancelled', sha256: null })
    expect(await partsOf(id)).toBe(0)
    await expect(auditor.call(cancelArchive, { params })).rejects.toMatchObject({
      problem: { status: 409, code: 'archive-is-over' },
    })
  }, 120_000)

  it('lies in the database sealed, and is gone when its days are over', async () => {
    const [row] = (await list(auditor)).filter(({ status }) => status === 'done')
    const { rows } = await owner<{ sealed_bytes: Buffer }>(
      'select sealed_bytes from record.archive_parts where archive_id = $1 order by nth',
      row!.id,
    )
    const [first] = rows
    expect(first!.sealed_bytes.includes(Buffer.from('PK\u0003\u0004'))).toBe(false)
    await owner('update record.archives set expires_at = now() where id = $1', row!.id)
    await house.passTo('2022-05-20')
    expect((await list(auditor)).find(({ id }) => id === row!.id)).toMatchObject({
      status: 'swept',
      sha256: row!.sha256,
    })
    expect(await partsOf(row!.id)).toBe(0)
    await expect(saved(auditor, row!.id)).rejects.toMatchObject({ problem: { status: 409, code: 'archive-not-there' } })
  }, 120_000)

  const partsOf = async (id: string) =>
    (await owner('select 1 from record.archive_parts where archive_id = $1', id)).rows.length
})

/** As whoever owns the database. */
async function owner<T extends pg.QueryResultRow>(text: string, ...values: unknown[]): Promise<pg.QueryResult<T>> {
  const client = new pg.Client({ connectionString: house.database.superuserUrl })
  await client.connect()
  try {
    return await client.query<T>(text, values)
  } finally {
    await client.end()
  }
}

describe('of one person', () => {
  let whom: Story['recovered']
  let own: ReadonlyMap<string, Buffer>
  const ask = (by: Someone, full = false) =>
    by.call(askForPersonArchive, {
      params: { claimId: story.claimId, decisionId: whom.decisionId },
      body: { reason: REASON, full },
    })
  beforeAll(async () => {
    whom = story.recovered
    const { id } = await ask(auditor)
    await house.making.make(LIANDU)
    own = await unpacked(await saved(auditor, id))
  }, 120_000)

  it('has all that is held: from the roster to the recovery, with its timeline, masked, and checks', () => {
    const kinds = kindsIn(own)
    for (const kind of [
      'enrolment',
      'attendance-sign',
      'muster',
      'mark',
      'certificate',
      'certificate-look-up',
      'fact',
      'decision',
      'entitlement',
      'claim-line',
      'claim',
      'public-notice',
      'batch',
      'payment',
      'recovery',
      'restriction',
    ])
      expect(kinds, kind).toContain(kind)
    const timeline = JSON.parse(own.get('tables/timeline.json')!.toString('utf8')) as { title: { zh: string } }[]
    expect(timeline.length).toBeGreaterThan(10)
    for (const { title } of timeline) expect(own.get('timeline.html')!.toString('utf8')).toContain(title.zh)
    expect(own.get('index.html')!.toString('utf8')).toMatch(/身份证号[\s\S]*\d{6}\*{8}\d{3}[\dX]/)
    expect(deadLinks(own)).toEqual([])
    expect(checked(own)).toBe('')
  }, 60_000)

  it('has nothing of anybody else, of the same class or of another district', async () => {
    const { rows } = await owner<{ district: number; id: string; name: string; identity_masked: string }>(
      'select district, id, name, identity_masked from people.persons where id <> $1',
      whom.personId,
    )
    const staff = await owner<{ person_id: string }>('select person_id from access.accounts')
    const others = rows.filter(({ id }) => !staff.rows.some((each) => each.person_id === id))
    expect(others.filter(({ district }) => district === LIANDU).length).toBeGreaterThan(30)
    const told = textsIn(own)
    const found = others.flatMap(({ name, identity_masked: masked }) =>
      told.filter(([, text]) => text.includes(name) || text.includes(masked)).map(([path]) => `${name} in ${path}`),
    )
    expect(found).toEqual([])
    expect(stepsIn(own).filter(({ kind }) => kind === 'enrolment')).toHaveLength(1)
    for (const [name, text] of told)
      if (/^proofs\/.*json$/.test(name)) expect((JSON.parse(text) as { district: number }).district).toBe(LIANDU)
  })

  it('shows no number in clear, but to whoever’s post may have them in full, on record', async () => {
    const kept = await clearNumbers()
    const clearIn = (within: ReadonlyMap<string, Buffer>) =>
      new Set(
        textsIn(within).flatMap(([, text]) => (text.match(/\d{11,19}[\dX]?/g) ?? []).filter((each) => kept.has(each))),
      )
    expect([...clearIn(own)]).toEqual([])
    await expect(ask(auditor, true)).rejects.toMatchObject({ problem: { status: 403, code: 'archive-not-in-full' } })
    const approver = await house.as('approver')
    const { id } = await ask(approver, true)
    await house.making.make(LIANDU)
    await expect(saved(auditor, id)).rejects.toMatchObject({ problem: { status: 403, code: 'archive-not-in-full' } })
    const whole = await unpacked(await saved(approver, id))
    // The identity number, the phone and every account of this person, and nobody else's.
    expect(clearIn(whole).size).toBeGreaterThanOrEqual(2)
    expect(whole.get('index.html')!.toString('utf8')).toContain('含完整号码')
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'person', whom.personId))
    const asked = acts.filter(({ act }) => act === 'archive.asked-for').map(({ detail }) => detail)
    expect(asked).toMatchObject([{ inFull: false }, { reason: REASON, inFull: true }])
  }, 120_000)

  it('is told of on the timeline of the person', async () => {
    const { readingId: reading } = await story.clerk.call(openPersonTimeline, {
      body: { claimId: story.claimId, decisionId: whom.decisionId, reason: REASON },
    })
    const page = await story.clerk.call(personTimeline, {
      params: { claimId: story.claimId, decisionId: whom.decisionId },
      query: { kind: 'reading', reading, limit: 100 },
    })
    expect(page.items.filter(({ title }) => title.zh.endsWith('下载了归档'))).toHaveLength(2)
  })

  it('is not asked for from another district, nor of somebody whom the claim does not name', async () => {
    await expect(ask(await house.as('approver', QINGTIAN))).rejects.toMatchObject({ problem: { status: 404 } })
    const params = { claimId: story.claimId, decisionId: newId() }
    await expect(auditor.call(askForPersonArchive, { params, body: { reason: REASON } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
    await expect(ask(story.school)).rejects.toMatchObject({ problem: { status: 403 } })
  })
})

describe('of one provider', () => {
  const ask = (by: Someone, organisationId = story.organisationId) =>
    by.call(askForProviderArchive, { params: { organisationId }, body: { reason: REASON } })

  it('has its agreement, documents, classes, claims, payments, cases and papers, and no trainee’s days', async () => {
    const { id } = await ask(auditor)
    await house.making.make(LIANDU)
    const own = await unpacked(await saved(auditor, id))
    const kinds = kindsIn(own)
    for (const kind of [
      'agreement',
      'class',
      'claim',
      'claim-line',
      'claim-confirmation',
      'claim-review',
      'public-notice',
      'batch',
      'payment',
      'return-file',
      'account-correction',
      'recovery',
      'line-hold',
      'suspicion-case',
    ])
      expect(kinds, kind).toContain(kind)
    for (const kind of ['enrolment', 'attendance-sign', 'mark', 'decision', 'fact', 'entitlement', 'certificate'])
      expect(kinds, kind).not.toContain(kind)
    const returned = stepsIn(own).filter(
      ({ kind, says }) => kind === 'payment' && says.some(({ value }) => value.zh === '银行退回'),
    )
    expect(returned.length).toBeGreaterThan(0)
    expect(own.get('tables/timeline.csv')!.toString('utf8')).toContain('证照登记')
    expect(
      [...own.keys()].filter((name) => /^papers\/.*(?:class-application|claim-approval).*html$/.test(name)).length,
    ).toBeGreaterThan(1)
    expect([...own.keys()].filter((name) => name.startsWith('papers/scan-'))).toHaveLength(1)
    const names = new Set(
      stepsIn(own)
        .filter(({ kind }) => kind === 'class')
        .flatMap(({ says }) => says.filter(({ label }) => label.en === 'Provider').map(({ value }) => value.zh)),
    )
    expect(names.size).toBe(1)
    expect(deadLinks(own)).toEqual([])
    expect(checked(own)).toBe('')
    const kept = await clearNumbers()
    for (const [name, text] of textsIn(own))
      expect(
        (text.match(/\d{11,19}[\dX]?/g) ?? []).filter((each) => kept.has(each)),
        name,
      ).toEqual([])
  }, 180_000)

  it('is not asked for from another district, nor of what is no provider', async () => {
    await expect(ask(await house.as('approver', QINGTIAN))).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(ask(auditor, newId())).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(ask(story.finance)).rejects.toMatchObject({ problem: { status: 403 } })
  })
})

it('says that there is more where a class has more steps than it holds', async () => {
  const about = { of: 'class', id: story.classId } as const
  const starts = [{ kind: 'class', id: story.classId }]
  const walked = await inDistrict(house.connection.db, LIANDU, (tx) =>
    walkWhole(tx, house.walking, about, { starts, most: 10 }),
  )
  expect([walked.steps.size, walked.isCut]).toEqual([10, true])
})
