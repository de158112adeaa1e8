import type { Tx } from '../../../platform/db/public.ts'
import { Problem } from '../../../platform/contract/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { whoOf } from '../../access/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { contentHash } from '../decisions/content-hash.ts'
import { lastDayOf } from '../packs/in-force.ts'
import { type DistrictSchemes, valuesOf } from '../packs/library.ts'
import type { PackFile } from '../packs/policy-files.ts'
import { listPublished, type PublishedVersion } from '../published/store.ts'
import { schemesOf } from '../published/schemes.ts'
import { fundsOf, hasExample, problemsOf, versionNow } from './checking.ts'
import type * as contract from './contract.ts'
import { originOf, stateOn } from './rules.ts'
import {
  type AnsweredProposal,
  type Draft,
  findRevision,
  type Hand,
  listDraftEvents,
  listDrafts,
  listHeads,
  listProposals,
  listRevisions,
} from './store.ts'
import { words } from './words.ts'

type Row = contract.SchemeRow

/** Every version there is, the schemes of the county first, and every draft that is open. */
export async function schemeRows(tx: Tx): Promise<Row[]> {
  const schemes = await schemesOf(tx)
  const published = new Map((await listPublished(tx)).map((each) => [each.packSha256.toString('hex'), each]))
  const versions = schemes.versions.map((file) => versionRow(file, schemes, { tx, published }))
  const drafts = (await listDrafts(tx)).filter(({ status }) => status === 'open')
  const proposals = await listProposals(
    tx,
    drafts.map(({ id }) => id),
  )
  const heads = await listHeads(tx)
  const rows = drafts.map((draft) => {
    const waits = proposals.find(({ draftId, answer }) => draftId === draft.id && answer === null)
    return draftRow(draft, heads.get(draft.id), waits, tx)
  })
  const order = { county: 0, city: 1, province: 2, nation: 3 } as const
  return [...rows, ...versions].sort(
    (a, b) =>
      order[a.origin] - order[b.origin] ||
      a.scheme.localeCompare(b.scheme) ||
      Number(b.kind === 'draft') - Number(a.kind === 'draft') ||
      b.from.localeCompare(a.from),
  )
}

type Asked = { readonly tx: Tx; readonly published: ReadonlyMap<string, PublishedVersion> }

export function versionRow(file: PackFile, { versions }: DistrictSchemes, { tx, published }: Asked): Row {
  const { pack, document } = file
  const id = contentHash(document)
  return {
    kind: 'version',
    id,
    scheme: pack.scheme,
    version: pack.version,
    title: pack.title,
    authority: pack.authority,
    origin: originOf(pack.region),
    own: pack.region === String(tx.district),
    state: stateOn(pack, civilDateOf(tx.now), versions),
    from: pack.inForce.from,
    to: lastDayOf(pack, versions) ?? null,
    placeholder: hasExample(pack),
    documentNumber: published.get(id)?.documentNumber ?? null,
  }
}

/** A draft may say anything: what it does not say as it should is shown empty. */
function draftRow(draft: Draft, head: unknown, waits: AnsweredProposal | undefined, tx: Tx): Row {
  const { title, version, from } = saidBy(head)
  return {
    kind: 'draft',
    id: draft.id,
    scheme: draft.scheme,
    version,
    title,
    authority: { zh: '', en: '' },
    origin: originOf(String(tx.district)),
    own: true,
    state: waits ? 'waiting' : 'draft',
    from,
    to: null,
    placeholder: false,
    documentNumber: waits?.documentNumber ?? null,
  }
}

function saidBy(document: unknown) {
  const said = (document ?? {}) as {
    title?: { zh?: unknown; en?: unknown }
    version?: unknown
    inForce?: { from?: unknown }
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    title: { zh: text(said.title?.zh), en: text(said.title?.en) },
    version: text(said.version),
    from: text(said.inForce?.from),
  }
}

async function handsOf(tx: Tx, hands: readonly Hand[]) {
  const of = await whoOf(
    tx,
    hands.map(({ accountId }) => accountId),
  )
  return ({ accountId, at }: Hand) => ({ by: of(accountId), at: at.toISOString() })
}

export async function draftShown(tx: Tx, draft: Draft, reader: Actor): Promise<contract.Draft> {
  const schemes = await schemesOf(tx)
  const [revision, history, events, proposals, published] = [
    await findRevision(tx, draft.id, draft.revision),
    await listRevisions(tx, draft.id),
    await listDraftEvents(tx, draft.id),
    await listProposals(tx, [draft.id]),
    await listPublished(tx),
  ]
  const done = await handsOf(tx, [
    ...history.map(({ saved }) => saved),
    ...events.map(({ by }) => by),
    ...proposals.flatMap(({ proposed, answer }) => [proposed, ...(answer ? [answer.answered] : [])]),
  ])
  const before = versionNow(schemes, draft.scheme, tx)
  const waits = proposals.find(({ answer }) => answer === null)
  const { title, version } = saidBy(revision?.document)
  return {
    id: draft.id,
    scheme: draft.scheme,
    title,
    version,
    begunFrom: draft.begunFrom,
    note: draft.note,
    status: draft.status,
    revision: draft.revision,
    document: revision?.document,
    problems: draft.status === 'published' ? [] : [...problemsOf(tx, revision?.document, schemes)],
    versions: schemes.versions.flatMap(({ pack }) => (pack.scheme === draft.scheme ? [pack.version] : [])).sort(),
    before: before ? { version: before.pack.version, document: before.document } : null,
    countyValues: countyValues(tx),
    funds: await fundsOf(tx),
    schemes: schemes.titles(),
    history: history.map(({ revision, note, saved }) => ({ revision, note, saved: done(saved) })),
    events: events.map(({ to, reason, by }) => ({ to, reason, done: done(by) })),
    proposals: proposals.map((each) => ({
      id: each.id,
      revision: each.revision,
      sha256: each.sha256.toString('hex'),
      documentNumber: each.documentNumber,
      reason: each.reason,
      proposed: done(each.proposed),
      answer: each.answer && { ...each.answer, answered: done(each.answer.answered) },
    })),
    mayNotPublish: waits ? whyNotPublish(waits, draft, reader.personId) : null,
    ownProposal: waits?.proposed.personId === reader.personId,
    publishedSha256:
      published.find(({ proposalId }) => proposals.some(({ id }) => id === proposalId))?.packSha256.toString('hex') ??
      null,
  }
}

/** Why this person does not publish what waits: they proposed it, or it is no longer what was proposed. */
export function whyNotPublish(waits: AnsweredProposal, draft: Draft, personId: string) {
  if (waits.proposed.personId === personId) return words.ownProposal
  return waits.revision === draft.revision ? null : words.editedSince
}

const countyValues = (tx: Tx): contract.Draft['countyValues'] =>
  valuesOf(tx.district).map(({ to, ...value }) => ({ ...value, ...(to === undefined ? {} : { to }) }))

export async function versionShown(tx: Tx, sha256: string): Promise<contract.SchemeVersion> {
  const schemes = await schemesOf(tx)
  const published = await listPublished(tx)
  const file = schemes.versions.find(({ document }) => contentHash(document) === sha256)
  if (!file) throw new Problem('not-found', words.noVersion)
  const own = published.find(({ packSha256 }) => packSha256.toString('hex') === sha256)
  const bySha = new Map(published.map((each) => [each.packSha256.toString('hex'), each]))
  const row = versionRow(file, schemes, { tx, published: bySha })
  return {
    ...row,
    document: file.document,
    countyValues: countyValues(tx),
    funds: await fundsOf(tx),
    schemes: schemes.titles(),
    published: own ? await publishing(tx, own) : null,
  }
}

async function publishing(tx: Tx, { id, proposalId, accountId, publishedBy, businessAt, notice }: PublishedVersion) {
  const proposal = await findProposal(tx, proposalId)
  const hand = { personId: publishedBy, accountId, at: businessAt }
  const done = await handsOf(tx, [hand, ...(proposal ? [proposal.proposed] : [])])
  return {
    id,
    proposed: done(proposal?.proposed ?? hand),
    published: done(hand),
    notice: { title: notice.title, paragraphs: [...notice.paragraphs] },
  }
}

async function findProposal(tx: Tx, id: string): Promise<AnsweredProposal | undefined> {
  const drafts = await listDrafts(tx)
  const proposals = await listProposals(
    tx,
    drafts.map((draft) => draft.id),
  )
  return proposals.find((each) => each.id === id)
}
