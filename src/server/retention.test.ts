import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDemoClaim, publishDemoClaim } from '../../demo/claim-way.ts'
import { lookUpSampleCertificates, sampleFile } from '../../demo/sample-class.ts'
import { uploadScreenshot } from '../kernel/credentials/look-ups/contract.ts'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { decideConclusion, openCase, proposeConclusion } from '../kernel/integrity/cases/contract.ts'
import { uploadInsuredList } from '../kernel/people/insured/contract.ts'
import { decideProposal, proposeRestriction } from '../kernel/people/restrictions/contract.ts'
import { listEmptied, retentionDue } from '../kernel/record/retention/contract.ts'
import { emptySome } from '../kernel/record/retention/sweeping.ts'
import { classChoices, draftClass } from '../mechanisms/training/classes/contract.ts'
import { musterOfClass } from '../mechanisms/training/completion/contract.ts'
import { openMarkedRoster, uploadRoster } from '../mechanisms/training/rosters/contract.ts'
import { csvRoster } from '../mechanisms/training/rosters/testing.ts'
import { setBusinessNow } from '../platform/clock/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, givenLetters, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
let school: Someone
let clerk: Someone
let auditor: Someone
let reviewer: Someone
let organisationId: string
let taughtId: string
let draftId: string
let refusedId: string
let takenId: string

beforeAll(async () => {
  house = await givenHouse()
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  school = await house.as('school')
  clerk = await house.as('clerk')
  auditor = await house.as('auditor')
  reviewer = await house.as('reviewer')
  const finance = await house.as('finance')
  // What is taught, and later paid.
  taughtId = await givenTaughtClass(house, school, clerk)
  const tell = await givenLetters(house, clerk, taughtId, ['pension-payments'])
  await tell('pension-payments')
  // What is refused or drafted on the 28th of March.
  draftId = await givenDraft()
  const roster = { params: { classId: draftId }, query: { fileName: '花名册.csv' } }
  const wrong = csvRoster(3).toString('utf8').replaceAll('339901', '339902')
  const refused = await school.call(uploadRoster, { ...roster, file: new Blob([wrong]) })
  const taken = await school.call(uploadRoster, { ...roster, file: new Blob([new Uint8Array(csvRoster(3))]) })
  expect([refused.outcome, taken.outcome]).toEqual(['refused', 'imported'])
  ;[refusedId, takenId] = [refused.importId, taken.importId]
  const picture = { query: { fileName: '试查.png' }, file: new Blob([new Uint8Array(givenPng(3))]) }
  await clerk.call(uploadScreenshot, { params: { groupId: draftId }, ...picture })
  await clerk.call(uploadInsuredList, {
    query: { fileName: '10-企业参保人员.csv', source: '社保中心', asOf: '2022-03-28' },
    file: sampleFile('10-企业参保人员.csv'),
  })
  await house.outbox.drain(LIANDU)
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  const { id: claimId } = items[0]!
  const { rows } = await owner.query('select organisation_id from funds.claims where id = $1', [claimId])
  organisationId = rows[0].organisation_id
  const approver = (await house.as('deputy')).call
  await approveDemoClaim({ school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver }, claimId)
  await house.passTo(await publishDemoClaim(clerk.call, claimId))
  await lookUpSampleCertificates(clerk.call, taughtId)
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
  await owner?.end()
  await house?.close()
})

async function givenDraft(): Promise<string> {
  const { sites, instructors, agreed } = await school.call(classChoices)
  const { id } = await school.call(draftClass, {
    body: {
      number: '2022年第9期',
      kind: 'EMPLOYMENT_SKILLS',
      occupationId: agreed[0]!.occupation.id,
      level: 'L5_JUNIOR',
      certificateKind: 'SKILL_LEVEL',
      siteId: sites[0]!.id,
      roomId: sites[0]!.rooms[0]!.id,
      instructorId: instructors[0]!.id,
      startsOn: '2022-04-11',
      endsOn: '2022-04-15',
      theoryHours: 8,
      practiceHours: 32,
      capacity: 40,
      payee: 'person',
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
    },
  })
  return id
}

/** The day is this one, and what is due on it is emptied; nothing else that days bring is done. */
async function emptiedOn(day: string): Promise<string[]> {
  await inDistrict(house.connection.db, LIANDU, (tx) => setBusinessNow(tx, new Date(`${day}T01:00:00Z`)))
  while (await inDistrict(house.connection.db, LIANDU, (tx) => emptySome(tx, house.retaining)));
  await house.sealing.seal(LIANDU)
  const { rows } = await owner.query<{ rule: string }>(
    'select rule from record.emptyings where district = $1 and emptied_on = $2 order by rule',
    [LIANDU, day],
  )
  return rows.map(({ rule }) => rule)
}

async function count(what: string, ...values: unknown[]): Promise<number> {
  return Number((await owner.query<{ count: string }>(`select count(*) from ${what}`, values)).rows[0]!.count)
}

const filesOf = (id: string, bytes: string) =>
  count(
    `training.roster_imports r join files.files f on f.district = r.district and f.id in (r.file_id, r.marked_file_id)
     where r.id = $1 and octet_length(f.sealed_bytes) ${bytes}`,
    id,
  )

/** What money and its hashes came to, whoever they were of. */
async function kept(): Promise<unknown> {
  const { rows } = await owner.query(
    `select (select array_agg(content_sha256::text || status || amount_fen order by id) from funds.batches) as batches,
      (select array_agg(content_sha256::text || status || amount_fen order by id) from funds.claims) as claims,
      (select sum(amount_fen) from funds.batch_lines) as paid, (select array_agg(sha256::text order by id) from files.files) as files`,
  )
  return rows[0]
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

const heldBy = async (code: string) =>
  (await auditor.call(retentionDue)).rules.find((rule) => rule.code === code)!.due.map(({ held }) => held?.why.zh)

const differing = async () => (await house.sealing.verify(LIANDU)).differing

describe('when the county’s years are over', () => {
  it('takes the bytes of a refused upload, on the day and not before; its row, its hash and an act stay', async () => {
    expect(await emptiedOn('2023-03-27')).toEqual([])
    expect(await filesOf(refusedId, '> 0')).toBe(2)
    const { rules, until } = await auditor.call(retentionDue)
    expect(until).toBe('2023-03-31')
    const due = rules.find(({ code }) => code === 'refused-roster')!.due
    expect(due.map(({ dueOn, held }) => ({ dueOn, held }))).toEqual([{ dueOn: '2023-03-28', held: null }])

    expect(await emptiedOn('2023-03-28')).toEqual(['refused-roster'])
    expect(await filesOf(refusedId, '= 0')).toBe(2)
    expect(await filesOf(takenId, '> 0')).toBe(1)
    const { items } = await auditor.call(listEmptied, { query: {} })
    const { rows } = await owner.query(
      "select encode(sha256, 'hex') as sha256 from training.roster_imports where id = $1",
      [refusedId],
    )
    expect(items[0]!.files).toContain(rows[0].sha256)
    expect(await count("record.acts where act = 'personal.emptied' and subject_id = $1", draftId)).toBe(1)
    expect(await differing()).toBe(0)
    await expect(
      school.call(openMarkedRoster, { params: { classId: draftId, importId: refusedId } }),
    ).rejects.toMatchObject({ problem: { status: 404, code: 'file-emptied' } })
  })

  it('keeps what an open case, a restriction or money rests on, and says which', async () => {
    await clerk.call(openCase, { body: { groupId: taughtId, reason: '核对签到与影像' } })
    const restriction = {
      kind: 'restricted',
      personId: null,
      organisationId,
      reason: '伪造签到',
      clause: '第五条',
    } as const
    await clerk.call(proposeRestriction, {
      body: { ...restriction, document: '莲人社罚〔2024〕1号', from: '2023-03-28', to: null },
    })
    expect(await emptiedOn('2025-06-01')).toEqual(['insured-list'])
    expect(await heldBy('unfiled-roster')).toEqual(['有未了的限制,暂不清理'])
    expect(await heldBy('screenshot')).toHaveLength(2)
    expect((await heldBy('letter'))[0]).toMatch(/^疑点 .+ 未办结$/)
    // Nobody on the list is found any more, and its employers still are.
    expect(await count('people.insured_staff s join people.persons p on p.identity_lookup = s.identity_lookup')).toBe(0)
    expect(await count("people.insured_staff where employer_name <> ''")).toBeGreaterThan(0)
    // Handed in again it would seem to stand; it says that it does not.
    const again = { query: { fileName: '10.csv', source: '社保中心', asOf: '2022-03-28' } }
    await expect(
      clerk.call(uploadInsuredList, { ...again, file: sampleFile('10-企业参保人员.csv') }),
    ).rejects.toMatchObject({ problem: { status: 409, code: 'insured-list-emptied' } })
    expect(await differing()).toBe(0)
  })

  it('goes on once they are settled, but for what was paid on: that is kept as accounts are', async () => {
    const { rows } = await owner.query(
      `select c.id as case_id, p.id as proposal_id, p.restriction_id from integrity.cases c, people.restriction_proposals p
       where c.group_id = $1 and p.business_at > '2023-01-01'`,
      [taughtId],
    )
    const { case_id: caseId, proposal_id: proposalId, restriction_id: restrictionId } = rows[0]
    const approver = await house.as('approver')
    await approver.call(decideProposal, {
      params: { restrictionId, proposalId },
      body: { outcome: 'declined', reason: '证据不足' },
    })
    const body = { outcome: 'cleared' as const, keepsProviderFrozen: false, reasons: '签到与影像逐一核对,相符。' }
    const { conclusionId } = await reviewer.call(proposeConclusion, { params: { caseId }, body })
    await approver.call(decideConclusion, {
      params: { caseId, conclusionId },
      body: { verdict: 'confirmed', reason: '' },
    })

    expect(await emptiedOn('2025-06-02')).toEqual(['letter', 'screenshot', 'unfiled-roster'])
    expect(await filesOf(takenId, '= 0')).toBe(1)
    expect(await count('training.enrolments where roster_import_id = $1 and phone_sealed is not null', takenId)).toBe(0)
    expect(await count("people.letter_people where name <> '*'")).toBe(0)
    expect(await heldBy('screenshot')).toEqual(['补贴发放所依据,按会计档案保存'])
    const { due } = (await auditor.call(retentionDue)).rules.find(({ code }) => code === 'screenshot')!
    expect(due[0]!.held!.until! > '2052-01-01').toBe(true)
    expect(await differing()).toBe(0)
  })

  it('is no cover for a change: an emptied row that reads otherwise is named', async () => {
    await owner.query("update people.letter_people set name = '某某' where district = $1 and position = 1", [LIANDU])
    const found = await house.sealing.verify(LIANDU)
    expect(found.differences.map(({ table }) => table)).toEqual(['people.letter_people'])
    await owner.query("update people.letter_people set name = '*' where district = $1 and position = 1", [LIANDU])
    expect(await differing()).toBe(0)
  })

  it('lets the application empty nothing else, and nothing before its time', async () => {
    const client = new pg.Client({ connectionString: house.database.appUrl })
    await client.connect()
    try {
      await client.query(`begin; set local app.district = '${LIANDU}'`)
      await client.query('savepoint before')
      await expect(client.query("update files.files set sealed_bytes = ''")).rejects.toThrow(/permission denied/)
      await client.query('rollback to before')
      await expect(
        client.query(
          `insert into record.emptyings (district, id, rule, source, row_id, title, subject_kind, subject_id, file_ids, file_hashes, since_on, years, emptied_on)
           values (${LIANDU}, gen_random_uuid(), 'screenshot', 'credentials.screenshots', gen_random_uuid(), '{}', 'class', gen_random_uuid(), '{}', '{}', '2022-03-28', 3, '2025-03-27')`,
        ),
      ).rejects.toThrow(/nothing_is_emptied_before_its_years/)
      await client.query('rollback to before')
      const { rows } = await client.query('select public.app_empty_files(gen_random_uuid()) as emptied')
      expect(rows[0].emptied).toBe(0)
    } finally {
      await client.query('rollback')
      await client.end()
    }
  })

  it('takes whom money went to once accounts need not be kept, on the day and not before; sums, hashes and states stay', async () => {
    const names = (await owner.query<{ name: string }>('select distinct name from training.enrolments')).rows
    const before = await kept()
    const { due } = (await auditor.call(retentionDue)).rules.find(({ code }) => code === 'screenshot')!
    const last = due[0]!.held!.until!
    await emptiedOn(dayBefore(last))
    expect(await count("funds.claim_lines where payee_name = '*'")).toBe(0)
    expect(await heldBy('class')).toContain('补贴发放所依据,按会计档案保存')
    const bankFile = 'funds.bank_files b join files.files f on f.district = b.district and f.id = b.file_id'
    expect(await count(`${bankFile} where octet_length(f.sealed_bytes) > 0`)).toBe(1)

    expect(new Set(await emptiedOn(last))).toEqual(new Set(['batch', 'claim', 'class', 'screenshot']))
    for (const [table, column] of [
      ['funds.claim_lines', 'payee_name'],
      ['funds.batch_lines', 'payee_name'],
      ['funds.public_notice_rows', 'masked_name'],
    ] as const)
      expect(await count(`${table} where ${column} <> '*' and district = $1`, LIANDU), table).toBe(0)
    expect(await count("training.enrolments where name <> '*' and class_id = $1", taughtId)).toBe(0)
    expect(await count(`${bankFile} where octet_length(f.sealed_bytes) > 0`)).toBe(0)
    expect(await count("funds.batch_lines where length(account_sealed) > 0 or account_tail <> '****'")).toBe(0)
    expect(await kept()).toEqual(before)
    // The persons themselves are not due yet.
    expect(await count("people.persons where name = '*'")).toBe(0)
    expect(names.length).toBeGreaterThan(30)
    expect(await house.sealing.verify(LIANDU)).toMatchObject({ differing: 0, differences: [] })
  }, 60_000)

  it('is no cover for an amount of what was emptied: the sum and the seal name it', async () => {
    await owner.query('update funds.batch_lines set amount_fen = amount_fen + 1 where position = 1')
    const { differences } = await house.sealing.verify(LIANDU)
    expect(differences.map(({ table }) => table).toSorted()).toEqual(['funds.batch_lines', 'funds.batches'])
    await owner.query('update funds.batch_lines set amount_fen = amount_fen - 1 where position = 1')
    expect(await differing()).toBe(0)
  })

  it('takes who a person is, so that nobody is found by their number; whoever has a post stays known', async () => {
    const { rows } = await owner.query<{ id: string; identity_lookup: Buffer; phone_lookup: Buffer | null }>(
      `select id, identity_lookup, phone_lookup from people.persons where district = $1
       and id in (select person_id from training.enrolments)`,
      [LIANDU],
    )
    const first = (await owner.query('select min(created_at)::date::text as day from people.persons')).rows[0].day
    const due = `${Number(first.slice(0, 4)) + 30}${first.slice(4)}`
    // The class that was never held is over by its plan some days after the one that was paid.
    expect(await emptiedOn(dayBefore(due))).toEqual(['class'])
    expect(await count("training.enrolments where name <> '*'")).toBe(0)
    const staff = 'people.persons p where id in (select person_id from access.accounts) and district = $1'
    const posts = await count(staff, LIANDU)

    const emptied = await emptiedOn(due)
    expect(emptied.filter((rule) => rule === 'person').length).toBeGreaterThanOrEqual(rows.length)
    const lookups = rows.flatMap(({ identity_lookup: of, phone_lookup: by }) => (by ? [of, by] : [of]))
    expect(await count('people.persons where identity_lookup = any($1) or phone_lookup = any($1)', lookups)).toBe(0)
    const ids = rows.map(({ id }) => id)
    const whole = "name <> '*' or identity_masked <> '*' or length(identity_sealed) > 0 or phone_masked is not null"
    expect(await count(`people.persons where id = any($1) and (${whole})`, ids)).toBe(0)
    expect(await count("people.bank_accounts where person_id = any($1) and holder_name <> '*'", ids)).toBe(0)
    expect(await count(`${staff} and name <> '*'`, LIANDU)).toBe(posts)
    expect(await heldBy('person')).toContain('有账号,或任职期间经办的事项仍在保存期')
    expect(await house.sealing.verify(LIANDU)).toMatchObject({ differing: 0, differences: [] })
    // What was emptied is not told by whom it was of, and what rests on it is still read.
    const { items } = await auditor.call(listEmptied, { query: {} })
    expect(items.find(({ rule }) => rule.zh.startsWith('人员信息'))!.title.zh).toMatch(/^人员 [0-9a-f]{8}$/)
    const claims = await clerk.call(listClaims, { query: {} })
    const claim = await clerk.call(getClaim, { params: { claimId: claims.items[0]!.id } })
    expect(new Set(claim.people.map(({ maskedName }) => maskedName))).toEqual(new Set(['*']))
    expect((await clerk.call(musterOfClass, { params: { classId: taughtId } })).people.length).toBeGreaterThan(30)
  }, 120_000)

  it('is read by heads and the auditor, and by nobody who handles claims', async () => {
    await expect(clerk.call(retentionDue)).rejects.toMatchObject({ problem: { status: 403 } })
    await (await house.as('director')).call(retentionDue)
  })
})
