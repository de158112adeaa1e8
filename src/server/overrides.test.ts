import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Player } from '../../demo/play.ts'
import { planSampleClass, sampleFile, teachSampleClass } from '../../demo/sample-class.ts'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { explainPerson, getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import {
  addOverrideFile,
  countOverrides,
  decideOverride,
  listOverrides,
  openOverrideFile,
  overrideDefaults,
  type Override,
  proposeOverride,
  withdrawOverride,
} from '../kernel/integrity/overrides/contract.ts'
import { insertHand } from '../kernel/integrity/hands-store.ts'
import { listLatestResults } from '../kernel/integrity/public.ts'
import { makeLetters, uploadAnswer } from '../kernel/people/letters/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { draftClass } from '../mechanisms/training/classes/contract.ts'
import { approveClass, checkClass, classChecksOf, submitClass } from '../mechanisms/training/filing/contract.ts'
import { civilDate, newId } from '../kernel/values/public.ts'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

const INSURED = '10-企业参保人员.csv'
const DOCUMENT = '关于参保数据核实情况的会议纪要(莲人社〔2022〕3号)'

let house: TestHouse
let school: Someone
let clerk: Someone
let reviewer: Someone
let approver: Someone
let superuser: pg.Client
let classId: string
let draft: string
beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  reviewer = await house.as('reviewer')
  approver = await house.as('approver')
  superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  classId = (await planSampleClass(school.call)).classId
  await school.call(submitClass, { params: { classId } })
  await clerk.call(approveClass, { params: { classId } })
  const planner = ((endpoint: unknown, input: { body: object }) =>
    endpoint === draftClass
      ? school.call(draftClass, { body: { ...input.body, number: '2022年第4期' } } as never)
      : school.call(endpoint as never, input as never)) as unknown as Player
  draft = (await planSampleClass(planner)).classId
  await teachSampleClass(school.call, classId)
  await house.outbox.drain(LIANDU)
  const [letter] = (
    await clerk.call(makeLetters, {
      body: {
        letters: [{ register: 'insured-staff', office: '莲都区社会保险中心' }],
        groupIds: [classId],
        purpose: '职业技能培训补贴审核',
      },
    })
  ).letters
  await clerk.call(uploadAnswer, {
    params: { letterId: letter!.id },
    query: { fileName: INSURED, office: '莲都区社会保险中心', asOf: '2022-03-28' },
    file: sampleFile(INSURED),
  })
  await house.outbox.drain(LIANDU)
}, 120_000)
afterAll(async () => {
  await superuser.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const theClaim = async () => {
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  return clerk.call(getClaim, { params: { claimId: items[0]!.id } })
}
const standingOf = async (position: number) => (await theClaim()).people.find((person) => person.position === position)!
/** The failed answer about somebody of the claim, as their drawer shows it. */
async function failedOf(position: number, checkId: string) {
  const claim = await theClaim()
  const { decisionId } = claim.people.find((person) => person.position === position)!
  const { checks } = await clerk.call(explainPerson, { params: { claimId: claim.id, decisionId } })
  return checks.find((check) => check.checkId === checkId)!
}
const asking = (resultId: string, over: { expiresOn?: string } = {}) => ({
  body: { resultId, document: DOCUMENT, reason: '社保登记有误,已核实', evidence: '', expiresOn: '2022-05-01', ...over },
})
const decide = (who: Someone, { id }: Override, outcome: 'confirmed' | 'declined', reason = '') =>
  who.call(decideOverride, { params: { overrideId: id }, body: { outcome, reason } })
const withdraw = async (who: Someone, { id }: Override) => {
  const done = await who.call(withdrawOverride, { params: { overrideId: id }, body: { reason: '材料有误' } })
  await house.outbox.drain(LIANDU)
  return done
}
/** What A08 answers today of somebody of the class, asked as before a payment. */
async function askedAgain(position: number) {
  const { rows } = await superuser.query(
    'select id, person_id, group_code from training.enrolments where district = $1 and class_id = $2 and position = $3',
    [LIANDU, classId, position],
  )
  const { id, person_id: personId, group_code: groupCode } = rows[0]
  const during = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }
  const subjects = [{ kind: 'enrolment' as const, id, personId, groupCode, during }]
  const run = await inDistrict(house.connection.db, LIANDU, (tx) =>
    house.integrity.run(tx, { moment: 'payment', groupId: classId, subjects, now: tx.now }),
  )
  return run.results.find(({ checkId }) => checkId === 'A08')!
}

describe('an override of what a check found', () => {
  let override: Override

  it('is proposed by one person about one answer, and counts for nothing yet', async () => {
    await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-03-30' } })
    const failed = await failedOf(25, 'A08')
    expect([failed.outcome, failed.action, failed.liftable]).toEqual(['failed', 'hold', true])
    override = await clerk.call(proposeOverride, asking(failed.id))
    await house.outbox.drain(LIANDU)
    expect(override).toMatchObject({ state: 'waiting', own: true, check: { id: 'A08' }, document: DOCUMENT })
    expect(override.who?.zh).toMatch(/^第25号 /)
    expect((await standingOf(25)).standing).toBe('held')
  })

  it('waits for another person: it counts in their navigation and not in its proposer’s', async () => {
    expect((await reviewer.call(countOverrides)).waiting).toBe(1)
    expect((await clerk.call(countOverrides)).waiting).toBe(0)
    const auditor = await house.as('auditor')
    expect((await auditor.call(countOverrides)).waiting).toBe(0)
  })

  it('is not proposed twice while it waits', async () => {
    const twice = await refusal(clerk.call(proposeOverride, asking((await failedOf(25, 'A08')).id)))
    expect([twice.status, twice.code]).toEqual([409, 'override-waits'])
  })

  it('makes whom it lets go due once another has confirmed it, and only them', async () => {
    const before = await theClaim()
    const confirmed = await decide(reviewer, override, 'confirmed')
    await house.outbox.drain(LIANDU)
    expect(confirmed.state).toBe('in-force')
    const claim = await theClaim()
    expect(claim.replaces).toMatchObject({ id: before.id })
    expect(claim.replaces?.because.zh).toBe('放行有变化')
    expect(claim.replaces?.changes.map(({ position, from, to }) => [position, from, to])).toEqual([[25, 'held', 'due']])
    expect((await standingOf(21)).standing).toBe('held')
  })

  it('leaves the answer failed: told with the document, the day and the way to who did it', async () => {
    const failed = await failedOf(25, 'A08')
    expect([failed.outcome, failed.action, failed.liftable]).toEqual(['failed', 'flag', false])
    expect(failed.sentence.zh).toContain(`(已由两人放行:${DOCUMENT},至 2022-05-01)`)
    const step = await clerk.call(walkTrail, { params: { kind: 'check-result', id: failed.id } })
    expect(step.restsOn).toContainEqual(expect.objectContaining({ kind: 'override', id: override.id }))
    const trail = await clerk.call(walkTrail, { params: { kind: 'override', id: override.id } })
    expect(JSON.stringify(trail)).not.toMatch(/\d{17}/)
    expect(trail.says.map(({ value }) => value.zh).join()).toContain('复核岗')
    expect((await refusal(school.call(walkTrail, { params: { kind: 'override', id: override.id } }))).status).toBe(404)
  })

  it('is counted for the auditor by check, by provider and by person', async () => {
    const auditor = await house.as('auditor')
    const counts = await auditor.call(countOverrides)
    expect(counts.byCheck).toEqual([expect.objectContaining({ id: 'A08', proposed: 1, confirmed: 1 })])
    expect(counts.byOrganisation).toEqual([expect.objectContaining({ proposed: 1, confirmed: 1 })])
    expect(new Map(counts.byPerson.map(({ post, ...n }) => [post.zh, [n.proposed, n.confirmed]]))).toEqual(
      new Map([
        ['经办岗', [1, 0]],
        ['复核岗', [0, 1]],
      ]),
    )
    expect((await refusal(auditor.call(proposeOverride, asking(newId())))).status).toBe(403)
  })

  it('holds them again once one of its two people withdraws it, and nobody else can', async () => {
    const third = await refusal(withdraw(approver, override))
    expect([third.status, third.code]).toEqual([409, 'not-withdrawable'])
    expect((await withdraw(reviewer, override)).state).toBe('withdrawn')
    expect((await standingOf(25)).standing).toBe('held')
    expect((await failedOf(25, 'A08')).action).toBe('hold')
  })

  it('can be proposed anew after that; declined, it counts for nothing', async () => {
    const again = await clerk.call(proposeOverride, asking((await failedOf(25, 'A08')).id))
    expect((await refusal(decide(reviewer, again, 'declined'))).status).toBe(422)
    expect((await decide(reviewer, again, 'declined', '材料不足')).state).toBe('declined')
    await house.outbox.drain(LIANDU)
    expect((await standingOf(25)).standing).toBe('held')
    expect((await refusal(decide(reviewer, again, 'confirmed'))).code).toBe('not-waiting')
  })

  it('ends by itself: the checks asked after its last day stop the person again', async () => {
    const short = await clerk.call(proposeOverride, asking((await failedOf(25, 'A08')).id, { expiresOn: '2022-03-31' }))
    await decide(reviewer, short, 'confirmed')
    await house.outbox.drain(LIANDU)
    expect((await standingOf(25)).standing).toBe('due')
    expect((await askedAgain(25)).action).toBe('flag')
    // Its two people are told ahead, nobody else; and it is in the list of what ends soon.
    const soon = (await clerk.call(listOverrides, { query: { ending: 'yes' } })).items
    expect(soon.map(({ id, endsIn }) => [id, endsIn])).toEqual([[short.id, 1]])
    const told = await Promise.all(
      [clerk, reviewer, approver].map(async (who) => (await who.call(countOverrides)).ending),
    )
    expect(told).toEqual([1, 1, 0])
    await clerk.call(moveDemonstrationDate, { body: { businessDate: '2022-04-01' } })
    const now = await askedAgain(25)
    expect([now.outcome, now.action]).toEqual(['failed', 'hold'])
    const { items } = await clerk.call(listOverrides, { query: { state: 'expired' } })
    expect(items.map(({ id, endsIn }) => [id, endsIn])).toEqual([[short.id, null]])
    expect((await clerk.call(countOverrides)).ending).toBe(0)
  })

  it('keeps the papers that support it sealed, once each, while it is not settled', async () => {
    const pdf = new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'])
    const waits = await clerk.call(proposeOverride, asking((await failedOf(21, 'A08')).id))
    const params = { overrideId: waits.id }
    const page = new Blob(['<html><script>alert(1)</script></html>'])
    const wrong = await refusal(clerk.call(addOverrideFile, { params, query: { fileName: '证明.pdf' }, file: page }))
    expect([wrong.status, wrong.code]).toEqual([422, 'override-file'])
    const kept = await clerk.call(addOverrideFile, { params, query: { fileName: '参保证明.pdf' }, file: pdf })
    expect(await clerk.call(addOverrideFile, { params, query: { fileName: '又一份.pdf' }, file: pdf })).toEqual(kept)
    const auditor = await house.as('auditor')
    const opened = (await auditor.call(openOverrideFile, { params: { ...params, ...kept } })) as Blob
    expect(await opened.text()).toMatch(/^%PDF/)
    const acts = await superuser.query("select count(*)::int as n from record.acts where act = 'override.file-opened'")
    expect(acts.rows[0].n).toBe(1)
    const { items } = await clerk.call(listOverrides, { query: { state: 'waiting' } })
    expect(items[0]!.files.map(({ name }) => name)).toEqual(['参保证明.pdf'])
    await withdraw(clerk, waits)
    const late = await refusal(clerk.call(addOverrideFile, { params, query: { fileName: '晚.pdf' }, file: pdf }))
    expect([late.status, late.code]).toEqual([409, 'settled'])
  })
})

describe('nobody lifts an answer alone', () => {
  it('refuses whoever proposed it: in the route, and in the database as the application itself', async () => {
    const own = await reviewer.call(proposeOverride, asking((await failedOf(21, 'A08')).id))
    const told = await refusal(decide(reviewer, own, 'confirmed'))
    expect([told.status, told.code]).toEqual([409, 'two_people_lift_an_answer'])
    const kept = await superuser.query(
      'select proposed_by, proposed_account_id from integrity.overrides where id = $1',
      [own.id],
    )
    const { proposed_by, proposed_account_id } = kept.rows[0]
    const confirm = (proposer: string, decider: string) =>
      inDistrict(house.connection.db, LIANDU, (tx) =>
        tx.db
          .insertInto('integrity.override_decisions')
          .values({
            district: LIANDU,
            override_id: own.id,
            proposed_by: proposer,
            decided_by: decider,
            decided_account_id: proposed_account_id,
            outcome: 'confirmed',
            business_at: new Date(),
            proposer_duty: 'propose',
            decider_duty: 'decide',
          })
          .execute(),
      )
    await expect(confirm(proposed_by, proposed_by)).rejects.toThrow(/two_people_lift_an_answer/)
    const other = (await superuser.query('select id from people.persons where id <> $1 limit 1', [proposed_by])).rows[0]
    await expect(confirm(other.id, proposed_by)).rejects.toThrow(/decision_on_an_override/)
    // Whoever has no hand on it, or attends the class, decides nothing, whatever the application would write.
    await expect(confirm(proposed_by, other.id)).rejects.toThrow(/an_override_is_decided_in_that_duty/)
    const { rows: hands } = await superuser.query(
      "select person_id from integrity.hands where act_id = $1 and duty = 'trainee' limit 1",
      [own.id],
    )
    await expect(
      inDistrict(house.connection.db, LIANDU, (tx) =>
        insertHand(tx, own.id, { personId: hands[0].person_id, duty: 'decide' }),
      ),
    ).rejects.toThrow(/nobody_judges_a_class_of_their_own/)
    // A second account of the same natural person is no second person.
    const { rows: second } = await superuser.query(
      "select id, person_id from access.accounts where district = $1 and name = 'approver'",
      [LIANDU],
    )
    const become = (personId: string) =>
      superuser.query('update access.accounts set person_id = $1 where id = $2', [personId, second[0].id])
    await become(proposed_by)
    const twice = await refusal(decide(await house.as('approver'), own, 'confirmed'))
    await become(second[0].person_id)
    expect([twice.status, twice.code]).toEqual([409, 'two_people_lift_an_answer'])
    expect(twice.detail).toContain('另一人')
    await expect(
      inDistrict(house.connection.db, LIANDU, (tx) =>
        tx.db.updateTable('integrity.overrides').set({ expires_on: '2099-01-01' }).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await withdraw(reviewer, own)
  })

  it('lets only one of its two people stand as who withdrew it, in the database too', async () => {
    const waits = await clerk.call(proposeOverride, asking((await failedOf(21, 'A08')).id))
    const { rows } = await superuser.query(
      'select proposed_by, proposed_account_id from integrity.overrides where id = $1',
      [waits.id],
    )
    const other = (await superuser.query('select id from people.persons where id <> $1 limit 1', [rows[0].proposed_by]))
      .rows[0]
    await expect(
      inDistrict(house.connection.db, LIANDU, (tx) =>
        tx.db
          .insertInto('integrity.override_withdrawals')
          .values({
            district: LIANDU,
            override_id: waits.id,
            proposed_by: rows[0].proposed_by,
            decided_by: null,
            withdrawn_by: other.id,
            withdrawn_account_id: rows[0].proposed_account_id,
            reason: '试一试',
            business_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/withdrawn_by_one_of_its_two_people/)
    await withdraw(clerk, waits)
  })

  it('keeps away whoever is on the roster, and whoever belongs to the provider', async () => {
    const failed = await failedOf(21, 'A08')
    const waits = await clerk.call(proposeOverride, asking(failed.id))
    const account = await superuser.query(
      "select id, person_id from access.accounts where district = $1 and name = 'reviewer'",
      [LIANDU],
    )
    const trainee = await superuser.query(
      'select person_id from training.enrolments where district = $1 and class_id = $2 limit 1',
      [LIANDU, classId],
    )
    const { id, person_id } = account.rows[0]
    const become = (personId: string) =>
      superuser.query('update access.accounts set person_id = $1 where id = $2', [personId, id])
    await become(trainee.rows[0].person_id)
    const onRoster = await refusal(decide(await house.as('reviewer'), waits, 'confirmed'))
    const ownProposal = await refusal((await house.as('reviewer')).call(proposeOverride, asking(failed.id)))
    await become(
      (await superuser.query("select person_id from access.accounts where district = $1 and name = 'school'", [LIANDU]))
        .rows[0].person_id,
    )
    const ofProvider = await refusal(decide(await house.as('reviewer'), waits, 'confirmed'))
    await become(person_id)
    expect([onRoster.status, onRoster.code, onRoster.detail]).toEqual([
      403,
      'own-class',
      expect.stringContaining('花名册'),
    ])
    expect(ownProposal.code).toBe('own-class')
    expect([ofProvider.status, ofProvider.detail]).toEqual([403, expect.stringContaining('培训机构')])
    await withdraw(clerk, waits)
  })

  it('knows nothing of another district’s answers and overrides', async () => {
    const failed = await failedOf(21, 'A08')
    const waits = await clerk.call(proposeOverride, asking(failed.id))
    const there = await house.as('reviewer', QINGTIAN)
    expect((await refusal(there.call(proposeOverride, asking(failed.id)))).status).toBe(404)
    expect((await refusal(decide(there, waits, 'confirmed'))).status).toBe(404)
    expect((await there.call(listOverrides, { query: {} })).items).toEqual([])
    expect((await refusal(school.call(listOverrides, { query: {} }))).status).toBe(403)
    await withdraw(clerk, waits)
  })

  it('reaches no further than the county’s days', async () => {
    const { latest: last, maxDays } = await clerk.call(overrideDefaults)
    expect([last, maxDays]).toEqual(['2022-06-30', 90])
    const failed = await failedOf(21, 'A08')
    for (const expiresOn of ['2022-03-31', '2022-07-01']) {
      const refused = await refusal(clerk.call(proposeOverride, asking(failed.id, { expiresOn })))
      expect([refused.status, refused.items.map(({ at }) => at)]).toEqual([422, ['body.expiresOn']])
    }
  })

  it('offers every state of the list with nothing of another', async () => {
    for (const state of ['waiting', 'in-force', 'expired', 'withdrawn', 'declined'] as const) {
      const { items } = await clerk.call(listOverrides, { query: { state } })
      expect(items.every((each) => each.state === state)).toBe(true)
    }
    const first = await clerk.call(listOverrides, { query: { limit: 2 } })
    const second = await clerk.call(listOverrides, { query: { limit: 2, after: first.next! } })
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
  })
})

describe('a class that is not filed yet', () => {
  it('can be asked about by the clerk, and what is never lifted says why', async () => {
    await clerk.call(checkClass, { params: { classId: draft } })
    const { answers } = await clerk.call(classChecksOf, { params: { classId: draft } })
    const double = answers.find(({ checkId, outcome }) => checkId === 'C05' && outcome === 'failed')!
    expect(double.liftable).toBe(false)
    const never = await refusal(clerk.call(proposeOverride, asking(double.id)))
    expect([never.status, never.code, never.detail]).toEqual([409, 'never-lifted', expect.stringContaining('疑点')])
    const room = answers.find(({ checkId, outcome }) => checkId === 'C07' && outcome === 'failed')!
    expect(room.liftable).toBe(true)
    const waits = await clerk.call(proposeOverride, asking(room.id))
    await decide(approver, waits, 'confirmed')
    await clerk.call(checkClass, { params: { classId: draft } })
    const now = (await clerk.call(classChecksOf, { params: { classId: draft } })).answers
    expect(now.filter(({ checkId }) => checkId === 'C07').map(({ action }) => action)).toEqual(['flag'])
    const other = await inDistrict(house.connection.db, LIANDU, (tx) => listLatestResults(tx, classId, 'approval'))
    expect(other.filter(({ checkId }) => checkId === 'C07').map(({ action }) => action)).toEqual(['block'])
  })

  it('is not asked about once it is filed, nor by its provider', async () => {
    expect((await refusal(clerk.call(checkClass, { params: { classId } }))).code).toBe('class-state')
    expect((await refusal(school.call(checkClass, { params: { classId } }))).status).toBe(403)
  })
})
