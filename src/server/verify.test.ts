import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDemoClaim, publishDemoClaim } from '../../demo/claim-way.ts'
import { lookUpSampleCertificates } from '../../demo/sample-class.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { askForVerification, getSeals, lastSeal, proofOfStep } from '../kernel/record/sealing/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import type { Difference } from '../kernel/record/public.ts'
import { newSigner } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, givenTaughtClass, LIANDU, type Someone, type TestHouse, withChangedRow } from './testing.ts'

const CHECK_PROOF = fileURLToPath(new URL('../../tools/check-proof.mjs', import.meta.url))

let house: TestHouse
let owner: pg.Client
let auditor: Someone
let clerk: Someone

beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  const school = await house.as('school')
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  const finance = await house.as('finance')
  const classId = await givenTaughtClass(house, school, clerk)
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  const by = {
    school: school.call,
    clerk: clerk.call,
    reviewer: (await house.as('reviewer')).call,
    approver: (await house.as('deputy')).call,
  }
  await approveDemoClaim(by, items[0]!.id)
  await house.passTo(await publishDemoClaim(clerk.call, items[0]!.id))
  await lookUpSampleCertificates(clerk.call, classId)
  const payable = await finance.call(listPayableClaims)
  const batch = await finance.call(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
  const params = { batchId: batch.id }
  for (const name of ['approver', 'director'])
    await (await house.as(name)).call(signBatch, { params, body: { contentSha256: batch.contentSha256 } })
  await finance.call(exportBatch, { params })
  const file = (await finance.call(demonstrationReturnFile, { params })) as Blob
  await finance.call(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
  await house.sealing.seal(LIANDU)
}, 240_000)
afterAll(async () => {
  await owner.end()
  await house.close()
})

/** Changes one row past the platform, has everything compared, and puts the row back. */
async function havingChanged(
  table: string,
  set: string,
  where = 'true',
): Promise<{ key: string; named: Difference[] }> {
  const changed = { table, set, where: `district = ${LIANDU} and ${where}` }
  return withChangedRow(owner, changed, async (key) => {
    const { differences } = await house.sealing.verify(LIANDU)
    return { key, named: [...differences] }
  })
}

describe('a county that paid a claim', () => {
  it('is compared whole, and nothing differs', async () => {
    const verified = await house.sealing.verify(LIANDU)
    expect(verified.differences).toEqual([])
    expect(verified).toMatchObject({ differing: 0, waiting: 0 })
    expect(verified.rows).toBeGreaterThan(500)
    const compared = new Map(verified.comparisons.map(({ name, compared: count }) => [name, count]))
    for (const name of ['record.acts', 'funds.transfers', 'marking.marks', 'policy.decisions', 'training.musters'])
      expect({ name, isCompared: (compared.get(name) ?? 0) > 0 }).toEqual({ name, isCompared: true })
    for (const name of ['seals', 'ledger', 'states', 'batches', 'decisions', 'benefits'])
      expect({ name, isCompared: (compared.get(name) ?? 0) > 0 }).toEqual({ name, isCompared: true })
  })

  it.each([
    ['record', 'record.acts', `detail = '{}'`, `detail <> '{}'`],
    ['ledger', 'funds.transfers', 'amount_fen = amount_fen + 100', `debit = 'available'`],
    ['marks', 'marking.marks', 'points = points - 1', 'points > 0'],
    [
      'decision',
      'policy.decisions',
      'value_fen = value_fen + 1, effective_fen = effective_fen + 1',
      `answer = 'eligible'`,
    ],
    ['batch', 'funds.batches', 'amount_fen = amount_fen + 100', 'true'],
    ['payment', 'funds.batch_lines', `payee_name = '另一人'`, 'true'],
    ['muster', 'training.musters', 'attended_minutes = attended_minutes + 45', 'true'],
    ['sign', 'training.attendance_signs', `written = '√√'`, 'true'],
    ['claim line', 'funds.claim_lines', 'amount_fen = amount_fen + 100', 'true'],
    ['review', 'funds.claim_reviews', 'person_id = account_id', 'true'],
    ['fact', 'policy.facts', `occurred_on = occurred_on + 1`, 'true'],
    ['answer of a check', 'integrity.check_results', `outcome = 'passed', sentence = '{}'`, 'true'],
    ['account', 'access.accounts', `roles = '{director}'`, `roles = '{clerk}'`],
    ['status event', 'funds.status_events', `note = 'x'`, 'true'],
  ])('has one changed row of its %s named', async (_, table, set, where) => {
    const { key, named } = await havingChanged(table, set, where)
    expect(named.filter((each) => each.table === table).map((each) => each.key)).toContain(key)
  })

  it('has the line named whose transfers no longer come to its balance, and the row that was changed', async () => {
    const { named } = await havingChanged('funds.transfers', 'amount_fen = amount_fen + 100', `debit = 'available'`)
    expect(named.map(({ table }) => table)).toContain('funds.budget_balances')
  })

  it('has a batch named by its hash, its signatures and its list when a payment is changed', async () => {
    const { named } = await havingChanged('funds.batch_lines', 'amount_fen = amount_fen + 100')
    const sentences = named.map(({ sentence }) => sentence.zh).join('\n')
    expect(sentences).toContain('与冻结时的哈希不符')
    expect(sentences).toContain('重做的银行清单与当时导出的不同')
  })

  it('has a payment named whose cipher was exchanged, though ciphers are not sealed', async () => {
    const { named } = await havingChanged('funds.batch_lines', `account_sealed = '\\x0102030405060708'`)
    expect(named.map(({ sentence }) => sentence.zh).join()).toContain('有收款账号打不开')
  })

  it('has a decision named that its own hash was made to fit, by deciding it again', async () => {
    const { key, named } = await havingChanged(
      'policy.decisions',
      `answer = 'not-eligible', value_fen = 0, subtracted_fen = 0, effective_fen = 0`,
      `answer = 'eligible'`,
    )
    const own = named.filter((each) => each.key === key).map(({ sentence }) => sentence.zh)
    expect(own.some((sentence) => sentence.includes('重新判定为'))).toBe(true)
  })

  it('has a state named that was moved without an event', async () => {
    const { key, named } = await havingChanged('funds.batch_lines', `status = 'returned'`, `status = 'paid'`)
    expect(named.map((each) => each.key)).toEqual([key])
    expect(named[0]!.sentence.zh).toContain('最后一次变更却是 paid')
  })
})

describe('the auditor', () => {
  it('has everything compared in the background, and reads who asked and what was found', async () => {
    await auditor.call(askForVerification)
    await expect(auditor.call(askForVerification)).rejects.toThrow('正在核验')
    const chore = house.chores.find(({ name }) => name === 'verify the record')!
    await inDistrict(house.connection.db, LIANDU, chore.run)
    const ended = async () => {
      for (;;) {
        const seals = await auditor.call(getSeals)
        if (seals.last) return seals
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const { last, seal, outside, verifications } = await ended()
    expect(last).toMatchObject({ differing: 0, differences: [] })
    expect(verifications[0]).toMatchObject({ status: 'done', rows: last!.rows })
    expect(verifications[0]!.by.post.zh).toContain('内审')
    expect(outside).toBe(seal!.number)
  })

  it('is not a clerk: who works on claims does not ask for it', async () => {
    await expect(clerk.call(askForVerification)).rejects.toThrow()
  })

  it('gives the proof of a payment, which holds by itself; a provider is given none', async () => {
    const { rows } = await owner.query<{ id: string }>('select id from funds.batch_lines limit 1')
    const params = { kind: 'payment', id: rows[0]!.id }
    const { sealed } = await auditor.call(walkTrail, { params })
    const seal = sealed!.seal
    const text = await ((await auditor.call(proofOfStep, { params })) as Blob).text()
    const proof = JSON.parse(text)
    expect(proof).toMatchObject({ table: 'funds.batch_lines', key: rows[0]!.id })
    expect(proof.checkpoint).toContain(` root ${seal!.root} `)
    const lines = (await house.sealing.outside.lines(LIANDU)).join('\n')
    const holds = (written: string) => {
      const folder = mkdtempSync(join(tmpdir(), 'shanjiang-proof-'))
      writeFileSync(join(folder, 'proof.json'), written)
      writeFileSync(join(folder, 'lines.txt'), lines)
      const run = spawnSync(process.execPath, [CHECK_PROOF, join(folder, 'proof.json'), join(folder, 'lines.txt')])
      rmSync(folder, { recursive: true })
      return run.status === 0
    }
    expect(holds(text)).toBe(true)
    const stranger = newSigner()
    const other = (change: object) => JSON.stringify({ ...proof, ...change })
    expect(holds(other({ content: proof.content.replace(rows[0]!.id, LIANDU.toString()) }))).toBe(false)
    expect(holds(other({ position: proof.position + 1 }))).toBe(false)
    expect(holds(other({ path: proof.path.slice(1) }))).toBe(false)
    expect(holds(other({ publicKey: stranger.publicKeyOf(stranger.keyId) }))).toBe(false)
    expect(
      holds(other({ checkpoint: proof.checkpoint.replace(` size ${proof.size} `, ` size ${proof.size + 1} `) })),
    ).toBe(false)
    expect((await clerk.call(lastSeal)).seal!.number).toBeGreaterThanOrEqual(seal!.number)
    const school = await house.as('school')
    await expect(school.call(proofOfStep, { params })).rejects.toThrow()
  })
})
