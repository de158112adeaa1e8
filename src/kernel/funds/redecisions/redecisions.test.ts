import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { findDocument, listBenefits, listChains, parametersOn, recordFacts, replay } from '../../policy/public.ts'
import { asDatabaseOwner, givenExportedBatch, refusalOf } from '../batches/testing.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { getClaim } from '../claims/contract.ts'
import { sameAmountCheck } from '../checks/amount.ts'
import { lookAgain } from '../claims/look-again.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import { settleGroup } from '../claims/settle-group.ts'
import { type Claim, findClaim, listOpenClaims } from '../claims/store.ts'
import { carryOn, givenPublished, settledClass, TRAINING_SUBSIDY } from '../claims/testing.ts'
import { policyEngine } from '../deciding/engine.ts'
import { corrected } from '../deciding/testing.ts'
import { endNotices } from '../public-notices/ending.ts'
import { decideRecovery, enterReceipt } from '../recoveries/contract.ts'
import { listRecoveriesByDecision } from '../recoveries/store.ts'
import { sendBack } from '../review/send-back.ts'
import { givenPeople, LIANDU, NOW } from '../testing.ts'
import * as contract from './contract.ts'
import { insertAnswer, listMoneyLines } from './store.ts'
import { movedFen } from './money.ts'
import { type AnewDesks, answered, decidedAnew, givenAnewDesks, payAll, proposed, settle } from './testing.ts'

let at: AnewDesks
beforeAll(async () => {
  at = await givenAnewDesks()
})
afterAll(() => at.close())

async function chainOf(claim: Pick<Claim, 'groupId' | 'scheme'>, nth = 0) {
  const chains = await at.funds.within((tx) => listChains(tx, claim.groupId, claim.scheme))
  return [...chains.values()].sort((a, b) => (a[0]!.id < b[0]!.id ? -1 : 1))[nth]!
}

/** The last decision of somebody, by their number on the roster. */
async function headOf(claim: Claim, position = 1): Promise<string> {
  return at.funds.within(async (tx) => {
    const people = await listClaimPeople(tx, claim.id)
    const subject = people.find((person) => person.position === position)!.subjectId
    return (await listChains(tx, claim.groupId, claim.scheme)).get(subject)!.at(-1)!.id
  })
}

const openOf = (groupId: string) => at.funds.within((tx) => listOpenClaims(tx, groupId))
const eligible = (fen: number) => ({ outcome: 'eligible', fen: String(fen) }) as const
const refused = { outcome: 'not-eligible', fen: '0' } as const
const line = async () => (await at.funds.within((tx) => findLine(tx, at.lineId)))!

describe('a decision given anew before anything is paid', () => {
  it('makes the claim in review anew, with another amount and its money reserved again; the former one stays', async () => {
    const { claim } = await settledClass(at.funds, [{}, {}])
    const before = await line()
    const decisionId = await headOf(claim!)
    await decidedAnew(at, { decisionIds: [decisionId], cause: 'manual', manual: eligible(60_000) })
    const [open] = await openOf(claim!.groupId)
    expect(open).toMatchObject({ number: `${claim!.number}R2`, amountFen: 160_000n, status: 'assembled' })
    expect((await at.funds.within((tx) => findClaim(tx, claim!.id)))!.status).toBe('returned')
    const after = await line()
    expect(before.reservedFen - after.reservedFen).toBe(40_000n)
    const [first, second] = await chainOf(claim!)
    expect(second).toMatchObject({
      followsId: first!.id,
      cause: 'manual',
      effectiveFen: 60_000n,
      factId: first!.factId,
    })
  })

  it('pays what people decided by hand, though the scheme comes to less', async () => {
    const { claim } = await settledClass(at.funds, [{}, {}])
    await decidedAnew(at, { decisionIds: [await headOf(claim!)], cause: 'manual', manual: eligible(160_000) })
    expect(await openOf(claim!.groupId)).toMatchObject([{ amountFen: 260_000n, headCount: 2, heldCount: 0 }])
  })

  it('makes one, however often and by however many it is confirmed at once', async () => {
    const { claim } = await settledClass(at.funds, [{}])
    const decisionId = await headOf(claim!)
    const { id } = await proposed(at, { decisionIds: [decisionId], cause: 'manual', manual: eligible(70_000) })
    const another = await at.anew.someone(['approver'])
    const outcomes = await Promise.allSettled([answered(at, id), answered(at, id, another), answered(at, id)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await chainOf(claim!)).toHaveLength(2)
    expect(await openOf(claim!.groupId)).toMatchObject([{ amountFen: 70_000n }])
    const again = proposed(at, { decisionIds: [decisionId], cause: 'manual', manual: eligible(1) })
    expect((await refusalOf(again)).code).toBe('followed-already')
  })

  it('keeps an approved claim from being paid until it is sent back, and then makes it anew', async () => {
    const { claim } = await settledClass(at.funds, [{}, {}])
    await at.funds.within(async (tx) => {
      await givenPublished(tx, await carryOn(tx, claim!), new Date(NOW.getTime() - 14 * 86_400_000))
      await endNotices(tx)
    })
    await decidedAnew(at, { decisionIds: [await headOf(claim!)], cause: 'manual', manual: refused })
    const payable = (await at.funds.within((tx) => findClaim(tx, claim!.id)))!
    expect(payable.status).toBe('payable')
    const asked = await at.funds.within(async (tx) => {
      const subjects = (await listClaimPeople(tx, claim!.id)).map(({ subjectId: id }) => ({
        kind: 'enrolment' as const,
        id,
      }))
      const today = civilDateOf(NOW)
      const parameters = parametersOn(LIANDU, today)
      const asks = { tx, moment: 'payment' as const, groupId: claim!.groupId, subjects, today, now: NOW, parameters }
      return sameAmountCheck(policyEngine).run(asks as never)
    })
    expect(asked.map(({ outcome, sentence }) => [outcome, sentence.zh.slice(0, 7)])).toEqual([
      ['failed', '此人已重新认定'],
      ['passed', expect.any(String)],
    ])
    const shown = await at.proposer.call(contract.getChain, {
      params: { claimId: claim!.id, decisionId: await firstOf(claim!) },
    })
    expect(shown.open?.sentence.zh).toContain('须先退回')
    await at.funds.within(async (tx) => {
      const [person] = await givenPeople(tx, 1)
      const actor = { accountId: person!.personId, personId: person!.personId }
      const seenSha256 = payable.contentSha256.toString('hex')
      await sendBack(tx, { claimId: claim!.id, reasons: ['重新认定'], seenSha256, actor, now: NOW })
      await settleGroup(tx, at.needs, { kind: claim!.factKind, groupId: claim!.groupId, now: NOW, again: true })
    })
    expect(await openOf(claim!.groupId)).toMatchObject([{ amountFen: 100_000n, headCount: 1, refusedCount: 1 }])
  })
})

const firstOf = async (claim: Claim, position = 1) =>
  (await at.funds.within((tx) => listClaimPeople(tx, claim.id))).find((each) => each.position === position)!.decisionId

describe('a decision given anew after it is paid', () => {
  it('claims what it adds in a supplement, which goes the whole way, and leaves the payment as it was', async () => {
    const { claim } = await settledClass(at.funds, [{}, {}])
    await payAll(at, claim!.groupId)
    const before = await line()
    await decidedAnew(at, { decisionIds: [await headOf(claim!)], cause: 'manual', manual: eligible(150_000) })
    const open = await openOf(claim!.groupId)
    expect(open).toMatchObject([
      { id: claim!.id, status: 'paid', amountFen: 200_000n },
      { number: `${claim!.number}B1`, status: 'assembled', amountFen: 50_000n, headCount: 1, supplement: 1 },
    ])
    expect((await line()).reservedFen - before.reservedFen).toBe(50_000n)
    await payAll(at, claim!.groupId)
    expect((await line()).paidFen - before.paidFen).toBe(50_000n)
    expect(await at.funds.within((tx) => listClaimLines(tx, claim!.id))).toHaveLength(2)
    const shown = await at.proposer.call(contract.getChain, {
      params: { claimId: claim!.id, decisionId: await firstOf(claim!) },
    })
    expect(shown).toMatchObject({ movedFen: '150000', open: null })
    expect(shown.links.map(({ cause, differenceFen }) => [cause, differenceFen])).toEqual([
      ['original', null],
      ['manual', '50000'],
    ])
    // Asked again, nothing more happens.
    await settle(at, claim!.groupId)
    expect(await openOf(claim!.groupId)).toHaveLength(2)
  })

  it('takes a benefit for who had none, and more of it for who had', async () => {
    const { claim } = await settledClass(at.funds, [{}, {}])
    await decidedAnew(at, { decisionIds: [await headOf(claim!, 2)], cause: 'manual', manual: refused })
    await payAll(at, claim!.groupId)
    const [main] = await openOf(claim!.groupId)
    const people = await at.funds.within((tx) => listClaimPeople(tx, main!.id))
    const taken = () =>
      at.funds.within(async (tx) => {
        const all = await listBenefits(
          tx,
          people.map(({ personId }) => personId),
        )
        return people.map(({ personId }) =>
          all
            .filter((each) => each.personId === personId)
            .map(({ status, more, amountFen }) => `${more ? 'more ' : ''}${status} ${amountFen}`),
        )
      })
    expect(await taken()).toEqual([['paid 100000'], []])
    await decidedAnew(at, { decisionIds: [await headOf(main!, 1)], cause: 'manual', manual: eligible(150_000) })
    await decidedAnew(at, { decisionIds: [await headOf(main!, 2)], cause: 'manual', manual: eligible(100_000) })
    expect(await taken()).toEqual([['paid 100000', 'more reserved 50000'], ['reserved 100000']])
    await payAll(at, claim!.groupId)
    expect(await taken()).toEqual([['paid 100000', 'more paid 50000'], ['paid 100000']])
  })

  it('proposes to recover what it takes away, in the name of who proposed it; another person decides that', async () => {
    const { claim } = await settledClass(at.funds, [{}])
    await payAll(at, claim!.groupId)
    await decidedAnew(at, { decisionIds: [await headOf(claim!)], cause: 'manual', manual: eligible(30_000) })
    const head = await headOf(claim!)
    const [recovery] = await at.funds.within((tx) => listRecoveriesByDecision(tx, [head]))
    expect(recovery).toMatchObject({
      amountFen: 70_000n,
      status: 'proposed',
      proposedBy: at.proposer.actor.personId,
      document: '莲人社认〔2022〕1号',
    })
    const own = await at.desks.someone(['reviewer'], { personId: at.proposer.actor.personId })
    const decide = (by = at.reviewer) =>
      by.call(decideRecovery, { params: { recoveryId: recovery!.id }, body: { outcome: 'confirmed', reason: '' } })
    expect((await refusalOf(decide(own))).status).toBe(403)
    await decide()
    // A second step down takes the rest, and no more than was paid.
    await decidedAnew(at, { decisionIds: [head], cause: 'manual', manual: refused })
    const rest = await at.funds.within(async (tx) => listRecoveriesByDecision(tx, [await headOf(claim!)]))
    expect(rest).toMatchObject([{ amountFen: 30_000n, beforeFen: 70_000n }])
    const more = asDatabaseOwner(at, (query) =>
      query('update funds.recoveries set amount_fen = 30001 where id = $1', [rest[0]!.id]),
    )
    await expect(more).rejects.toThrow('not_more_than_was_paid')
  })

  it('is settled once the bank has paid, where it was decided while the list was out', async () => {
    const { claim } = await settledClass(at.funds, [{}])
    const payable = await at.funds.within(async (tx) => {
      await givenPublished(tx, await carryOn(tx, claim!), new Date(NOW.getTime() - 14 * 86_400_000))
      await endNotices(tx)
      return (await findClaim(tx, claim!.id))!
    })
    const batch = await givenExportedBatch(at, [payable])
    await decidedAnew(at, { decisionIds: [await headOf(claim!)], cause: 'manual', manual: eligible(120_000) })
    expect(await openOf(claim!.groupId)).toHaveLength(1)
    const { bankPays } = await import('./testing.ts')
    await bankPays(at, batch.id)
    await settle(at, claim!.groupId)
    expect(await openOf(claim!.groupId)).toMatchObject([{}, { amountFen: 20_000n }])
  })

  it('comes of a corrected fact by itself: more is claimed at once, less waits for somebody who asks for it', async () => {
    const { claim, facts } = await settledClass(at.funds, [{}, { attended: 9 }])
    await payAll(at, claim!.groupId)
    const because = { zh: '考勤已更正', en: 'the attendance was amended' }
    await at.funds.within(async (tx) => {
      await recordFacts(tx, [corrected(facts[0]!, { attended: 9 }), corrected(facts[1]!, { attended: 20 })])
      const { groupId, factKind: kind } = claim!
      await settleGroup(tx, at.needs, { kind, groupId, now: NOW, again: false })
      await lookAgain(tx, at.needs, { groupId, because, now: NOW })
    })
    expect(await openOf(claim!.groupId)).toMatchObject([{ id: claim!.id }, { amountFen: 100_000n, headCount: 1 }])
    const params = { claimId: claim!.id, decisionId: await firstOf(claim!) }
    const shown = await at.proposer.call(contract.getChain, { params })
    expect(shown.open).toMatchObject({ settles: true })
    expect(shown.links[1]).toMatchObject({ cause: 'changed-fact', effectiveFen: '0', redecision: null })
    expect(shown.links[1]!.changes).toContainEqual(
      expect.objectContaining({
        kind: 'fact',
        was: expect.objectContaining({ zh: '100%(20/20)' }),
        now: expect.objectContaining({ zh: '45%(9/20)' }),
      }),
    )
    const body = { reason: '考勤更正后不足80%', document: '考勤更正单' }
    const settled = await at.proposer.call(contract.settleChain, { params, body })
    expect(settled).toMatchObject({ open: null, recoveries: [{ amountFen: '100000' }], movedFen: '0' })
    expect((await refusalOf(at.proposer.call(contract.settleChain, { params, body }))).code).toBe('nothing-open')
  })
})

describe('who decides anew', () => {
  it('are two natural persons, in the database’s opinion too, neither of them on the list', async () => {
    const { claim } = await settledClass(at.funds, [{}])
    const decisionIds = [await headOf(claim!)]
    const { id } = await proposed(at, { decisionIds, cause: 'manual', manual: eligible(1_000) })
    const same = await at.anew.someone(['reviewer'], { personId: at.proposer.actor.personId })
    expect((await refusalOf(answered(at, id, same))).status).toBe(403)
    const own = at.funds.within((tx) =>
      insertAnswer(
        tx,
        { id, proposedBy: at.proposer.actor.personId },
        {
          answeredBy: at.proposer.actor.personId,
          accountId: at.proposer.actor.accountId,
          outcome: 'confirmed',
          reason: '',
          businessAt: NOW,
        },
      ),
    )
    expect(brokenConstraint(await own.catch((error: unknown) => error))).toBe('two_people_decide_anew')
    const [person] = await at.funds.within((tx) => listClaimPeople(tx, claim!.id))
    const beneficiary = await at.anew.someone(['reviewer'], { personId: person!.personId })
    expect((await refusalOf(answered(at, id, beneficiary))).code).toBe('one_person_one_duty_on_a_claim')
    const second = proposed(at, { decisionIds, cause: 'manual', manual: eligible(2_000) })
    expect((await refusalOf(second)).code).toBe('redecision-waits')
    await answered(at, id, at.confirmer, 'declined')
    await proposed(at, { decisionIds, cause: 'manual', manual: eligible(2_000) })
  })

  it('see what they decide: a preview writes nothing, and what has changed since is refused', async () => {
    const { claim, facts } = await settledClass(at.funds, [{}])
    const decisionIds = [await headOf(claim!)]
    const manual = { ...eligible(90_000), cite: 'people', reason: '经集体研究' }
    const seen = await at.proposer.call(contract.previewAnew, { body: { decisionIds, cause: 'manual', manual } })
    expect(seen).toMatchObject({ differenceFen: '-10000', items: [{ position: 1, now: { effectiveFen: '90000' } }] })
    expect(seen.items[0]!.then.zh).toContain('按新的认定重新生成')
    expect(await chainOf(claim!)).toHaveLength(1)
    const body = { decisionIds, cause: 'manual' as const, reason: '经核实', document: '纪要1号', about: null }
    const other = { ...manual, fen: '90001' }
    const asked = at.proposer.call(contract.proposeAnew, {
      body: { ...body, manual: other, seenSha256: seen.seenSha256 },
    })
    expect((await refusalOf(asked)).code).toBe('seen-other')
    const { id } = await proposed(at, { decisionIds, cause: 'manual', manual: eligible(90_000) })
    await at.funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { theory: 10 })]))
    expect((await refusalOf(answered(at, id))).code).toBe('records-changed')
  })
})

describe('a manual decision', () => {
  it('needs a clause of the scheme that allows it and a paper, and is marked and counted', async () => {
    const { claim } = await settledClass(at.funds, [{ attended: 9 }, {}])
    const decisionIds = [await headOf(claim!)]
    const asked = (manual: object | null, cause: 'manual' | 'appeal' = 'manual') =>
      at.proposer.call(contract.previewAnew, { body: { decisionIds, cause, manual } as never })
    const manual = { ...eligible(100_000), cite: 'people', reason: '考勤原件被水浸毁' }
    expect((await refusalOf(asked({ ...manual, cite: 'rates' }))).detail).toContain('“people”')
    expect((await refusalOf(asked(null))).detail).toContain('须写明')
    expect((await refusalOf(asked(manual, 'appeal'))).detail).toContain('只有“人工认定”')
    expect((await refusalOf(asked(null, 'appeal'))).code).toBe('same-again')
    const { seenSha256 } = await asked(manual)
    const body = { decisionIds, cause: 'manual' as const, manual, reason: '经核实', document: '纪要1号', about: null }
    const { id } = await at.proposer.call(contract.proposeAnew, { body: { ...body, seenSha256 } })
    expect((await refusalOf(answered(at, id))).code).toBe('paper-missing')
    const before = await at.confirmer.call(contract.countRedecisions, { query: {} })
    const { givenPng } = await import('../../credentials/look-ups/testing.ts')
    await at.proposer.call(contract.addRedecisionFile, {
      params: { redecisionId: id },
      query: { fileName: '值班记录.png' },
      file: new Blob([new Uint8Array(givenPng(2))]),
    })
    await answered(at, id)
    const after = await at.confirmer.call(contract.countRedecisions, { query: { month: '2022-03' } })
    expect(after.manual).toBe(before.manual + 1)
    expect(after.byClause).toEqual([
      {
        schemeTitle: expect.anything(),
        clause: expect.objectContaining({ zh: expect.stringContaining('个案认定') }),
        decisions: after.manual,
      },
    ])
    const [open] = await openOf(claim!.groupId)
    const head = await at.proposer.call(getClaim, { params: { claimId: open!.id } })
    expect(head.people.map(({ isManual, standing }) => [isManual, standing])).toEqual([
      [true, 'due'],
      [false, 'due'],
    ])
    const csv = (await at.confirmer.call(contract.exportRedecisions, { query: { cause: 'manual' } })) as Blob
    expect(await csv.text()).toContain('人工认定')
  })
})

describe('a chain of decisions', () => {
  it('moves what its last decision comes to, whatever was decided and paid in between, and every link replays', async () => {
    const step = fc.oneof(
      fc.constant('pay' as const),
      fc.integer({ min: 0, max: 200_000 }).map((fen) => ({ fen })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const { claim, groupId } = await settledClass(at.funds, [{}, {}])
        const start = await line()
        for (const each of steps) {
          const decisionId = await headOf(claim!)
          if (each === 'pay') await payAll(at, groupId)
          else
            await decidedAnew(at, {
              decisionIds: [decisionId],
              cause: 'manual',
              manual: each.fen === 0 ? refused : eligible(each.fen),
            }).catch((error: { problem?: { code?: string } }) => {
              // The same amount once more is nothing to decide.
              if (error.problem?.code !== 'same-again') throw error
            })
        }
        await payAll(at, groupId)
        await recoverAll(groupId)
        const chain = await chainOfFirst(claim!)
        const lastFen = chain.at(-1)!.effectiveFen
        const money = await at.funds.within((tx) => listMoneyLines(tx, groupId, TRAINING_SUBSIDY))
        const [first] = await at.funds.within((tx) => listClaimPeople(tx, claim!.id))
        expect(movedFen(money.get(first!.subjectId) ?? [])).toBe(lastFen)
        // The other of the two has their thousand yuan, as decided once.
        expect((await line()).paidFen - start.paidFen).toBe(lastFen + 100_000n)
        expect(await at.funds.within(recomputeBalances)).toEqual([])
        for (const decision of chain) {
          const pack = await at.funds.within((tx) => findDocument(tx, decision.packSha256))
          expect(replay(decision, pack)).toMatchObject({ same: true })
        }
      }),
      { numRuns: 5 },
    )
  })
})

async function chainOfFirst(claim: Claim) {
  return at.funds.within(async (tx) => {
    const subject = (await listClaimPeople(tx, claim.id)).find((person) => person.position === 1)!.subjectId
    return (await listChains(tx, claim.groupId, claim.scheme)).get(subject)!
  })
}

/** Every recovery of a group is confirmed by another person and comes back. */
async function recoverAll(groupId: string): Promise<void> {
  const chains = await at.funds.within((tx) => listChains(tx, groupId, TRAINING_SUBSIDY))
  const ids = [...chains.values()].flat().map(({ id }) => id)
  for (const { id: recoveryId, amountFen } of await at.funds.within((tx) => listRecoveriesByDecision(tx, ids))) {
    await at.reviewer.call(decideRecovery, { params: { recoveryId }, body: { outcome: 'confirmed', reason: '' } })
    const body = { amountFen: String(amountFen), voucher: `记-${recoveryId}`, receivedOn: '2022-03-28' }
    await at.finance.call(enterReceipt, { params: { recoveryId }, body })
  }
}
