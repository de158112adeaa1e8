import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveDemoClaim, assembledClaim, publishDemoClaim, waitForNotice } from '../../demo/claim-way.ts'
import { demoCounties } from '../../demo/county.ts'
import { lookUpSampleCertificates, planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { openBankAccounts, openIdentityNumbers } from '../kernel/people/public.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, signInAt, type TestHouse } from './testing.ts'
import { givenProgramFolder, keyFileOf, type Program, startProgram, testConfig } from './testing-program.ts'

/** Nobody's, and written into every place of a request where somebody might write their own. */
const TYPED = ['339901198507014422', '13800138000', '6222021111111111117']

let folder = ''
let house: TestHouse
let programs: Program[] = []
let addresses: string[] = []
let superuser: pg.Client

/** Two processes that say as much as they can, on a database with the demonstration counties. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-log-'))
  house = await givenHouse()
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  const root = givenProgramFolder(folder)
  mkdirSync(join(root, 'data'), { mode: 0o700 })
  writeFileSync(join(root, 'data', 'keys.json'), keyFileOf(house.keys), { mode: 0o600 })
  // The server is shared with other tests: its roles keep their passwords.
  const passwordOf = (url: string) => new URL(url).password
  const { ownerUrl, appUrl, readerUrl } = house.database
  const roles = { owner: passwordOf(ownerUrl), app: passwordOf(appUrl), reader: passwordOf(readerUrl) }
  writeFileSync(join(root, 'data', 'roles.json'), JSON.stringify(roles), { mode: 0o600 })
  const config = testConfig(root, {
    databaseUrl: house.database.superuserUrl,
    seedsDemonstration: false,
    logLevel: 'debug',
  })
  programs = [startProgram(config), startProgram(config)]
  addresses = await Promise.all(programs.map(({ address }) => address))
}, 180_000)
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL')
  await Promise.all(programs.map(({ ended }) => ended))
  await superuser.end()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** From the roster to the bank's answer, now at the one process, now at the other. */
async function playTheStory(): Promise<void> {
  let at = 0
  const as = (name: string): Promise<Someone> => signInAt(addresses[at++ % 2]!, name)
  const [school, clerk, reviewer, deputy, finance, approver, director] = await Promise.all(
    ['school', 'clerk', 'reviewer', 'deputy', 'finance', 'approver', 'director'].map(as),
  )
  const { classId } = await planSampleClass(school!.call)
  await school!.call(submitClass, { params: { classId } })
  await clerk!.call(approveClass, { params: { classId } })
  await teachSampleClass(school!.call, classId)
  const undone = 'select 1 from outbox.events where done_at is null'
  while (((await superuser.query(undone)).rowCount ?? 0) > 0) await pause(100)
  const claimId = await assembledClaim(clerk!.call)
  const by = { school: school!.call, clerk: clerk!.call, reviewer: reviewer!.call, approver: deputy!.call }
  await approveDemoClaim(by, claimId)
  await waitForNotice(clerk!.call, claimId, await publishDemoClaim(clerk!.call, claimId))
  await lookUpSampleCertificates(clerk!.call, classId)
  const payable = await finance!.call(listPayableClaims)
  const claimIds = [payable.lines[0]!.claims[0]!.id]
  const { id: batchId, contentSha256 } = await finance!.call(makeBatch, { body: { claimIds } })
  const params = { batchId }
  for (const signer of [approver!, director!]) await signer.call(signBatch, { params, body: { contentSha256 } })
  await finance!.call(exportBatch, { params })
  const file = (await finance!.call(demonstrationReturnFile, { params })) as Blob
  await finance!.call(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
}

/** The same number in every place of a request, as people and programs get it wrong. */
async function typeEverywhere(value: string, cookie: string): Promise<void> {
  const origin = addresses[0]!
  const api = `${origin}/${LIANDU}/api`
  const headers = {
    cookie,
    'user-agent': value,
    referer: `${origin}/?q=${value}`,
    'x-forwarded-for': value,
    authorization: `Bearer ${value}`,
  }
  const json = { ...headers, 'content-type': 'application/json', 'idempotency-key': `key-${value}` }
  const asked: Promise<Response>[] = [
    ...[
      `/claims/${value}`,
      `/people/${value}`,
      `/trail/person/${value}`,
      `/claims?after=${value}`,
      `/nothing?q=${value}#${value}`,
    ].map((path) => fetch(`${api}${path}`, { headers })),
    fetch(`${api}/claims/${encodeURIComponent(value.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))))}`, {
      headers,
    }),
    fetch(`${api}/claims/${[...value].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')}`, { headers }),
    fetch(`${api}/claims/%${value}`, { headers }),
    ...[
      `{"accountName":"${value}","password":"${value}"}`,
      `{"accountName":${value}`,
      `"${value}"`,
      `{"${value}":1}`,
      `[${value}]`,
    ].map((body) => fetch(`${api}/session`, { method: 'POST', headers: json, body })),
    fetch(`${api}/session`, { method: 'POST', headers: { ...headers, 'content-type': `text/${value}` }, body: value }),
    fetch(`${api}/session`, { method: 'POST', headers: { ...json, cookie: `session=${value}` }, body: '{}' }),
    ...[
      `/${LIANDU}/learn?after=${value}`,
      `/${LIANDU}/r/${value}`,
      `/${LIANDU}/${value}`,
      `/${value}/`,
      `/${LIANDU}/progress/${value}`,
    ].map((path) => fetch(`${origin}${path}`, { headers })),
    fetch(`${origin}/${LIANDU}/sign-in/code`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: `phone=${value}&token=${value}`,
    }),
  ]
  for (const answer of await Promise.all(asked)) {
    expect(answer.status).toBeLessThan(500)
    await answer.arrayBuffer()
  }
}

/** A failure nobody foresaw, whose error quotes the whole row. */
async function failUnexpectedly(value: string): Promise<void> {
  await superuser.query('alter table http.idempotency_keys add constraint planted check (false) not valid')
  const school = await signInAt(addresses[0]!, 'clerk')
  const answer = await fetch(`${addresses[0]}/${LIANDU}/api/session/demonstration-date?${value}`, {
    method: 'PUT',
    headers: { cookie: school.cookie, 'content-type': 'application/json', 'idempotency-key': `key-${value}` },
    body: JSON.stringify({ businessDate: '2022-04-20' }),
  })
  expect(answer.status).toBe(500)
  await superuser.query('alter table http.idempotency_keys drop constraint planted')
}

/** The identity numbers, telephones and accounts of everybody in the database. */
async function everybodysNumbers(): Promise<string[]> {
  const vault = vaultOf(house.keys)
  const { rows: people } = await superuser.query<{ id: string; district: number }>(
    'select id, district from people.persons',
  )
  const { rows: accounts } = await superuser.query<{ id: string }>(
    `select id from people.bank_accounts where district = ${LIANDU}`,
  )
  const numbers: string[] = []
  for (const district of new Set(people.map((person) => person.district)))
    await inDistrict(house.connection.db, district, async (tx) => {
      const ids = people.filter((person) => person.district === district).map(({ id }) => id)
      numbers.push(...(await openIdentityNumbers(tx, vault, ids)).values())
      if (district !== LIANDU) return
      const opened = await openBankAccounts(
        tx,
        vault,
        accounts.map(({ id }) => id),
      )
      numbers.push(...[...opened.values()].map(({ accountNumber }) => accountNumber))
    })
  for (const { accounts: staff } of demoCounties())
    for (const { person } of staff) if (person.phone) numbers.push(person.phone)
  return numbers
}

const inClear = (text: string, numbers: readonly string[]) =>
  numbers.filter((number) => text.includes(number)).map((number) => `${number} in clear`)

it('neither process says anybody’s number, whatever is done and wherever it is typed', {
  timeout: 240_000,
}, async () => {
  await playTheStory()
  const clerk = await signInAt(addresses[0]!, 'clerk')
  for (const value of TYPED) {
    await typeEverywhere(value, clerk.cookie)
    await failUnexpectedly(value)
  }
  const numbers = [...(await everybodysNumbers()), ...TYPED]
  expect(numbers.length).toBeGreaterThan(100)
  const said = programs.map((program) => program.said()).join('\n')
  expect(said.match(/incoming request/g)!.length).toBeGreaterThan(100)
  expect(said.match(/unexpected failure/g)).toHaveLength(TYPED.length)
  const wide = (number: string) => number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  expect(inClear(said, [...numbers, ...TYPED.map(wide)])).toEqual([])
  expect(said).toContain(`"path":"/${LIANDU}/api/claims/****"`)
})

it('nobody’s number stands in an ordinary dump of the database, as text or as bytes', { timeout: 60_000 }, async () => {
  const numbers = [...(await everybodysNumbers()), ...TYPED]
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('information_schema') and n.nspname not like 'pg\\_%'`,
  )
  const found: string[] = []
  let rowsRead = 0
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ row: string }>(`select t::text as row from ${name} t`)
    rowsRead += rows.length
    const text = rows.map(({ row }) => row).join('\n')
    const bytes = numbers.map((number) => Buffer.from(number).toString('hex'))
    found.push(...inClear(text, [...numbers, ...bytes]).map((what) => `${name}: ${what}`))
  }
  expect(rowsRead).toBeGreaterThan(1000)
  expect(found).toEqual([])
})
