import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { compile, type Program } from '../../src/kernel/policy/deciding/compile.ts'
import { contentHash } from '../../src/kernel/policy/decisions/content-hash.ts'
import { decisionOn } from '../../src/kernel/funds/deciding/decision.ts'
import type { Facts } from '../../src/kernel/policy/facts/facts.ts'
import { newId } from '../../src/kernel/values/public.ts'
import { casesOf, DICTIONARY, factsOf, GROUPS, PACK } from './scheme.ts'

const A_CLASS = 40
const AT = new Date('2022-12-31T02:00:00Z')

/** A line of COPY's text form. */
const lineOf = (fields: readonly (string | number | null)[]) =>
  `${fields.map((field) => (field === null ? '\\N' : String(field).replaceAll('\\', '\\\\'))).join('\t')}\n`

const ACCOUNT = newId()
const PROVIDERS = Array.from({ length: 30 }, () => newId())

/** A year's cases as they are kept: who they are about, what was recorded, what was decided from what and how it came about. */
export async function plantCases(superuserUrl: string, district: number, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  // What they hang together with elsewhere is not part of this.
  await client.query('set session_replication_role = replica')
  const program = compile(PACK, { dictionary: DICTIONARY })
  const sha256 = contentHash(PACK)
  await client.query(
    `insert into policy.documents (sha256, kind, region, name, version, document) values (decode($1, 'hex'), 'pack', $2, $3, $4, $5)`,
    [sha256, PACK.region, PACK.scheme, PACK.version, JSON.stringify(PACK)],
  )
  const scheme = { pack: program.pack, sha256, program, onUnavailable: () => 'note' as const }
  const into = (table: string, columns: string) => client.query(copyFrom(`copy ${table} (${columns}) from stdin`))
  const A_TURN = 5_000
  let group = newId()
  let at = 0
  const nothing = { people: '', facts: '', decisions: '' }
  let turn = { ...nothing }
  const put = async ({ people, facts, decisions }: typeof nothing) => {
    const streams = [
      [
        'people.persons',
        'district, id, name, identity_sealed, identity_lookup, identity_masked, sex, birth_date',
        people,
      ],
      [
        'policy.facts',
        'district, id, kind, subject_id, version, person_id, group_id, occurred_on, body, source_kind, source_id',
        facts,
      ],
      [
        'policy.decisions',
        'district, id, fact_id, person_id, group_id, scheme, scheme_version, pack_sha256, cause, facts, answer, value_fen, subtracted_fen, effective_fen, trace, content_sha256, business_at',
        decisions,
      ],
    ] as const
    for (const [table, columns, text] of streams) {
      const stream = into(table, columns)
      stream.end(text)
      await finished(stream)
    }
  }
  // The database writes one turn while the next is made.
  let behind = Promise.resolve()
  const flush = async () => {
    const full = turn
    turn = { ...nothing }
    await behind
    behind = put(full)
  }
  for (const each of casesOf(count)) {
    if (at % A_CLASS === 0) group = newId()
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor((at / count) * 365))).toISOString().slice(0, 10)
    const personId = newId()
    const born = 2022 - Math.max(16, each.age)
    turn.people += lineOf([
      district,
      personId,
      `某${at}`,
      '\\x00',
      `\\x${personId.replaceAll('-', '')}`,
      '339901********0000',
      at % 2 ? 'M' : 'F',
      `${born}-06-01`,
    ])
    const body = {
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
      organisationId: PROVIDERS[Math.floor(at / A_CLASS) % 30]!,
      groupKind: 'class',
      groupTitle: `第${Math.floor(at / A_CLASS)}期`,
      during: { from: day, to: day },
      payee: 'person',
      position: (at % A_CLASS) + 1,
      groupCode: GROUPS[each.group]!,
      hands: [
        { personId: ACCOUNT, duty: 'class.file' },
        { personId: ACCOUNT, duty: 'class.review' },
      ],
      occupationId: String(each.occupation),
      level: 'L4_INTERMEDIATE',
      bankAccountId: personId,
    }
    const fact = {
      id: newId(),
      kind: 'training.completed',
      subjectId: newId(),
      version: 1,
      personId,
      groupId: group,
      occurredOn: day,
      body,
      source: { kind: 'muster', id: group },
    }
    const decision = decisionOn(fact, scheme, factsOf(each), { now: AT, cause: 'original', followsId: null })
    turn.facts += lineOf([
      district,
      fact.id,
      fact.kind,
      fact.subjectId,
      1,
      personId,
      group,
      day,
      JSON.stringify(body),
      'muster',
      group,
    ])
    turn.decisions += lineOf([
      district,
      decision.id,
      fact.id,
      personId,
      group,
      PACK.scheme,
      PACK.version,
      `\\x${sha256}`,
      'original',
      JSON.stringify(decision.facts),
      decision.answer,
      String(decision.valueFen),
      String(decision.subtractedFen),
      String(decision.effectiveFen),
      JSON.stringify(decision.trace),
      `\\x${decision.contentSha256.toString('hex')}`,
      AT.toISOString(),
    ])
    at += 1
    if (at % A_TURN === 0) await flush()
  }
  await flush()
  await behind
  for (const table of ['people.persons', 'policy.facts', 'policy.decisions'])
    await client.query(`vacuum analyze ${table}`)
  await client.end()
}

type Owner = pg.Client

/** The peer: a query a case, deciding it alone, and a row inserted for it. */
export async function byHandRowByRow(owner: Owner, district: number, program: Program, count: number): Promise<number> {
  await owner.query('create temp table by_hand (fact_id uuid, kind text, fen bigint, reasons jsonb)')
  const { rows } = await owner.query<{ id: string }>(
    'select id from policy.facts where district = $1 order by occurred_on, id limit $2',
    [district, count],
  )
  const from = performance.now()
  for (const { id } of rows) {
    const found = await owner.query<{ facts: { facts: Facts } }>(
      'select facts from policy.decisions where district = $1 and fact_id = $2 order by id desc limit 1',
      [district, id],
    )
    const answer = program.decide(found.rows[0]!.facts.facts)
    const reasons = answer.kind === 'ineligible' ? answer.reasons.map((reason) => reason.id) : []
    await owner.query('insert into by_hand values ($1, $2, $3, $4)', [
      id,
      answer.kind,
      answer.kind === 'eligible' ? String(answer.effectiveFen) : '0',
      JSON.stringify(reasons),
    ])
  }
  return count / ((performance.now() - from) / 1000)
}

/** The limit of reading: every snapshot as COPY writes it, in no order, and nobody looks at it. */
export async function copiedOut(owner: Owner, district: number): Promise<{ perSecond: number; bytesEach: number }> {
  const from = performance.now()
  let bytes = 0
  for await (const chunk of owner.query(
    copyTo(`copy (select fact_id, facts from policy.decisions where district = ${district}) to stdout`),
  ))
    bytes += (chunk as Buffer).length
  const seconds = (performance.now() - from) / 1000
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from policy.decisions')
  return { perSecond: rows[0]!.count / seconds, bytesEach: bytes / rows[0]!.count }
}

/** The limit of writing: the blocks of a trial inserted once more, as they are. */
export async function written(owner: Owner, trialId: string): Promise<number> {
  await owner.query('create temp table written (like funds.trial_blocks)')
  const { rows } = await owner.query<{ cases: number } & Record<string, unknown>>(
    'select cases, ids, keys, amounts, marks from funds.trial_blocks where trial_id = $1 order by nth',
    [trialId],
  )
  const from = performance.now()
  for (const { cases, ids, keys, amounts, marks } of rows)
    await owner.query(
      'insert into written (district, id, trial_id, nth, cases, ids, keys, amounts, marks) values (0, $1, $1, 1, $2, $3, $4, $5, $6)',
      [trialId, cases, ids, keys, amounts, marks],
    )
  return rows.reduce((sum, { cases }) => sum + cases, 0) / ((performance.now() - from) / 1000)
}

/** How much of a trial is stored for each case. */
export async function storedBytes(owner: Owner, trialId: string): Promise<number> {
  const { rows } = await owner.query<{ bytes: number }>(
    `select (sum(length(ids) + length(keys) + length(amounts) + length(marks)) / sum(cases)::float8) as bytes
     from funds.trial_blocks where trial_id = $1`,
    [trialId],
  )
  return rows[0]!.bytes
}
