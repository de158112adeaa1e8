import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepSessions } from '../kernel/access/public.ts'
import { whoAmI } from '../kernel/access/contract.ts'
import { FACTS_RECORDED } from '../kernel/policy/public.ts'
import { countStuckFollowUps, listStuckFollowUps, tryFollowUpAgain } from '../kernel/record/stuck/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { newId } from '../kernel/values/public.ts'
import type { Refusal } from '../platform/contract/public.ts'
import { inDistrict, type Tx } from '../platform/db/public.ts'
import { sweepKeys } from '../platform/http/public.ts'
import { announce, sweepEvents } from '../platform/outbox/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
})
beforeEach(() => owner.query('truncate outbox.events'))
afterAll(async () => {
  await owner.end()
  await house.close()
})

const within = <T>(work: (tx: Tx) => Promise<T>, district = LIANDU) => inDistrict(house.connection.db, district, work)
const statusOf = async (asked: Promise<unknown>) =>
  ((await asked.catch((error: unknown) => error)) as Refusal).problem.status

/** An event about a class whose follow-up can never succeed, tried until it gave up. */
async function givenStuck(): Promise<{ id: string; classId: string }> {
  const [id, classId] = [newId(), newId()]
  await within((tx) => announce(tx, { id, kind: FACTS_RECORDED, subjectId: classId, body: { kind: 5 } }))
  for (let round = 0; round < 12; round += 1) {
    await house.outbox.drain(LIANDU)
    await owner.query('update outbox.events set next_try_at = now() where gave_up_at is null')
  }
  return { id, classId }
}

describe('follow-ups that gave up', () => {
  it('are seen by administrator and auditor with what, about which, when, how often and why; by nobody else', async () => {
    const { id, classId } = await givenStuck()
    const admin = await house.as('admin')
    const { items } = await admin.call(listStuckFollowUps, { query: { state: 'gave-up' } })
    expect(items).toMatchObject([
      {
        id,
        what: { zh: '结业后认定、核对并生成申领单' },
        about: { id: classId, page: `/classes/${classId}`, may: 'class.read' },
        state: 'gave-up',
        tries: 12,
        nextTryAt: null,
        why: { zh: '程序出错(ZodError)。请把编号告诉技术支持。' },
      },
    ])
    expect(await admin.call(countStuckFollowUps)).toEqual({ gaveUp: 1 })
    const auditor = await house.as('auditor')
    expect((await auditor.call(listStuckFollowUps)).items).toHaveLength(1)
    expect(await statusOf(auditor.call(tryFollowUpAgain, { params: { followUpId: id } }))).toBe(403)
    for (const other of ['clerk', 'finance', 'school'])
      expect(await statusOf((await house.as(other)).call(listStuckFollowUps))).toBe(403)
  })

  it('are put back once, on record, however often the button is pressed', async () => {
    const { id } = await givenStuck()
    const admin = await house.as('admin')
    const again = () => admin.call(tryFollowUpAgain, { params: { followUpId: id } })
    expect(await again()).toEqual({ state: 'waiting' })
    expect(await again()).toEqual({ state: 'waiting' })
    expect(await within((tx) => listActs(tx, 'follow-up', id))).toMatchObject([
      { act: 'follow-up.put-back', detail: { event: FACTS_RECORDED, tries: 12 } },
    ])
    expect((await admin.call(listStuckFollowUps, { query: { state: 'trying' } })).items).toMatchObject([{ tries: 0 }])
    await owner.query(`update outbox.events set body = '{"kind":"none","groupId":"${newId()}"}'`)
    await house.outbox.drain(LIANDU)
    expect((await admin.call(listStuckFollowUps)).items).toEqual([])
    expect(await again()).toEqual({ state: 'done' })
    expect(await statusOf(admin.call(tryFollowUpAgain, { params: { followUpId: newId() } }))).toBe(404)
  })

  it('come page by page, newest first', async () => {
    for (let n = 0; n < 3; n += 1) await givenStuck()
    const admin = await house.as('admin')
    const first = await admin.call(listStuckFollowUps, { query: { limit: 2 } })
    const second = await admin.call(listStuckFollowUps, { query: { limit: 2, after: first.next! } })
    const ids = [...first.items, ...second.items].map((item) => item.id)
    expect(ids).toHaveLength(3)
    expect(ids).toEqual([...ids].sort().toReversed())
    expect(second.next).toBeNull()
  })
})

describe('what nobody asks for any more', () => {
  const keys = async () =>
    (await owner.query('select district, key from http.idempotency_keys where key like $1 order by key', ['swept-%']))
      .rows

  it('is swept: idempotency keys older than thirty days, of this district, a batch at a time', async () => {
    await owner.query(`
      insert into http.idempotency_keys (district, account_id, key, request_sha256, created_at)
      select ${LIANDU}, gen_random_uuid(), 'swept-' || lpad(n::text, 6, '0'), '\\x00'::bytea, now() - interval '31 days' from generate_series(1, 700) n
      union all select ${LIANDU}, gen_random_uuid(), 'swept-young', '\\x00', now() - interval '29 days'
      union all select ${QINGTIAN}, gen_random_uuid(), 'swept-there', '\\x00', now() - interval '90 days'`)
    expect(await within(sweepKeys)).toBe(true)
    expect(await keys()).toHaveLength(202)
    expect(await within(sweepKeys)).toBe(false)
    expect(await keys()).toEqual([
      { district: QINGTIAN, key: 'swept-there' },
      { district: LIANDU, key: 'swept-young' },
    ])
  })

  it('is swept: events done ninety days ago, of this district, a batch at a time; what is not done stays', async () => {
    await owner.query(`
      insert into outbox.events (district, id, kind, subject_id, body, done_at, gave_up_at, failed_at)
      select ${LIANDU}, gen_random_uuid(), 'swept', gen_random_uuid(), '{}'::jsonb, now() - interval '91 days', null::timestamptz, null::timestamptz from generate_series(1, 700)
      union all select ${LIANDU}, gen_random_uuid(), 'swept-young', gen_random_uuid(), '{}', now() - interval '89 days', null, null
      union all select ${LIANDU}, gen_random_uuid(), 'swept-stuck', gen_random_uuid(), '{}', null, now() - interval '1 year', now() - interval '1 year'
      union all select ${QINGTIAN}, gen_random_uuid(), 'swept-there', gen_random_uuid(), '{}', now() - interval '1 year', null, null`)
    const kinds = async () =>
      (
        await owner.query<{ kind: string; count: number }>(
          `select kind, count(*)::int as count from outbox.events where kind like 'swept%' group by kind order by kind`,
        )
      ).rows.map(({ kind, count }) => [kind, count])
    const left = [
      ['swept-stuck', 1],
      ['swept-there', 1],
      ['swept-young', 1],
    ]
    expect(await within(sweepEvents)).toBe(true)
    expect(await kinds()).toEqual([['swept', 200], ...left])
    expect(await within(sweepEvents)).toBe(false)
    expect(await kinds()).toEqual(left)
  })

  it('is swept: sessions that expired thirty days ago; open and lately expired ones stay', async () => {
    const clerk = await house.as('clerk')
    const { accountId } = await clerk.call(whoAmI)
    await owner.query(
      `insert into access.sessions (district, id, token_sha256, account_id, expires_at)
       values (${LIANDU}, gen_random_uuid(), '\\x01', $1, now() - interval '31 days'), (${LIANDU}, gen_random_uuid(), '\\x02', $1, now() - interval '29 days')`,
      [accountId],
    )
    expect(await within(sweepSessions)).toBe(false)
    const { rows } = await owner.query<{ token: string }>(
      `select encode(token_sha256, 'hex') as token from access.sessions where length(token_sha256) = 1`,
    )
    expect(rows).toEqual([{ token: '02' }])
    expect(await clerk.call(whoAmI)).toMatchObject({ accountId })
  })
})
