import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { bankAccountKey, listRecordedNames, saveBankAccounts } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, keptText } from '../../values/public.ts'
import { bankFormOn } from '../bank/form.ts'
import { bankListProblems } from '../bank/rules.ts'
import { listPaymentsOfClaimLine } from '../batches/payment-store.ts'
import { notWithdrawn } from '../batches/rules.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { lockClaim } from '../claims/store.ts'
import { refuseDuty } from '../duties/ask.ts'
import * as contract from './contract.ts'
import { accountOf, openCorrection, readAccount, returnedPayment, whyNotCorrected } from './rules.ts'
import { showPayee, showReturned } from './showing.ts'
import { insertCorrection, insertCorrectionDecision, listCorrections, listReturned } from './store.ts'
import { words } from './words.ts'

export const payeeConstraintWords: ConstraintWords = {
  one_correction_at_a_time: words.proposedByAnother,
  account_correction_decisions_pkey: words.nothingOpen,
  two_people_correct_an_account: words.ownProposal,
}

/** A list of returned payments is counted no further. */
const MOST_COUNTED = 1000

export function payeeRoutes({ vault }: { readonly vault: Vault }): Route[] {
  return [
    route(contract.listReturnedPayments, async ({ tx, query, now }) => {
      const rows = await listReturned(tx, { after: query.after, limit: query.limit + 1 })
      const items = await showReturned(tx, rows.slice(0, query.limit), civilDateOf(now))
      return { items, next: rows.length > query.limit ? items.at(-1)!.id : null }
    }),

    route(contract.countReturnedPayments, async ({ tx, now }) => {
      const all = await showReturned(tx, await listReturned(tx, { limit: MOST_COUNTED }), civilDateOf(now))
      return {
        waiting: all.length,
        dueToday: all.filter(({ daysLate }) => daysLate === 0).length,
        overdue: all.filter(({ daysLate }) => daysLate > 0).length,
      }
    }),

    route(contract.getPayee, ({ tx, actor, params, now }) =>
      showPayee(tx, params.claimLineId, { personId: actor.personId, now }),
    ),

    route(contract.proposeCorrection, async ({ tx, actor, params, body, now, newId }) => {
      const { line, claim, corrections, payments } = await takeLine(tx, params.claimLineId)
      await refuseDuty(tx, claim.id, { duty: 'account.correct', personId: actor.personId, now })
      const why = whyNotCorrected({ claimStatus: claim.status, payments, corrections })
      if (why) throw new Problem('conflict', why, { code: 'account-not-correctable' })
      const person = (await listRecordedNames(tx, [line.personId])).get(line.personId)
      if (!person) throw new Error(`claim line ${line.id} is paid to ${line.personId}, whom nobody knows`)
      const read = readAccount(body, person)
      const form = bankFormOn(tx.district, civilDateOf(now))
      const given = { position: line.position, payeeName: person.name, bankName: keptText(body.bankName) }
      const unlistable = form ? bankListProblems([given], form).map(({ sentence }) => sentence) : []
      const problems = [...(read.ok ? [] : read.problems), ...unlistable]
      if (!read.ok || problems.length > 0) {
        const items = problems.map((sentence) => ({ at: '', sentence }))
        const code = !read.ok && read.party ? 'another-party' : 'account-wrong'
        throw new Problem('not-acceptable', words.refused, { items, code })
      }

      const account = {
        id: newId(),
        personId: line.personId,
        holderName: person.name,
        accountNumber: read.accountNumber,
        bankName: given.bankName,
      }
      const saved = (await saveBankAccounts(tx, vault, [account])).get(bankAccountKey(account))!
      const id = newId()
      await insertCorrection(tx, {
        id,
        claimLineId: line.id,
        paymentId: returnedPayment(payments)?.id ?? null,
        nth: corrections.length + 1,
        formerAccountId: accountOf(line, corrections),
        bankAccountId: saved,
        reason: keptText(body.reason),
        evidence: keptText(body.evidence),
        proposedBy: actor.personId,
        accountId: actor.accountId,
        businessAt: now,
      })
      await recordAct(tx, {
        id: newId(),
        act: 'account.correction-proposed',
        subjectKind: 'claim-line',
        subjectId: line.id,
        actor,
        at: now,
        detail: { correctionId: id, claim: claim.number, tail: read.accountNumber.slice(-4) },
      })
      return showPayee(tx, line.id, { personId: actor.personId, now })
    }),

    route(contract.decideCorrection, async ({ tx, actor, params, body, now, newId }) => {
      const { line, claim, corrections } = await takeLine(tx, params.claimLineId)
      const open = openCorrection(corrections)
      const reason = keptText(body.reason)
      if (open?.id !== params.correctionId)
        throw new Problem('conflict', words.nothingOpen, { code: 'nothing-to-decide' })
      if (open.proposedBy === actor.personId)
        throw new Problem('forbidden', words.ownProposal, { code: 'two_people_correct_an_account' })
      await refuseDuty(tx, claim.id, { duty: 'account.confirm', personId: actor.personId, now })
      if (body.outcome === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)

      await insertCorrectionDecision(tx, {
        correction: open,
        decidedBy: actor.personId,
        accountId: actor.accountId,
        outcome: body.outcome,
        reason,
        businessAt: now,
      })
      await recordAct(tx, {
        id: newId(),
        act: `account.correction-${body.outcome}`,
        subjectKind: 'claim-line',
        subjectId: line.id,
        actor,
        at: now,
        detail: { correctionId: open.id, claim: claim.number },
      })
      return showPayee(tx, line.id, { personId: actor.personId, now })
    }),
  ]
}

/** The line with its claim locked: corrections and batches of one claim take turns. */
async function takeLine(tx: Tx, claimLineId: string) {
  const line = await findClaimLine(tx, claimLineId)
  const claim = line && (await lockClaim(tx, line.claimId))
  if (!line || !claim) throw new Problem('not-found', words.lineMissing)
  return {
    line,
    claim,
    corrections: (await listCorrections(tx, [line.id])).get(line.id) ?? [],
    payments: notWithdrawn(await listPaymentsOfClaimLine(tx, line.id)),
  }
}
