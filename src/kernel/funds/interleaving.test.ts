import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setBusinessNow } from '../../platform/clock/public.ts'
import { Refusal } from '../../platform/contract/public.ts'
import type { Role } from '../access/public.ts'
import { integrityOf } from '../integrity/public.ts'
import type { District } from '../reference/public.ts'
import { newId } from '../values/public.ts'
import { applyReturnFile, exportBatch, listBatches, makeBatch, signBatch, withdrawBatch } from './batches/contract.ts'
import { batchConstraintWords, batchRoutes } from './batches/routes.ts'
import { findBatch } from './batches/store.ts'
import { asDatabaseOwner, bankAnswer } from './batches/testing.ts'
import { listPaymentsOf } from './batches/payment-store.ts'
import { recomputeBalances } from './budget/ledger.ts'
import { findClaimLine, listClaimLines } from './claims/people/store.ts'
import { type Claim, findClaim, lockClaim } from './claims/store.ts'
import { endHoldsOf } from './holds/ending.ts'
import { listHoldsOn, listReleased } from './holds/store.ts'
import { decideCorrection, getPayee, proposeCorrection } from './payees/contract.ts'
import { payeeConstraintWords, payeeRoutes } from './payees/routes.ts'
import { listReturned } from './payees/store.ts'
import { noticeChecks } from './public-notices/checks.ts'
import { publishNotice, takeObjection } from './public-notices/contract.ts'
import { endNotices } from './public-notices/ending.ts'
import { noticeConstraintWords, noticeRoutes } from './public-notices/routes.ts'
import { findNoticeOfClaim } from './public-notices/store.ts'
import { decideRecovery, enterReceipt, listRecoveries, proposeRecovery } from './recoveries/contract.ts'
import { recoveryConstraintWords, recoveryRoutes } from './recoveries/routes.ts'
import { approval, confirmClaim, initialReview, secondReview, sendBack } from './review/contract.ts'
import { reviewConstraintWords, reviewRoutes } from './review/routes.ts'
import {
  type Desks,
  type FundsDatabase,
  givenAccountNumber,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  NOW,
  type Someone,
  testVault,
} from './testing.ts'
import { givenClaim, givenDrawn } from './claims/testing.ts'

/*
 * Whatever people do, in whatever order and at once: no line is paid twice, no budget line is overspent, nobody acts twice
 * where two are needed. Everybody here holds every post, so that only who they are keeps them from anything.
 */
const EVERY_POST: readonly Role[] = ['clerk', 'reviewer', 'approver', 'deputy-director', 'director', 'finance']
const DEMONSTRATION = {} as District
const PEOPLE = 6
const CLAIMS = 3
const A_DAY = 86_400_000

let funds: FundsDatabase
let desks: Desks
let people: Someone[] = []
beforeAll(async () => {
  funds = await givenFundsDatabase()
  const vault = testVault
  const integrity = integrityOf([...noticeChecks])
  desks = await givenDesks(
    funds,
    [
      ...reviewRoutes(),
      ...noticeRoutes({ vault }),
      ...batchRoutes({ integrity, vault, isDemonstration: () => true }),
      ...payeeRoutes({ vault }),
      ...recoveryRoutes({ districtOf: () => DEMONSTRATION }),
    ],
    {
      ...reviewConstraintWords,
      ...noticeConstraintWords,
      ...batchConstraintWords,
      ...payeeConstraintWords,
      ...recoveryConstraintWords,
    },
  )
  people = await Promise.all(Array.from({ length: PEOPLE }, () => desks.someone(EVERY_POST)))
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

type World = {
  readonly lineId: string
  readonly claims: readonly Claim[]
  readonly providers: ReadonlyMap<string, Someone>
  day: number
}
type Chance = {
  readonly claim: Claim
  readonly who: Someone
  readonly pick: number
  /** The claim line that is meant, where one is. */
  readonly lineId?: string
}
type Act = (world: World, chance: Chance) => Promise<unknown>

const of = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(all.length, 1)]
const seenOf = (claim: Claim) => claim.contentSha256.toString('hex')
const passing = (claim: Claim) => ({
  params: { claimId: claim.id },
  body: { outcome: 'passed' as const, reasons: [], contentSha256: seenOf(claim) },
})
const batchOf = async ({ lineId }: World, { who, pick }: Chance) =>
  of((await who.call(listBatches, { query: { lineId } })).items, pick)
/** The newest: those of this run. */
const recoveryOf = async ({ who, pick }: Chance) =>
  of((await who.call(listRecoveries, { query: { limit: 4 } })).items, pick)
const lineOf = ({ claim, pick, lineId }: Chance) =>
  funds.within(
    async (tx) =>
      (lineId === undefined ? undefined : await findClaimLine(tx, lineId)) ??
      of(await listClaimLines(tx, claim.id), pick)!,
  )

const isOf =
  ({ claims }: World) =>
  ({ claimId }: { readonly claimId: string }) =>
    claims.some(({ id }) => id === claimId)

const NEXT_OF_BATCH: Readonly<Record<string, string>> = {
  frozen: 'sign',
  'half-signed': 'sign',
  signed: 'export',
  exported: 'answer',
}

/** Everything anybody can do. */
const ACTS: Readonly<Record<string, Act>> = {
  confirm: (world, { claim }) =>
    world.providers.get(claim.id)!.call(confirmClaim, {
      params: { claimId: claim.id },
      body: { outcome: 'confirmed', contentSha256: seenOf(claim) },
    }),
  first: (_, { claim, who }) => who.call(initialReview, passing(claim)),
  second: async (_, { claim, who }) => {
    // Draws take turns on the claim, as the platform's own do.
    await funds.within(async (tx) => {
      await lockClaim(tx, claim.id)
      await givenDrawn(tx, claim.id, who.actor.personId)
    })
    await who.call(secondReview, passing(claim))
  },
  approve: (_, { claim, who }) => who.call(approval, passing(claim)),
  publish: (_, { claim, who }) =>
    who.call(publishNotice, { params: { claimId: claim.id }, body: { contentSha256: seenOf(claim) } }),
  days: async (world) => {
    world.day += 10
    await funds.within((tx) => setBusinessNow(tx, new Date(NOW.getTime() + world.day * A_DAY)))
    await funds.within((tx) => endNotices(tx))
  },
  object: async (_, chance) => {
    const { claim, who } = chance
    const notice = await funds.within((tx) => findNoticeOfClaim(tx, claim.id))
    if (!notice) return
    await who.call(takeObjection, {
      params: { noticeId: notice.id },
      body: {
        claimLineId: (await lineOf(chance)).id,
        receivedOn: notice.publishedOn,
        channel: 'letter',
        said: '没有参加培训',
        objector: '',
      },
    })
  },
  conclude: (_, { claim, pick }) =>
    funds.within(async (tx) => {
      const hold = of(await listHoldsOn(tx, [claim.id]), pick)
      const outcome = pick % 4 < 2 ? 'cleared' : 'excluded'
      if (hold) await endHoldsOf(tx, { caseId: hold.caseId, caseNumber: 'Y-2022-0001', outcome, now: tx.now })
    }),
  sendBack: (_, { claim, who }) =>
    who.call(sendBack, {
      params: { claimId: claim.id },
      body: { reasons: ['需要更正'], contentSha256: seenOf(claim) },
    }),
  batch: (_, { claim, who }) => who.call(makeBatch, { body: { claimIds: [claim.id] } }),
  again: async (world, { who, pick }) => {
    const [returned, released] = await funds.within(async (tx) => [
      await listReturned(tx, { limit: 200 }),
      await listReleased(tx, { limit: 200 }),
    ])
    const back = of(returned.filter(isOf(world)), pick)
    const cleared = of(released.filter(isOf(world)), pick)
    const body = {
      claimIds: [],
      returnedIds: back ? [back.paymentId] : [],
      releasedIds: cleared && !back ? [cleared.holdId] : [],
    }
    if (back || cleared) await who.call(makeBatch, { body })
  },
  sign: async (world, chance) => {
    const batch = await batchOf(world, chance)
    if (batch)
      await chance.who.call(signBatch, {
        params: { batchId: batch.id },
        body: { contentSha256: batch.contentSha256 },
      })
  },
  withdraw: async (world, chance) => {
    const batch = await batchOf(world, chance)
    const row = batch && (await funds.within((tx) => findBatch(tx, batch.id)))
    // Nobody but its maker can; now and then another tries.
    const maker = people.find(({ actor }) => actor.personId === row?.madeBy)
    const who = chance.pick % 8 === 0 ? chance.who : (maker ?? chance.who)
    if (batch) await who.call(withdrawBatch, { params: { batchId: batch.id }, body: { reason: '制单有误' } })
  },
  export: async (world, chance) => {
    const batch = await batchOf(world, chance)
    if (batch) await chance.who.call(exportBatch, { params: { batchId: batch.id } })
  },
  answer: async (world, chance) => {
    const batch = await batchOf(world, chance)
    if (!batch || batch.status !== 'exported') return
    const payments = await funds.within((tx) => listPaymentsOf(tx, batch.id, { limit: 50 }))
    const back = payments.filter(({ position }) => (chance.pick >> position) % 2 === 1)
    const bytes = await bankAnswer({ funds }, batch.id, new Map(back.map(({ reference }) => [reference, '账户已销户'])))
    await chance.who.call(applyReturnFile, {
      params: { batchId: batch.id },
      query: { fileName: '回盘.csv' },
      file: new Blob([new Uint8Array(bytes)]),
    })
  },
  propose: async (_, chance) => {
    const line = await lineOf(chance)
    await chance.who.call(proposeCorrection, {
      params: { claimLineId: line.id },
      body: {
        accountNumber: givenAccountNumber(),
        holderName: line.payeeName,
        bankName: '浙江农商银行',
        reason: '原账户已销户',
        evidence: '社会保障卡,已核对',
      },
    })
  },
  decide: async (_, chance) => {
    const params = { claimLineId: (await lineOf(chance)).id }
    const { corrections } = await chance.who.call(getPayee, { params })
    const open = corrections.find(({ decision }) => decision === null)
    if (!open) return
    const outcome = chance.pick % 5 === 0 ? ('declined' as const) : ('confirmed' as const)
    await chance.who.call(decideCorrection, {
      params: { ...params, correctionId: open.id },
      body: { outcome, reason: '经核对' },
    })
  },
  drive: async (world, chance) => {
    const { items } = await chance.who.call(listBatches, { query: { lineId: world.lineId } })
    const next = items.map(({ status }) => NEXT_OF_BATCH[status]).find((act) => act !== undefined)
    if (next) return ACTS[next]!(world, chance)
    const back = (await funds.within((tx) => listReturned(tx, { limit: 200 }))).find(isOf(world))
    if (!back) return ACTS.again!(world, chance)
    const { corrections } = await chance.who.call(getPayee, { params: { claimLineId: back.claimLineId } })
    const last = corrections.at(-1)
    const act = !last || last.decision?.outcome === 'declined' ? 'propose' : last.decision ? 'again' : 'decide'
    return ACTS[act]!(world, { ...chance, lineId: back.claimLineId })
  },
  claw: async (world, chance) => {
    const batch = await batchOf(world, chance)
    const payments = batch ? await funds.within((tx) => listPaymentsOf(tx, batch.id, { limit: 50 })) : []
    const payment = of(payments, chance.pick)
    if (payment)
      await chance.who.call(proposeRecovery, {
        params: { paymentId: payment.id },
        body: { amountFen: String(payment.amountFen), reason: '不符合条件', document: '莲人社追〔2022〕1号' },
      })
  },
  order: async (_, chance) => {
    const recovery = await recoveryOf(chance)
    if (recovery)
      await chance.who.call(decideRecovery, {
        params: { recoveryId: recovery.id },
        body: { outcome: 'confirmed', reason: '' },
      })
  },
  receive: async (world, chance) => {
    const recovery = await recoveryOf(chance)
    const receivedOn = new Date(NOW.getTime() + world.day * A_DAY).toISOString().slice(0, 10)
    if (recovery)
      await chance.who.call(enterReceipt, {
        params: { recoveryId: recovery.id },
        body: { amountFen: chance.pick % 4 > 0 ? recovery.amountFen : '100', voucher: newId(), receivedOn },
      })
  },
}

/** What brings a claim on, as it stands. */
const FORWARD: Readonly<Record<Claim['status'], readonly string[]>> = {
  assembled: ['confirm'],
  confirmed: ['first'],
  'first-passed': ['second'],
  'second-passed': ['approve'],
  approved: ['publish'],
  published: ['days', 'object', 'days'],
  payable: ['batch', 'conclude', 'batch'],
  batched: ['drive', 'drive', 'drive', 'claw', 'conclude', 'withdraw'],
  paid: ['claw', 'order', 'receive'],
  returned: ['days'],
}

/** A refusal is an answer; anything else is a fault. */
async function dare(act: Promise<unknown>): Promise<void> {
  try {
    await act
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.status >= 500) throw error
  }
}

/** What must never be, looked for from outside; each a sentence. */
const NEVER: Readonly<Record<string, string>> = {
  'a line has two payments that live, or was paid twice': `
    select claim_line_id from funds.batch_lines group by claim_line_id
    having count(*) filter (where status not in ('returned', 'withdrawn')) > 1 or count(*) filter (where status = 'paid') > 1`,
  'a line that is held or dropped has a payment that lives': `
    select h.id from funds.line_holds h join funds.batch_lines p on p.district = h.district and p.claim_line_id = h.claim_line_id
    where h.status <> 'released' and p.status not in ('returned', 'withdrawn')`,
  'a batch is withdrawn in part, or went to the bank': `
    select b.id from funds.batches b join funds.batch_lines p on p.district = b.district and p.batch_id = b.id
    where (b.status = 'withdrawn') <> (p.status = 'withdrawn')
      or b.status = 'withdrawn' and exists (select 1 from funds.bank_files f where f.district = b.district and f.batch_id = b.id)`,
  'a batch was withdrawn by somebody who did not make it': `
    select b.id from funds.batches b left join funds.batch_withdrawals w on w.district = b.district and w.batch_id = b.id
    where (b.status = 'withdrawn') <> (w.id is not null) or w.withdrawn_by <> b.made_by`,
  'a claim stands in a batch that does not pay it, or out of one that does': `
    select c.id from funds.claims c where (c.status in ('batched', 'paid')) <> exists (
      select 1 from funds.batch_claims k join funds.batches b on b.district = k.district and b.id = k.batch_id
      where k.district = c.district and k.claim_id = c.id and b.status <> 'withdrawn')`,
  'somebody had two duties on one claim': `
    select claim_id, person_id from funds.claim_hands where duty <> 'batch-signing'
    group by claim_id, person_id having count(*) > 1`,
  'whoever reviewed first or made the batch signed it': `
    select s.claim_id from funds.claim_hands s join funds.claim_hands h
      on h.district = s.district and h.claim_id = s.claim_id and h.person_id = s.person_id
    where s.duty = 'batch-signing' and h.duty not in ('batch-signing', 'second-review', 'approval')`,
  'a batch went on without two people who signed it, neither of whom made it': `
    select b.id from funds.batches b left join funds.batch_signatures s on s.district = b.district and s.batch_id = b.id
    where b.status in ('signed', 'exported', 'settled')
    group by b.id, b.made_by having count(distinct s.person_id) filter (where s.person_id <> b.made_by) < 2`,
  'one person proposed and confirmed an account': `
    select c.id from funds.account_corrections c join funds.account_correction_decisions d
      on d.district = c.district and d.correction_id = c.id where d.decided_by = c.proposed_by`,
  'one person proposed and confirmed a recovery': `
    select r.id from funds.recoveries r join funds.recovery_decisions d
      on d.district = r.district and d.recovery_id = r.id where d.decided_by = r.proposed_by`,
  'a claim was approved without three people after its provider': `
    select c.id from funds.claims c where c.status in ('approved', 'published', 'payable', 'batched', 'paid')
      and (select count(distinct person_id) from funds.claim_hands h where h.district = c.district and h.claim_id = c.id
        and h.duty in ('confirmation', 'initial-review', 'second-review', 'approval')) <> 4`,
  'the ledger and the payments disagree about what is paid': `
    select b.line_id from funds.budget_balances b
    where b.paid_fen + b.recovered_fen <> (select coalesce(sum(p.amount_fen), 0) from funds.batch_lines p
      join funds.batches k on k.district = p.district and k.id = p.batch_id
      where k.line_id = b.line_id and p.status = 'paid')`,
}

/** Three times in four a claim is brought on, by whoever it may be; else anything at all is tried. */
/** What the runs have come to, all of them together. */
const REACHED = `select
  (select count(*)::int from funds.batch_lines where status = 'paid') as paid,
  (select count(*)::int from funds.batch_lines where status = 'returned') as returned,
  (select count(*)::int from funds.batch_lines where replaces_id is not null) as paid_again,
  (select count(*)::int from funds.batches where status = 'withdrawn') as withdrawn,
  (select count(*)::int from funds.batch_claims where nth > 1) as batched_anew,
  (select count(*)::int from funds.line_holds where status = 'dropped') as dropped,
  (select count(*)::int from funds.recoveries where status = 'recovered') as recovered,
  (select count(*)::int from funds.claims where status = 'returned') as claims_returned,
  (select count(*)::int from funds.claims where status = 'paid') as claims_paid`

const anAct = fc.record({
  act: fc.oneof({ weight: 3, arbitrary: fc.constant('forward') }, fc.constantFrom(...Object.keys(ACTS))),
  claim: fc.nat(CLAIMS - 1),
  who: fc.nat(PEOPLE - 1),
  pick: fc.nat(63),
})

/** Which of all that can be reached no run has come to yet. */
async function unreached(): Promise<string[]> {
  const { rows } = await asDatabaseOwner({ funds }, (query) => query(REACHED))
  return Object.entries(rows[0] as Record<string, number>).flatMap(([name, times]) => (times === 0 ? [name] : []))
}

const RUNS = Number(process.env.INTERLEAVINGS ?? 8)
const SEED = Number(process.env.INTERLEAVING_SEED ?? 20221128)

const holds = (numRuns: number, seed: number) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anAct, { minLength: 1, maxLength: 3 }), { minLength: 60, maxLength: 100 }),
      async (rounds) => {
        await funds.within((tx) => setBusinessNow(tx, NOW))
        // No more than the three claims come to: whatever is given back can be spent once more, and nothing twice.
        const lineId = await funds.within((tx) => givenBudgetLine(tx, { appropriatedFen: 600_000n }))
        const claims: Claim[] = []
        for (let nth = 0; nth < CLAIMS; nth += 1) claims.push(await funds.within((tx) => givenClaim(tx, { people: 2 })))
        const providers = new Map<string, Someone>()
        for (const { id, organisationId } of claims)
          providers.set(id, await desks.someone(['provider'], { organisationId }))
        const world: World = { lineId, claims, providers, day: 0 }
        for (const round of rounds) {
          const outcomes = await Promise.allSettled(
            round.map(async ({ act, claim, who, pick }) => {
              const fresh = (await funds.within((tx) => findClaim(tx, claims[claim]!.id)))!
              const chance = { claim: fresh, who: people[who]!, pick }
              const chosen = act === 'forward' ? of(FORWARD[fresh.status], pick)! : act
              await dare(ACTS[chosen]!(world, chance))
            }),
          )
          for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
        }
        const wrong = await asDatabaseOwner({ funds }, async (query) => {
          const found: string[] = []
          for (const [sentence, sql] of Object.entries(NEVER)) if ((await query(sql)).rowCount) found.push(sentence)
          return found
        })
        const books = (await funds.within(recomputeBalances)).map(({ sentence }) => sentence.zh)
        expect([...wrong, ...books]).toEqual([])
      },
    ),
    { endOnFailure: true, numRuns, seed },
  )

it('holds whatever the order, and whatever is done at once', async () => {
  await holds(RUNS, SEED)
  // A property that never came to money says nothing. Who is first at something that is done at once is nobody's choice,
  // so that now and then a few runs more are needed.
  for (let more = 1; more <= 8 && (await unreached()).length > 0; more += 1) await holds(2, SEED + more)
  expect(await unreached()).toEqual([])
}, 300_000)
