import type { Db, Tx } from '../../../platform/db/public.ts'

/** Something a mechanism knows to have happened to a person; a scheme may answer to it. */
export type PolicyFact = {
  readonly id: string
  /** The trigger schemes name: `training.completed`. */
  readonly kind: string
  /** What it happened to: an enrolment. */
  readonly subjectId: string
  readonly version: number
  readonly personId: string
  /** What it is claimed together with: a class. */
  readonly groupId: string
  readonly occurredOn: string
  /** What the mechanism says of it; read back by the mechanism's own fact suppliers. */
  readonly body: Record<string, unknown>
  /** Where it rests in the mechanism, as a trail kind and id: a muster. */
  readonly source: { readonly kind: string; readonly id: string }
}

export async function insertFacts(tx: Tx, facts: readonly PolicyFact[]): Promise<void> {
  if (facts.length === 0) return
  await tx.db
    .insertInto('policy.facts')
    .values(
      facts.map((fact) => ({
        district: tx.district,
        id: fact.id,
        kind: fact.kind,
        subject_id: fact.subjectId,
        version: fact.version,
        person_id: fact.personId,
        group_id: fact.groupId,
        occurred_on: fact.occurredOn,
        body: JSON.stringify(fact.body),
        source_kind: fact.source.kind,
        source_id: fact.source.id,
      })),
    )
    .execute()
}

/** The newest version of every fact of a kind in a group, by subject. */
export async function listFacts(tx: Tx, groupId: string, kind: string): Promise<PolicyFact[]> {
  const rows = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('group_id', '=', groupId)
    .where('kind', '=', kind)
    .orderBy('subject_id')
    .orderBy('version', 'desc')
    .distinctOn('subject_id')
    .execute()
  return rows.map((row) => factOf(row))
}

/** The same for several groups and kinds at once, by group. */
export async function listFactsOfGroups(
  tx: Tx,
  groupIds: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, PolicyFact[]>> {
  if (groupIds.length === 0 || kinds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('group_id', 'in', [...new Set(groupIds)])
    .where('kind', 'in', [...new Set(kinds)])
    .orderBy('group_id')
    .orderBy('kind')
    .orderBy('subject_id')
    .orderBy('version', 'desc')
    .distinctOn(['group_id', 'kind', 'subject_id'])
    .execute()
  const found = new Map<string, PolicyFact[]>()
  for (const fact of rows.map((row) => factOf(row))) {
    const before = found.get(fact.groupId)
    if (before) before.push(fact)
    else found.set(fact.groupId, [fact])
  }
  return found
}

/** What was recorded on one source. */
export async function listFactsBySource(tx: Tx, sourceId: string): Promise<PolicyFact[]> {
  const rows = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute()
  return rows.map((row) => factOf(row))
}

/** Every version of a fact about one subject, the first first. */
export async function listVersionsOfFact(tx: Tx, kind: string, subjectId: string): Promise<PolicyFact[]> {
  const rows = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('version')
    .execute()
  return rows.map((row) => factOf(row))
}

export async function findFact(tx: Tx, id: string): Promise<PolicyFact | undefined> {
  const row = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && factOf(row)
}

/** Recorded facts by id, replaced versions too. */
export async function listFactsById(tx: Tx, ids: readonly string[]): Promise<PolicyFact[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('policy.facts')
    .selectAll()
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => factOf(row))
}

/** The recorded facts that decisions were given on, by decision; unknown ids are absent. */
export async function listDecidedFacts(tx: Tx, decisionIds: readonly string[]): Promise<Map<string, PolicyFact>> {
  if (decisionIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('policy.decisions as d')
    .innerJoin('policy.facts as f', (join) =>
      join.onRef('f.district', '=', 'd.district').onRef('f.id', '=', 'd.fact_id'),
    )
    .selectAll('f')
    .select('d.id as decision_id')
    .where('d.district', '=', tx.district)
    .where('d.id', 'in', [...new Set(decisionIds)])
    .execute()
  return new Map(rows.map((row) => [row.decision_id, factOf(row)]))
}

function factOf(row: {
  id: string
  kind: string
  subject_id: string
  version: number
  person_id: string
  group_id: string
  occurred_on: string
  body: unknown
  source_kind: string
  source_id: string
}): PolicyFact {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    version: row.version,
    personId: row.person_id,
    groupId: row.group_id,
    occurredOn: row.occurred_on,
    body: row.body as Record<string, unknown>,
    source: { kind: row.source_kind, id: row.source_id },
  }
}

export const CAUSES = ['original', 'changed-fact', 'appeal', 'related-decision', 'rule-correction', 'manual'] as const
export type Cause = (typeof CAUSES)[number]

/** A decision as it is kept: the answer, and everything it was answered from. */
export type KeptDecision = {
  readonly id: string
  readonly factId: string
  readonly personId: string
  readonly groupId: string
  readonly scheme: string
  readonly schemeVersion: string
  readonly packSha256: Buffer
  /** What made it: the first answer, or why it was decided anew. */
  readonly cause: Cause
  /** The decision it was given in the place of; null for the first on a fact. */
  readonly followsId: string | null
  /** The facts it was answered from, each with source and as-of time. */
  readonly facts: unknown
  readonly answer: 'eligible' | 'not-eligible' | 'not-known' | 'not-applicable'
  readonly valueFen: bigint
  readonly subtractedFen: bigint
  readonly effectiveFen: bigint
  /** The trace by clause, as the evaluator gave it. */
  readonly trace: unknown
  readonly contentSha256: Buffer
  readonly businessAt: Date
}

export async function insertDecisions(tx: Tx, decisions: readonly KeptDecision[]): Promise<void> {
  if (decisions.length === 0) return
  await tx.db
    .insertInto('policy.decisions')
    .values(
      decisions.map((decision) => ({
        district: tx.district,
        id: decision.id,
        fact_id: decision.factId,
        person_id: decision.personId,
        group_id: decision.groupId,
        scheme: decision.scheme,
        scheme_version: decision.schemeVersion,
        pack_sha256: decision.packSha256,
        cause: decision.cause,
        follows_id: decision.followsId,
        facts: JSON.stringify(decision.facts),
        answer: decision.answer,
        value_fen: decision.valueFen,
        subtracted_fen: decision.subtractedFen,
        effective_fen: decision.effectiveFen,
        trace: JSON.stringify(decision.trace),
        content_sha256: decision.contentSha256,
        business_at: decision.businessAt,
      })),
    )
    .execute()
}

const decisions = (tx: Tx) => tx.db.selectFrom('policy.decisions').selectAll().where('district', '=', tx.district)

/** Decisions of a group under a scheme, one per fact: the newest. */
export async function listDecisions(tx: Tx, groupId: string, scheme: string): Promise<KeptDecision[]> {
  const rows = await decisions(tx)
    .where('group_id', '=', groupId)
    .where('scheme', '=', scheme)
    .orderBy('fact_id')
    .orderBy('id', 'desc')
    .distinctOn('fact_id')
    .execute()
  return rows.map(decisionOf)
}

/** The schemes that have found somebody of a group eligible. */
export async function listDecidedSchemes(tx: Tx, groupId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('policy.decisions')
    .select('scheme')
    .distinct()
    .where('district', '=', tx.district)
    .where('group_id', '=', groupId)
    .where('answer', '=', 'eligible')
    .orderBy('scheme')
    .execute()
  return rows.map(({ scheme }) => scheme)
}

/** Decisions by id; unknown ids are absent. */
export async function listDecisionsById(tx: Tx, ids: readonly string[]): Promise<Map<string, KeptDecision>> {
  if (ids.length === 0) return new Map()
  const rows = await decisions(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, decisionOf(row)]))
}

export async function findDecision(tx: Tx, id: string): Promise<KeptDecision | undefined> {
  const row = await decisions(tx).where('id', '=', id).executeTakeFirst()
  return row && decisionOf(row)
}

/** Every decision of the district in the order in which they were given; `after` is the last id of the piece before. */
export async function listDecisionsAfter(tx: Tx, after: string | undefined, limit: number): Promise<KeptDecision[]> {
  let query = decisions(tx)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(decisionOf)
}

/** Every decision of a group under a scheme, the oldest first, each with whom it is about: the chains of its people. */
export async function listChains(tx: Tx, groupId: string, scheme: string): Promise<Map<string, KeptDecision[]>> {
  const rows = await tx.db
    .selectFrom('policy.decisions as d')
    .innerJoin('policy.facts as f', (join) =>
      join.onRef('f.district', '=', 'd.district').onRef('f.id', '=', 'd.fact_id'),
    )
    .selectAll('d')
    .select(['f.subject_id', 'f.version'])
    .where('d.district', '=', tx.district)
    .where('d.group_id', '=', groupId)
    .where('d.scheme', '=', scheme)
    .orderBy('f.version')
    .orderBy('d.id')
    .execute()
  const chains = new Map<string, KeptDecision[]>()
  for (const row of rows) chains.set(row.subject_id, [...(chains.get(row.subject_id) ?? []), decisionOf(row)])
  return chains
}

/** The decision of a scheme on one recorded fact that no other follows; undefined where it has given none. */
export async function findHeadOnFact(tx: Tx, factId: string, scheme: string): Promise<KeptDecision | undefined> {
  const row = await decisions(tx)
    .where('fact_id', '=', factId)
    .where('scheme', '=', scheme)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && decisionOf(row)
}

/** The ids of every decision on one recorded fact, the oldest first. */
export async function listDecisionsOnFact(tx: Tx, factId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('policy.decisions')
    .select('id')
    .where('district', '=', tx.district)
    .where('fact_id', '=', factId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The schemes under which somebody of a group was decided anew. */
export async function listSchemesDecidedAnew(tx: Tx, groupId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('policy.decisions')
    .select('scheme')
    .distinct()
    .where('district', '=', tx.district)
    .where('group_id', '=', groupId)
    .where('follows_id', 'is not', null)
    .orderBy('scheme')
    .execute()
  return rows.map(({ scheme }) => scheme)
}

/** Decisions by one version of a scheme that no other follows, the oldest first. */
export async function listHeadsOfVersions(
  tx: Tx,
  scheme: string,
  versions: readonly string[],
  limit: number,
): Promise<KeptDecision[]> {
  if (versions.length === 0) return []
  const rows = await tx.db
    .selectFrom('policy.decisions as d')
    .innerJoin('policy.facts as f', (join) =>
      join.onRef('f.district', '=', 'd.district').onRef('f.id', '=', 'd.fact_id'),
    )
    .selectAll('d')
    .where('d.district', '=', tx.district)
    .where('d.scheme', '=', scheme)
    .where('d.scheme_version', 'in', [...versions])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('policy.decisions as n')
            .select('n.id')
            .whereRef('n.district', '=', 'd.district')
            .where('n.district', '=', tx.district)
            .whereRef('n.follows_id', '=', 'd.id'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('policy.facts as g')
            .select('g.id')
            .whereRef('g.district', '=', 'f.district')
            .where('g.district', '=', tx.district)
            .whereRef('g.kind', '=', 'f.kind')
            .whereRef('g.subject_id', '=', 'f.subject_id')
            .whereRef('g.version', '>', 'f.version'),
        ),
      ),
    )
    .orderBy('d.id')
    .limit(limit)
    .execute()
  return rows.map(decisionOf)
}

/** A pack or a county's parameters as they were kept. */
export async function findDocument(tx: Tx, sha256: Buffer): Promise<unknown> {
  const row = await tx.db
    .selectFrom('policy.documents')
    .select('document')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.document
}

function decisionOf(row: Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number]): KeptDecision {
  return {
    id: row.id,
    factId: row.fact_id,
    personId: row.person_id,
    groupId: row.group_id,
    scheme: row.scheme,
    schemeVersion: row.scheme_version,
    packSha256: row.pack_sha256,
    cause: row.cause as Cause,
    followsId: row.follows_id,
    facts: row.facts,
    answer: row.answer as KeptDecision['answer'],
    valueFen: row.value_fen,
    subtractedFen: row.subtracted_fen,
    effectiveFen: row.effective_fen,
    trace: row.trace,
    contentSha256: row.content_sha256,
    businessAt: row.business_at,
  }
}

/** Keeps a pack or a county's parameters under the hash of their content, if they are not kept yet. */
export async function keepDocument(
  db: Pick<Db, 'insertInto'>,
  document: {
    sha256: Buffer
    kind: 'pack' | 'parameters'
    region: string
    name: string
    version: string
    document: unknown
  },
): Promise<void> {
  await db
    .insertInto('policy.documents')
    .values({ ...document, document: JSON.stringify(document.document) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}
