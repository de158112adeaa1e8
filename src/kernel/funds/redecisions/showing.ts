import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { listPapersOf, paperShown } from '../../integrity/public.ts'
import { type AnswerDocument, findDecision, listDecisionsById, readAnswer } from '../../policy/public.ts'
import { fenToText } from '../../values/public.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import { listClaimPeopleBy } from '../claims/people/store.ts'
import { listClaimsById } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { findReport } from '../reports/store.ts'
import type { Redecision, RedecisionDetail } from './contract.ts'
import type { RedecisionState } from './rules.ts'
import { type AnsweredRedecision, countByClause, listItems, REDECISION_PAPERS, type RedecisionItem } from './store.ts'
import { words } from './words.ts'

export const stateOf = ({ answer }: AnsweredRedecision): RedecisionState => answer?.outcome ?? 'waiting'

/** Proposals as a list shows them. */
export async function redecisionsShown(tx: Tx, rows: readonly AnsweredRedecision[]): Promise<Redecision[]> {
  const items = await listItems(
    tx,
    rows.map(({ id }) => id),
  )
  const claims = await listClaimsById(
    tx,
    items.map(({ claimId }) => claimId),
  )
  const files = await listPapersOf(
    tx,
    REDECISION_PAPERS,
    rows.map(({ id }) => id),
  )
  const who = await whoOf(
    tx,
    rows.flatMap(({ accountId, answer }) => [accountId, ...(answer ? [answer.accountId] : [])]),
  )
  const shown: Redecision[] = []
  for (const row of rows) {
    const own = items.filter(({ redecisionId }) => redecisionId === row.id)
    shown.push({
      id: row.id,
      state: stateOf(row),
      cause: row.cause,
      schemeTitle: row.schemeTitle,
      group: { id: row.groupId, title: claims.get(own[0]?.claimId ?? '')?.title ?? '' },
      reason: row.reason,
      document: row.document,
      manual: row.manual
        ? {
            outcome: row.manual.outcome,
            fen: row.manual.fen,
            reason: row.manual.reason,
            clause: await clauseOf(tx, own[0], row.manual.cite),
          }
        : null,
      about: row.about ? { ...row.about, title: await aboutTitle(tx, row.about) } : null,
      differenceFen: String(row.differenceFen),
      people: own.length,
      proposed: { by: who(row.accountId), at: row.businessAt.toISOString() },
      answer: row.answer
        ? {
            outcome: row.answer.outcome,
            reason: row.answer.reason,
            by: who(row.answer.accountId),
            at: row.answer.businessAt.toISOString(),
          }
        : null,
      files: files.filter(({ ofId }) => ofId === row.id).map(paperShown),
    })
  }
  return shown
}

/** The clause that people decided by, as the decision it follows carries it. */
/** How often people have decided, by clause, each in its words. */
export async function clausesCounted(tx: Tx, during: Parameters<typeof countByClause>[1]) {
  const counted = []
  for (const { schemeTitle, cite, decisions, decisionId } of await countByClause(tx, during))
    counted.push({ schemeTitle, clause: await clauseOf(tx, { decisionId }, cite), decisions })
  return counted
}

async function clauseOf(tx: Tx, item: Pick<RedecisionItem, 'decisionId'> | undefined, cite: string): Promise<Sentence> {
  const decision = item && (await findDecision(tx, item.decisionId))
  const clause = decision && readAnswer(decision.trace as AnswerDocument).trace.clauses[cite]
  return clause
    ? { zh: `${clause.doc}${clause.article}`, en: `${clause.doc} ${clause.article}` }
    : { zh: cite, en: cite }
}

async function aboutTitle(tx: Tx, about: NonNullable<AnsweredRedecision['about']>): Promise<Sentence> {
  if (about.kind === 'objection') return { zh: '公示异议', en: 'Objection to a public notice' }
  if (about.kind === 'decision') return { zh: '相关认定', en: 'Another decision' }
  const number = (await findReport(tx, about.id))?.number ?? ''
  return { zh: `群众反映 ${number}`, en: `Report ${number}` }
}

/** The people of proposals, by name and place as their claim has them. */
export async function itemsShown(tx: Tx, items: readonly RedecisionItem[]): Promise<RedecisionDetail['items']> {
  const claims = await listClaimsById(
    tx,
    items.map(({ claimId }) => claimId),
  )
  const decisions = await listDecisionsById(
    tx,
    items.map(({ decisionId }) => decisionId),
  )
  const names = await maskedNamesOf(
    tx,
    [...decisions.values()].map(({ factId }) => factId),
  )
  const shown: RedecisionDetail['items'] = []
  for (const item of items) {
    const claim = claims.get(item.claimId)
    const standing = (await listClaimPeopleBy(tx, { decisionId: item.decisionId })).at(-1)
    shown.push({
      decisionId: item.decisionId,
      claim: { id: item.claimId, number: claim?.number ?? '' },
      maskedName: names.get(decisions.get(item.decisionId)?.factId ?? '') ?? '*',
      position: standing?.position ?? 0,
      wasFen: fenToText(item.wasFen),
      answer: item.answer,
      effectiveFen: fenToText(item.effectiveFen),
      madeId: item.madeId,
    })
  }
  return shown.sort((one, other) => one.position - other.position)
}

type Reader = { readonly personId: string; readonly permissions: ReadonlySet<string> }

export async function redecisionDetail(
  tx: Tx,
  row: AnsweredRedecision,
  { reader, now }: { readonly reader: Reader; readonly now: Date },
): Promise<RedecisionDetail> {
  const [shown] = await redecisionsShown(tx, [row])
  if (!shown) throw new Error(`redecision ${row.id} is not shown`)
  const items = await listItems(tx, [row.id])
  const own = row.proposedBy === reader.personId
  return {
    ...shown,
    items: await itemsShown(tx, items),
    own,
    mayNotConfirm: row.answer ? null : own ? words.ownProposal : await refusalOf(tx, row, items, { reader, now }),
    mayAddFile: own && row.answer === null,
  }
}

async function refusalOf(
  tx: Tx,
  row: AnsweredRedecision,
  items: readonly RedecisionItem[],
  { reader, now }: { readonly reader: Reader; readonly now: Date },
): Promise<Sentence | null> {
  if (!reader.permissions.has('decision.confirm')) return words.notYours
  if (row.manual && (await listPapersOf(tx, REDECISION_PAPERS, [row.id])).length === 0) return words.paperMissing
  const claimIds = [...new Set(items.map(({ claimId }) => claimId))]
  const [refused] = await dutyRefusals(tx, claimIds, { duty: 'decision.confirm', personId: reader.personId, now })
  return refused?.sentence ?? null
}
