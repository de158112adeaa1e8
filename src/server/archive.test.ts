import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { PERMISSIONS_OF } from '../kernel/access/permissions.ts'
import { archiveClass } from '../kernel/record/archive/contract.ts'
import { walkWhole } from '../kernel/record/archive/archive.ts'
import { attachScan } from '../kernel/record/paper/contract.ts'
import { sealedColumns } from '../kernel/record/personal/register.ts'
import { listActs, type TrailStep } from '../kernel/record/public.ts'
import { newId } from '../kernel/values/public.ts'
import { placeOf, vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import { PERSONAL } from './house.ts'
import { playStory, type Story } from './story/testing.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

const REASON = '移交审计组归档'
const SCAN = Buffer.from(givenPng(9))

let house: TestHouse
let story: Story
let auditor: Someone
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
  files = await unpacked(await taken(auditor))
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

const taken = async (by: Someone, classId = story.classId) =>
  Buffer.from(
    await ((await by.call(archiveClass, { params: { classId }, body: { reason: REASON } })) as Blob).arrayBuffer(),
  )

/** Every file by its name; whatever yauzl holds against a zip is thrown. */
async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const opened = await fromBufferPromise(zip)
  const found = new Map<string, Buffer>()
  for await (const entry of opened.eachEntry()) {
    expect(found.has(entry.fileName), entry.fileName).toBe(false)
    found.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)))
  }
  return found
}

const textOf = (name: string) => files.get(name)!.toString('utf8')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pages = () => [...files.keys()].filter((name) => name.endsWith('.html'))

it('has every step of the class from its roster to the yuan, each a page that the index leads to', async () => {
  const index = textOf('index.html')
  const steps = new Map(
    [...files.keys()]
      .filter((name) => /^tables\/(?!named|links).*\.json$/.test(name))
      .flatMap((name) => JSON.parse(textOf(name)) as TrailStep[])
      .map((step) => [`${step.kind}.${step.id}`, step]),
  )
  const kinds = new Set([...steps.values()].map(({ kind }) => kind))
  for (const kind of ['enrolment', 'attendance-sign', 'muster', 'claim', 'claim-line', 'decision', 'payment', 'batch'])
    expect(kinds, kind).toContain(kind)
  for (const [name, { title }] of steps) {
    expect(files.has(`steps/${name}.html`), name).toBe(true)
    expect(index).toContain(`href="steps/${name}.html"`)
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
  const [act] = acts.filter((each) => each.act === 'archive.taken-out')
  expect(act!.detail).toMatchObject({ reason: REASON, manifestSha256: sha256(files.get('manifest.json')!) })
  expect((act!.detail as { scans: string[] }).scans).toHaveLength(1)
})

it('carries proofs that hold by its own tool, against its own checkpoints, and one of a changed row does not', () => {
  const proofs = [...files.keys()].filter((name) => /^proofs\/.*\.json$/.test(name))
  expect(proofs.length).toBeGreaterThan(50)
  const check = (file: string) =>
    spawnSync(process.execPath, ['proofs/check-proof.mjs', file, 'proofs/checkpoints.txt'], { cwd: folder })
  const ofKinds = new Map(proofs.map((name) => [name.split('/')[1]!.split('.')[0]!, name]))
  for (const [kind, name] of ofKinds) expect(check(name).status, kind).toBe(0)
  const [name] = ofKinds.values()
  const proof = JSON.parse(textOf(name!)) as { content: string }
  writeFileSync(join(folder, 'changed.json'), JSON.stringify({ ...proof, content: proof.content.replace(/\d/, 'x') }))
  expect(check('changed.json').status).toBe(1)
  for (const line of textOf('proofs/public-keys.txt').trim().split('\n')) expect(line).toMatch(/^[0-9a-f]{16} \S+$/)
}, 60_000)

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

it('is taken out by the auditor and the clerk, with a reason, of a class of their own county only', async () => {
  const holders = Object.entries(PERMISSIONS_OF).filter(([, permissions]) => permissions.includes(archiveClass.may))
  expect(holders.map(([role]) => role).toSorted()).toEqual(['auditor', 'clerk'])
  await expect(taken(story.school)).rejects.toMatchObject({ problem: { status: 403 } })
  await expect(taken(story.finance)).rejects.toMatchObject({ problem: { status: 403 } })
  await expect(taken(await house.as('clerk', QINGTIAN))).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(taken(auditor, newId())).rejects.toMatchObject({ problem: { status: 404 } })
  const params = { classId: story.classId }
  await expect(auditor.call(archiveClass, { params, body: { reason: '看' } })).rejects.toMatchObject({
    problem: { status: 400, items: [{ at: 'body.reason' }] },
  })
}, 60_000)

it('says that there is more where a class has more steps than it holds', async () => {
  const walked = await inDistrict(house.connection.db, LIANDU, (tx) =>
    walkWhole(tx, house.walking, { kind: 'class', id: story.classId }, 10),
  )
  expect([walked.steps.size, walked.isCut]).toEqual([10, true])
})
