import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { addPaper, listPapersOf, openPaper } from '../../integrity/public.ts'
import { type AnswerDocument, explain, insertDecisions, readAnswer } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { fenToText, keptText, withoutLongNumbers } from '../../values/public.ts'
import { spanOf } from '../budget/months/rules.ts'
import { lookAgain } from '../claims/look-again.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import type { SettlingNeeds } from '../claims/settle-group.ts'
import { openDifferences, settleDifferences } from '../claims/supplement.ts'
import { refuseDuty } from '../duties/ask.ts'
import { findObjection } from '../public-notices/store.ts'
import { findReport } from '../reports/store.ts'
import { chainIn, chainShown, thenOf, waitingOn } from './chain.ts'
import { changesBetween } from './changes.ts'
import * as contract from './contract.ts'
import { groupsCorrected } from './corrected.ts'
import { type Anew, decideAnew, seenHash } from './deciding.ts'
import { exported } from './export.ts'
import { differenceOf } from './money.ts'
import { clausesCounted, redecisionDetail, redecisionsShown } from './showing.ts'
import {
  type AnsweredRedecision,
  countManual,
  countWaiting,
  findRedecision,
  insertAnswer,
  insertMade,
  insertRedecision,
  listItems,
  listItemsOn,
  listMoneyLines,
  listRedecisions,
  REDECISION_PAPERS,
  type RedecisionAnswer,
} from './store.ts'
import { words } from './words.ts'

export const redecisionConstraintWords: ConstraintWords = {
  one_redecision_at_a_time: words.waitsAlready,
  a_decision_is_followed_once: words.followedAlready,
  two_people_decide_anew: words.ownProposal,
  redecision_answers_pkey: words.answeredAlready,
}

type ManualGiven = { outcome: 'eligible' | 'not-eligible'; fen: string; cite: string; reason: string } | null

/** What people decide is said for a manual decision, and for no other. */
function manualOf(cause: string, manual: ManualGiven): ManualGiven {
  if ((cause === 'manual') !== (manual !== null))
    throw new Problem('not-acceptable', manual === null ? words.manualMissing : words.manualUnasked)
  if (manual && (manual.outcome === 'eligible') !== (manual.fen !== '0'))
    throw new Problem('not-acceptable', words.manualNoAmount, {
      items: [{ at: 'body.manual.fen', sentence: words.manualNoAmount }],
    })
  return manual && { ...manual, reason: withoutLongNumbers(keptText(manual.reason)) }
}

const differenceFen = (anew: readonly Anew[]): bigint =>
  anew.reduce((sum, { before, after }) => sum + after.effectiveFen - before.effectiveFen, 0n)

export function redecisionRoutes(needs: SettlingNeeds & { readonly vault: Vault }): Route[] {
  const shown = async (tx: Tx, id: string, actor: Actor, now: Date) =>
    redecisionDetail(tx, await getRedecision(tx, id), { reader: actor, now })

  return [
    route(contract.getChain, async ({ tx, actor, params }) => {
      const found = await chainIn(tx, actor.organisationId, params)
      return chainShown(tx, { ...found, ofBureau: actor.organisationId === null })
    }),

    route(contract.previewAnew, async ({ tx, body, now }) => {
      const manual = manualOf(body.cause, body.manual)
      const anew = await decideAnew(tx, needs, { ...body, manual, now })
      return {
        items: await previewed(tx, anew),
        differenceFen: String(differenceFen(anew)),
        seenSha256: seenHash(anew),
      }
    }),

    route(contract.proposeAnew, async ({ tx, actor, body, now, newId }) => {
      const manual = manualOf(body.cause, body.manual)
      const anew = await decideAnew(tx, needs, { ...body, manual, now })
      if (seenHash(anew) !== body.seenSha256) throw new Problem('conflict', words.seenOther, { code: 'seen-other' })
      await refuseOn(tx, anew, 'decision.propose', actor, now)
      for (const { before } of anew)
        if (await waitingOn(tx, before.id))
          throw new Problem('conflict', words.waitsAlready, { code: 'redecision-waits' })
      if (body.about && !(await isKnown(tx, body.about)))
        throw new Problem('not-acceptable', words.aboutMissing, {
          items: [{ at: 'body.about', sentence: words.aboutMissing }],
        })

      const id = newId()
      const former = await listItemsOn(
        tx,
        anew.map(({ before }) => before.id),
      )
      const { pack } = anew[0]!.scheme
      await insertRedecision(
        tx,
        {
          id,
          groupId: anew[0]!.before.groupId,
          scheme: pack.scheme,
          schemeTitle: pack.title,
          cause: body.cause,
          reason: keptText(body.reason),
          document: keptText(body.document),
          manual,
          about: body.about,
          differenceFen: differenceFen(anew),
          seenSha256: Buffer.from(body.seenSha256, 'hex'),
          proposedBy: actor.personId,
          accountId: actor.accountId,
          businessAt: now,
        },
        anew.map(({ before, after, claim, subjectId }) => ({
          decisionId: before.id,
          claimId: claim.id,
          subjectId,
          personId: before.personId,
          nth: 1 + former.filter(({ decisionId }) => decisionId === before.id).length,
          wasFen: before.effectiveFen,
          answer: after.answer,
          effectiveFen: after.effectiveFen,
        })),
      )
      await recordAct(tx, {
        id: newId(),
        act: 'redecision.proposed',
        subjectKind: 'redecision',
        subjectId: id,
        actor,
        at: now,
        detail: { cause: body.cause, people: anew.length, differenceFen: String(differenceFen(anew)) },
      })
      return shown(tx, id, actor, now)
    }),

    route(contract.listRedecisions, async ({ tx, query }) => {
      const rows = await listRedecisions(tx, filterOf(query), { after: query.after, limit: query.limit + 1 })
      const items = await redecisionsShown(tx, rows.slice(0, query.limit))
      return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
    }),

    route(contract.exportRedecisions, async ({ tx, query, locale, now }) => exported(tx, filterOf(query), locale, now)),

    route(contract.countRedecisions, async ({ tx, actor, query }) => {
      const mayConfirm = actor.permissions.has(contract.answerRedecision.may)
      const during = query.month ? spanOf(query.month) : undefined
      const { decisions, amountFen } = await countManual(tx, during)
      const byClause = await clausesCounted(tx, during)
      const waiting = mayConfirm ? await countWaiting(tx, actor.personId) : 0
      return { waiting, manual: decisions, manualFen: fenToText(amountFen), byClause }
    }),

    route(contract.listCorrected, async ({ tx }) => ({ groups: await groupsCorrected(tx) })),

    route(contract.getRedecision, ({ tx, actor, params, now }) => shown(tx, params.redecisionId, actor, now)),

    route(contract.answerRedecision, async ({ tx, actor, params, body, now, newId }) => {
      const redecision = await getRedecision(tx, params.redecisionId)
      const reason = keptText(body.reason)
      refuseAnswered(redecision)
      if (redecision.proposedBy === actor.personId)
        throw new Problem('forbidden', words.ownProposal, { code: 'two_people_decide_anew' })
      if (body.outcome === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.reasonMissing)
      const { id, groupId, cause } = redecision
      const made = body.outcome === 'confirmed' ? await madeOf(tx, redecision, actor, now) : []

      await insertAnswer(tx, redecision, { ...by(actor, now), outcome: body.outcome, reason })
      await insertDecisions(
        tx,
        made.map(({ after }) => after),
      )
      if (made.length > 0)
        await insertMade(
          tx,
          id,
          made.map(({ before, after }) => ({ decisionId: before.id, madeId: after.id })),
        )
      const act = { act: `redecision.${body.outcome}`, subjectKind: 'redecision', subjectId: id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { people: made.length } })
      if (made.length > 0) await lookAgain(tx, needs, { groupId, because: words.because(cause), now })
      return shown(tx, id, actor, now)
    }),

    route(contract.withdrawRedecision, async ({ tx, actor, params, body, now, newId }) => {
      const redecision = await getRedecision(tx, params.redecisionId)
      refuseAnswered(redecision)
      if (redecision.proposedBy !== actor.personId)
        throw new Problem('conflict', words.notTheProposer, { code: 'not-the-proposer' })

      await insertAnswer(tx, redecision, { ...by(actor, now), outcome: 'withdrawn', reason: keptText(body.reason) })
      const act = { act: 'redecision.withdrawn', subjectKind: 'redecision', subjectId: redecision.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now })
      return shown(tx, redecision.id, actor, now)
    }),

    route(contract.addRedecisionFile, async ({ tx, actor, params, query, file, now, newId }) => {
      const redecision = await getRedecision(tx, params.redecisionId)
      if (redecision.answer) throw new Problem('conflict', words.paperTooLate, { code: 'settled' })
      if (redecision.proposedBy !== actor.personId)
        throw new Problem('conflict', words.notTheProposer, { code: 'not-the-proposer' })
      const of = { kind: 'redecision', id: redecision.id }
      const by = { papers: REDECISION_PAPERS, vault: needs.vault, of, act: 'redecision.file-added', actor, now, newId }
      return addPaper(tx, by, { bytes: file, fileName: query.fileName, refused: words.paperRefused })
    }),

    route(contract.openRedecisionFile, async ({ tx, actor, params, now, newId }) => {
      const of = { kind: 'redecision', id: params.redecisionId }
      const by = { papers: REDECISION_PAPERS, vault: needs.vault, of, act: 'redecision.file-opened', actor, now, newId }
      return openPaper(tx, by, { id: params.fileId, missing: words.paperGone })
    }),

    route(contract.settleChain, async ({ tx, actor, params, body, now, newId }) => {
      const { claim, subjectId } = await chainIn(tx, actor.organisationId, params)
      await refuseDuty(tx, claim.id, { duty: 'recovery.propose', personId: actor.personId, now })
      const open = await differenceNow(tx, claim, subjectId)
      if (open !== 'more' && open !== 'less')
        throw new Problem('conflict', words.nothingToSettle, { code: 'nothing-open' })
      const said = { reason: keptText(body.reason), document: keptText(body.document) }
      const asking = { personId: actor.personId, accountId: actor.accountId, ...said, subjectId }
      await settleDifferences(tx, needs, { groupId: claim.groupId, now, by: asking })
      if ((await differenceNow(tx, claim, subjectId)) === open)
        throw new Problem('conflict', words.nothingToSettle, { code: 'nothing-open' })
      const act = { act: 'redecision.settled', subjectKind: 'claim', subjectId: claim.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { decisionId: params.decisionId } })
      const found = await chainIn(tx, actor.organisationId, params)
      return chainShown(tx, { ...found, ofBureau: true })
    }),
  ]

  /** The decisions of a proposal as they are given now: the same outcome that was looked at, or none. */
  async function madeOf(tx: Tx, redecision: AnsweredRedecision, actor: Actor, now: Date): Promise<Anew[]> {
    if (redecision.manual && (await listPapersOf(tx, REDECISION_PAPERS, [redecision.id])).length === 0)
      throw new Problem('conflict', words.paperMissing, { code: 'paper-missing' })
    const decisionIds = (await listItems(tx, [redecision.id])).map(({ decisionId }) => decisionId)
    if (decisionIds.length === 0) throw new Problem('conflict', words.recordsChanged, { code: 'records-changed' })
    const { cause, manual } = redecision
    const anew = await decideAnew(tx, needs, { decisionIds, cause, manual, now })
    // Two people who confirm at once take turns on the persons' rows.
    refuseAnswered(await getRedecision(tx, redecision.id))
    if (seenHash(anew) !== redecision.seenSha256.toString('hex'))
      throw new Problem('conflict', words.recordsChanged, { code: 'records-changed' })
    await refuseOn(tx, anew, 'decision.confirm', actor, now)
    return anew
  }
}

const by = (actor: Actor, now: Date): Pick<RedecisionAnswer, 'answeredBy' | 'accountId' | 'businessAt'> => ({
  answeredBy: actor.personId,
  accountId: actor.accountId,
  businessAt: now,
})

async function differenceNow(tx: Tx, claim: { groupId: string; scheme: string }, subjectId: string) {
  const open = await openDifferences(tx, claim.groupId, claim.scheme)
  return open.find((each) => each.subjectId === subjectId)?.difference.kind
}

type Filters = {
  state?: (typeof contract.Redecision.shape.state)['_output'] | undefined
  cause?: AnsweredRedecision['cause'] | undefined
  month?: string | undefined
}

const filterOf = ({ state, cause, month }: Filters) => ({
  state,
  cause,
  during: month ? spanOf(month) : undefined,
})

async function getRedecision(tx: Tx, id: string): Promise<AnsweredRedecision> {
  const row = await findRedecision(tx, id)
  if (!row) throw new Problem('not-found', words.noRedecision)
  return row
}

function refuseAnswered({ answer }: AnsweredRedecision): void {
  if (answer) throw new Problem('conflict', words.answeredAlready, { code: 'redecision-answered' })
}

/** Nobody decides anew on a claim they have to do with, by natural person. */
async function refuseOn(
  tx: Tx,
  anew: readonly Anew[],
  duty: 'decision.propose' | 'decision.confirm',
  actor: Actor,
  now: Date,
): Promise<void> {
  for (const claimId of new Set(anew.map(({ claim }) => claim.id)))
    await refuseDuty(tx, claimId, { duty, personId: actor.personId, now })
}

async function isKnown(tx: Tx, { kind, id }: { kind: string; id: string }): Promise<boolean> {
  if (kind === 'person-report') return (await findReport(tx, id)) !== undefined
  if (kind === 'objection') return (await findObjection(tx, id)) !== undefined
  return false
}

/** Each as it would come out, with what changed and what becomes of the money. */
async function previewed(tx: Tx, anew: readonly Anew[]): Promise<contract.Previewed[]> {
  const [first] = anew
  if (!first) return []
  const money = await listMoneyLines(tx, first.before.groupId, first.before.scheme)
  const names = await maskedNamesOf(
    tx,
    anew.map(({ factId }) => factId),
  )
  const items: contract.Previewed[] = []
  for (const { before, after, position, factId, subjectId, claim } of anew) {
    const answer = readAnswer(after.trace as AnswerDocument)
    const english = explain(answer, 'en')
    const difference = differenceOf(after, money.get(subjectId) ?? [])
    // Whom the claim in review does not pay yet stands in the one that is made anew.
    const isAnew = difference.kind === 'more' && claim.status !== 'paid' && claim.status !== 'batched'
    items.push({
      decisionId: before.id,
      position,
      maskedName: names.get(factId) ?? '*',
      was: { answer: before.answer, effectiveFen: fenToText(before.effectiveFen) },
      now: { answer: after.answer, effectiveFen: fenToText(after.effectiveFen) },
      differenceFen: String(after.effectiveFen - before.effectiveFen),
      changes: changesBetween(before, after),
      sentences: explain(answer, 'zh').map((zh, at) => ({ zh, en: english[at] ?? zh })),
      then: thenOf(isAnew ? { kind: 'waits', claim } : difference),
    })
  }
  return items
}
