import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../platform/db/migrate.ts'
import { type RowsBefore, rowsBefore } from '../../platform/testing/database.ts'
import { newId } from '../values/public.ts'
import { LIANDU } from './testing.ts'

let database: RowsBefore
let looker: pg.Client
beforeAll(async () => {
  database = await rowsBefore('202611270040-benefits.sql')
  looker = database.looker
})
afterAll(() => database.drop())

const insert: RowsBefore['insert'] = (table, row) => database.insert(table, row)

/** A claim of one person in this state, from the fact to the line. */
async function givenClaimOf(personId: string, number: string, status: string): Promise<void> {
  const [factId, decisionId, entitlementId, claimId, groupId] = [newId(), newId(), newId(), newId(), newId()]
  const [of, at, hash] = [{ district: LIANDU }, '2022-03-31T16:30:00Z', Buffer.alloc(32)]
  await insert('policy.facts', {
    ...of,
    id: factId,
    kind: 'training.completed',
    subject_id: newId(),
    version: 1,
    person_id: personId,
    group_id: groupId,
    occurred_on: '2022-03-25',
    body: JSON.stringify({ occupationId: '2022/养老护理员', level: 'L5_JUNIOR' }),
    source_kind: 'muster',
    source_id: newId(),
  })
  await insert('policy.decisions', {
    ...of,
    id: decisionId,
    fact_id: factId,
    person_id: personId,
    group_id: groupId,
    scheme: 'liandu.training-subsidy',
    scheme_version: '2022-01',
    pack_sha256: hash,
    cause: 'original',
    facts: '{}',
    answer: 'eligible',
    value_fen: 100_000,
    subtracted_fen: 0,
    effective_fen: 100_000,
    trace: '{}',
    content_sha256: hash,
    business_at: at,
  })
  const scheme = { scheme: 'liandu.training-subsidy', fund: 'EMPLOYMENT_SUBSIDY_FUND', group_id: groupId }
  await insert('funds.entitlements', {
    ...of,
    ...scheme,
    id: entitlementId,
    decision_id: decisionId,
    person_id: personId,
    amount_fen: 100_000,
    status: 'due',
    created_at: at,
  })
  await insert('funds.claims', {
    ...of,
    ...scheme,
    id: claimId,
    number,
    scheme_version: '2022-01',
    scheme_title: '{}',
    line_id: newId(),
    organisation_id: newId(),
    organisation_name: '学校',
    fact_kind: 'training.completed',
    group_kind: 'class',
    title: '班',
    head_count: 1,
    held_count: 0,
    refused_count: 0,
    amount_fen: 100_000,
    check_run_id: newId(),
    checks_asked: 0,
    checks_passed: 0,
    unavailable: '[]',
    content_sha256: hash,
    status,
    assembled_at: at,
  })
  await insert('funds.claim_lines', {
    ...of,
    id: newId(),
    claim_id: claimId,
    entitlement_id: entitlementId,
    person_id: personId,
    position: 1,
    payee_name: '王静',
    bank_account_id: newId(),
    amount_fen: 100_000,
  })
}

it('enters what was claimed before there was a register, as it stands; what was returned is not entered', async () => {
  const personId = newId()
  const key = Buffer.alloc(32, 7)
  await insert('people.persons', {
    district: LIANDU,
    id: personId,
    name: '王静',
    identity_sealed: key,
    identity_lookup: key,
    identity_masked: '339901********0000',
    sex: 'F',
    birth_date: '1980-01-01',
  })
  await givenClaimOf(personId, 'S-2022-0001', 'paid')
  await givenClaimOf(personId, 'S-2022-0002', 'approved')
  await givenClaimOf(personId, 'S-2022-0003', 'confirmed')
  await givenClaimOf(personId, 'S-2022-0004', 'returned')
  await migrate(database.ownerUrl)

  const { rows } = await looker.query(
    `select b.reference, b.status, b.counts_on::text, b.occupation_id, b.level, e.status_to, u.amount_fen::int, u.lives
     from policy.benefits b
     join policy.benefit_events e on e.district = b.district and e.benefit_id = b.id
     join policy.person_uses u on u.id = b.id and u.person_key = b.person_lookup order by b.reference`,
  )
  // Half past midnight of the first of April in the programme's zone.
  const entered = {
    counts_on: '2022-04-01',
    occupation_id: '2022/养老护理员',
    level: 'L5_JUNIOR',
    amount_fen: 100_000,
    lives: true,
  }
  expect(rows).toEqual([
    { ...entered, reference: 'S-2022-0001', status: 'paid', status_to: 'paid' },
    { ...entered, reference: 'S-2022-0002', status: 'committed', status_to: 'committed' },
    { ...entered, reference: 'S-2022-0003', status: 'reserved', status_to: 'reserved' },
  ])
  const fences = await looker.query(
    `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('policy', 'funds', 'people') and c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity`,
  )
  expect(fences.rows).toEqual([])
})
