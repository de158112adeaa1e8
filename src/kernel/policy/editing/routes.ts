import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Actor, type ConstraintWords, type Route, route, routeApart } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { whoOf } from '../../access/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, keptText, withoutLongNumbers } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import type { Supply } from '../linting/supply.ts'
import { readPack } from '../packs/pack.ts'
import { schemesOf } from '../published/schemes.ts'
import { begunFrom, blankScheme, namedBeside, takenIn } from './begin.ts'
import { checkOrder, problemsOf, versionNow } from './checking.ts'
import { checkedBeside } from './checks/beside.ts'
import { differencesTo } from './checks/check.ts'
import * as contract from './contract.ts'
import { exported } from './export.ts'
import { noticeOf } from './notice.ts'
import { publishVersion } from './publish.ts'
import { draftShown, schemeRows, versionShown, whyNotPublish } from './showing.ts'
import {
  type AnsweredProposal,
  type Draft,
  findDraft,
  findRevision,
  type Hand,
  insertDraft,
  insertProposal,
  insertProposalAnswer,
  listProposals,
  listRevisions,
  lockDraft,
  moveDraft,
  saveRevision,
} from './store.ts'
import { words } from './words.ts'

export const editingConstraintWords: ConstraintWords = {
  one_save_a_revision: words.savedByAnother,
  one_proposal_of_a_draft_at_a_time: words.waitsAlready,
  a_proposal_is_answered_once: words.answeredAlready,
  two_people_answer_a_proposal: words.ownProposal,
  two_people_publish: words.ownProposal,
  versions_are_published_in_turn: words.publishedTogether,
}

/** What a published version is told with, for whoever keeps something by the schemes in force. */
const PUBLISHED = 'scheme-published'

/** So long a draft and its transaction are held for a check; most have been asked for before. */
const HELD_MS = 20_000

type Filters = { state?: contract.SchemeRow['state'] | undefined; origin?: contract.SchemeRow['origin'] | undefined }

async function rowsOf(tx: Tx, { state, origin }: Filters) {
  const rows = await schemeRows(tx)
  return rows.filter(
    (row) => (state === undefined || row.state === state) && (origin === undefined || row.origin === origin),
  )
}

export function editingRoutes({ supplies }: { readonly supplies: readonly Supply[] }): Route[] {
  return [
    route(contract.listSchemes, async ({ tx, query }) => ({ items: await rowsOf(tx, query) })),

    route(contract.exportSchemes, async ({ tx, query, locale, now }) =>
      exported(await rowsOf(tx, query), locale, civilDateOf(now)),
    ),

    route(contract.getVersion, ({ tx, params }) => versionShown(tx, params.sha256)),

    route(contract.beginDraft, async ({ tx, actor, body, now, newId }) => {
      const schemes = await schemesOf(tx)
      const file = schemes.versions.find(({ document }) => contentHash(document) === body.from)
      if (!file)
        throw new Problem('not-acceptable', words.noVersion, {
          items: [{ at: 'body.from', sentence: words.noVersion }],
        })
      const { scheme, version } = file.pack
      const region = String(tx.district)

      const begun = begunFrom(file, { region, versions: schemes.versions, on: civilDateOf(now) })

      const from = { begunFrom: `${scheme} ${version}`, sha256: begun.sha256, note: body.note }
      return begin(tx, { scheme, version, ...from, document: begun.document, actor, now, newId })
    }),

    route(contract.beginBlank, async ({ tx, actor, body, now, newId }) => {
      const { versions } = await schemesOf(tx)
      const region = String(tx.district)
      const { scheme, authority } = namedBeside(versions, region, body.code)
      if (versions.some(({ pack }) => pack.scheme === scheme))
        throw new Problem('conflict', words.schemeThere(scheme), {
          items: [{ at: 'body.code', sentence: words.schemeThere(scheme) }],
        })

      const title = { zh: clean(body.titleZh), en: clean(body.titleEn) }
      const document = blankScheme({ scheme, title, authority, region, on: civilDateOf(now) })

      const from = { begunFrom: '', sha256: contentHash(document), note: body.note }
      return begin(tx, { scheme, version: String(document.version), ...from, document, actor, now, newId })
    }),

    route(contract.takeInDraft, async ({ tx, actor, body, now, newId }) => {
      const schemes = await schemesOf(tx)
      const document = takenIn(body.document, { region: String(tx.district), versions: schemes.versions })
      const items = problemsOf(tx, document, schemes)
      if (items.length > 0) throw new Problem('not-acceptable', words.fileNotRead(items.length), { items })
      const { scheme, version } = readPack(document)

      const from = { begunFrom: clean(body.fileName), sha256: contentHash(document), note: body.note }
      return begin(tx, { scheme, version, ...from, document, actor, now, newId })
    }),

    route(contract.getDraft, ({ tx, actor, params }) => shown(tx, params.draftId, actor)),

    route(contract.getRevision, async ({ tx, params }) => {
      const found = await findRevision(tx, params.draftId, params.revision)
      if (!found) throw new Problem('not-found', words.noRevision)
      return { revision: found.revision, document: found.document }
    }),

    route(contract.saveDraft, async ({ tx, actor, params, body, now, newId }) => {
      const draft = await openDraft(tx, params.draftId)
      await refuseUnseen(tx, draft, body.revision)

      const revision = draft.revision + 1
      const saved = { revision, document: body.document, note: clean(body.note), saved: hand(actor, now) }
      await saveRevision(tx, draft.id, saved)
      await act(tx, { act: 'scheme.draft-saved', id: draft.id, actor, now, newId }, { revision })
      return shown(tx, draft.id, actor)
    }),

    route(contract.moveDraft, async ({ tx, actor, params, body, now, newId }) => {
      const draft = await lockedDraft(tx, params.draftId)
      if (draft.status === 'published') throw new Problem('conflict', words.closed.published, { code: 'draft-closed' })
      if (draft.status === body.to) throw new Problem('conflict', words.sameStatus, { code: 'same-status' })
      if (await waitingOf(tx, draft)) throw new Problem('conflict', words.waitsAlready, { code: 'proposal-waits' })

      const reason = clean(body.reason)
      await moveDraft(tx, draft, { id: newId(), to: body.to, reason, by: hand(actor, now) })
      const name = body.to === 'open' ? 'scheme.draft-taken-up' : 'scheme.draft-discarded'
      await act(tx, { act: name, id: draft.id, actor, now, newId }, { reason })
      return shown(tx, draft.id, actor)
    }),

    routeApart(contract.checkDraft, async ({ within, params }) => {
      const order = await within(async (tx) => {
        const draft = await getDraft(tx, params.draftId)
        return checkOrder(tx, draft, (await lastOf(tx, draft)).document, supplies)
      })
      return checkedBeside(order)
    }),

    route(contract.proposeDraft, async ({ tx, actor, params, body, now, newId }) => {
      const draft = await openDraft(tx, params.draftId)
      await refuseUnseen(tx, draft, body.revision)
      const before = await listProposals(tx, [draft.id])
      if (before.some(({ answer }) => answer === null))
        throw new Problem('conflict', words.waitsAlready, { code: 'proposal-waits' })
      const { document } = await lastOf(tx, draft)

      refuseBlocked((await checkedBeside(await checkOrder(tx, draft, document, supplies), HELD_MS)).blocked)

      const { scheme, version } = readPack(document)
      const sha256 = hashed(document)
      const documentNumber = clean(body.documentNumber)
      const said = { documentNumber, reason: clean(body.reason), proposed: hand(actor, now) }
      const proposal = { id: newId(), draftId: draft.id, nth: before.length + 1, revision: draft.revision }
      await insertProposal(tx, { ...proposal, scheme, version, sha256, ...said })
      const detail = { version, sha256: sha256.toString('hex'), documentNumber }
      await act(tx, { act: 'scheme.proposed', id: draft.id, actor, now, newId }, detail)
      return shown(tx, draft.id, actor)
    }),

    route(contract.answerProposal, async ({ tx, actor, params, body, now, newId }) => {
      const draft = await openDraft(tx, params.draftId)
      const proposal = await proposalOf(tx, draft, body.proposalId)
      if (proposal.sha256.toString('hex') !== body.sha256)
        throw new Problem('conflict', words.otherSeen, { code: 'other-document-seen' })
      const by = hand(actor, now)
      const reason = clean(body.reason)
      if (body.outcome === 'sent-back') {
        if (proposal.proposed.personId === actor.personId)
          throw new Problem('conflict', words.ownProposal, { code: 'own-proposal' })
        if (reason.length < 2)
          throw new Problem('not-acceptable', words.reasonNeeded, {
            items: [{ at: 'body.reason', sentence: words.reasonNeeded }],
          })
        await insertProposalAnswer(tx, proposal, { outcome: 'sent-back', reason, answered: by })
        await act(tx, { act: 'scheme.sent-back', id: draft.id, actor, now, newId }, { reason })
        return shown(tx, draft.id, actor)
      }
      const why = whyNotPublish(proposal, draft, actor.personId)
      if (why) throw new Problem('conflict', why, { code: why === words.ownProposal ? 'own-proposal' : 'edited-since' })
      const { document } = await lastOf(tx, draft)
      if (!hashed(document).equals(proposal.sha256))
        throw new Problem('conflict', words.otherThanProposed, { code: 'other-than-proposed' })

      // What was in order when it was proposed may have become otherwise: another version may have come since.
      refuseBlocked((await checkedBeside(await checkOrder(tx, draft, document, supplies), HELD_MS)).blocked)

      const pack = readPack(document)
      const former = versionNow(await schemesOf(tx), draft.scheme, tx)
      const differences = former ? differencesTo(former.document, document) : null
      const notice = noticeOf(pack, proposal.documentNumber, differences)
      const id = await publishVersion(tx, { draft, proposal, document, notice }, { ...by, reason, newId })
      const { scheme, version } = pack
      const sha256 = proposal.sha256.toString('hex')
      await act(tx, { act: 'scheme.published', id: draft.id, actor, now, newId }, { scheme, version, sha256 })
      await announce(tx, { id: newId(), kind: PUBLISHED, subjectId: id, body: { scheme, version, sha256 } })
      return shown(tx, draft.id, actor)
    }),

    route(contract.withdrawProposal, async ({ tx, actor, params, body, now, newId }) => {
      const draft = await openDraft(tx, params.draftId)
      const proposal = await proposalOf(tx, draft, body.proposalId)
      if (proposal.proposed.personId !== actor.personId)
        throw new Problem('conflict', words.notTheProposer, { code: 'not-the-proposer' })
      await insertProposalAnswer(tx, proposal, { outcome: 'withdrawn', reason: '', answered: hand(actor, now) })
      await act(tx, { act: 'scheme.withdrawn', id: draft.id, actor, now, newId }, {})
      return shown(tx, draft.id, actor)
    }),
  ]
}

const clean = (text: string): string => withoutLongNumbers(keptText(text))

const hand = ({ personId, accountId }: Actor, at: Date): Hand => ({ personId, accountId, at })

type Begun = {
  readonly scheme: string
  readonly version: string
  readonly begunFrom: string
  readonly sha256: string
  readonly note: string
  readonly document: Record<string, unknown>
  readonly actor: Actor
  readonly now: Date
  readonly newId: () => string
}

async function begin(tx: Tx, begun: Begun): Promise<contract.Draft> {
  const { scheme, version, begunFrom, sha256, document, actor, now, newId } = begun
  const id = newId()
  const draft = { id, scheme, begunFrom, note: clean(begun.note), begun: hand(actor, now) }
  await insertDraft(tx, { ...draft, begunSha256: Buffer.from(sha256, 'hex') }, document)
  await act(tx, { act: 'scheme.draft-begun', id, actor, now, newId }, { scheme, version })
  return shown(tx, id, actor)
}

const shown = async (tx: Tx, id: string, actor: Actor) => draftShown(tx, await getDraft(tx, id), actor)

async function getDraft(tx: Tx, id: string): Promise<Draft> {
  const draft = await findDraft(tx, id)
  if (!draft) throw new Problem('not-found', words.noDraft)
  return draft
}

async function lockedDraft(tx: Tx, id: string): Promise<Draft> {
  const draft = await lockDraft(tx, id)
  if (!draft) throw new Problem('not-found', words.noDraft)
  return draft
}

/** The draft, held: nobody else saves, proposes or publishes it meanwhile. */
async function openDraft(tx: Tx, id: string): Promise<Draft> {
  const draft = await lockedDraft(tx, id)
  if (draft.status !== 'open') throw new Problem('conflict', words.closed[draft.status], { code: 'draft-closed' })
  return draft
}

async function lastOf(tx: Tx, { id, revision }: Draft) {
  const found = await findRevision(tx, id, revision)
  if (!found) throw new RangeError(`the draft ${id} has no revision ${revision}`)
  return found
}

async function waitingOf(tx: Tx, { id }: Draft): Promise<AnsweredProposal | undefined> {
  return (await listProposals(tx, [id])).find(({ answer }) => answer === null)
}

async function proposalOf(tx: Tx, draft: Draft, id: string): Promise<AnsweredProposal> {
  const waits = await waitingOf(tx, draft)
  if (waits?.id !== id) throw new Problem('conflict', words.answeredAlready, { code: 'proposal-answered' })
  return waits
}

/** Two clerks at once: whoever has not seen the last save is told who made it. */
async function refuseUnseen(tx: Tx, draft: Draft, seen: number): Promise<void> {
  if (seen === draft.revision) return
  const [last] = await listRevisions(tx, draft.id)
  const { name } = (await whoOf(tx, [last!.saved.accountId]))(last!.saved.accountId)
  throw new Problem('conflict', words.savedMeanwhile(name, draft.revision), { code: 'saved-meanwhile' })
}

function refuseBlocked(blocked: readonly ProblemItem[]): void {
  if (blocked.length === 0) return
  throw new Problem('not-acceptable', words.notReady(blocked.length), { items: [...blocked], code: 'not-ready' })
}

function hashed(document: unknown): Buffer {
  return Buffer.from(contentHash(document), 'hex')
}

type Told = { act: string; id: string; actor: Actor; now: Date; newId: () => string }

function act(tx: Tx, { act, id, actor, now, newId }: Told, detail: Record<string, unknown>): Promise<void> {
  return recordAct(tx, { id: newId(), act, subjectKind: 'scheme-draft', subjectId: id, actor, at: now, detail })
}
