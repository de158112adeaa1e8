import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../kernel/values/public.ts'

type Column = { readonly name: string; readonly type: string; readonly allowed: string | null }

/** What must be told of a table's row where the catalogue does not: rules over several columns. */
const TOLD: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'people.bank_accounts': { account_tail: '1234' },
  'people.correction_requests': {
    item: 'other',
    file_id: newId(),
    file_name: 'a.png',
    media_type: 'image/png',
    size_bytes: 1,
  },
  'people.insured_employers': { uscc: '91331102MA2A0D3H1L' },
  'integrity.case_evidence': {
    kind: 'file',
    file_id: newId(),
    file_name: 'a.png',
    media_type: 'image/png',
    size_bytes: 1,
    file_sha256: Buffer.alloc(32),
  },
  'integrity.findings': { subject_kind: 'class' },
  'funds.recoveries': { received_fen: 0 },
  'policy.draft_revisions': { revision: 1 },
  'policy.scheme_proposals': { revision: 1 },
  'policy.decisions': {
    cause: 'original',
    follows_id: null,
    answer: 'not-eligible',
    value_fen: 0,
    subtracted_fen: 0,
    effective_fen: 0,
  },
  'funds.trials': {
    after_named: JSON.stringify({
      scheme: 'a.b',
      version: '2022-01',
      title: { zh: '政策', en: 'Scheme' },
      reasons: {},
    }),
    status: 'asked',
    from_on: '2022-01-01',
    to_on: '2022-12-31',
  },
  'funds.redecisions': { cause: 'appeal', manual: null, about_kind: null, about_id: null },
  'funds.history_sources': { covers_from: '2021-01-01', covers_to: '2021-12-31' },
  'funds.province_lists': { unavailable: '[]' },
  'funds.reconciliations': { scheme: 'liandu.ui-training-subsidy' },
  'funds.reconciliation_lines': { scheme: 'liandu.ui-training-subsidy' },
  'record.scans': { title: 'made up' },
  'training.sessions': { start_minute: 510, end_minute: 690 },
}

/**
 * A row of a table that nothing has been played into: made up from the catalogue, its references to rows that are there
 * where there are some. It stands for the real thing where only the question "whose is it" is asked.
 */
export async function givenRow(
  owner: pg.Client,
  table: string,
  district: number,
  over: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const given: Record<string, unknown> = { district, ...TOLD[table], ...over }
  for (const column of await columnsOf(owner, table)) {
    if (Object.hasOwn(given, column.name)) continue
    given[column.name] = (await referred(owner, table, column.name, district)) ?? madeUp(column)
  }
  const names = Object.keys(given)
  await owner.query("set session_replication_role = 'replica'")
  try {
    await owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(given),
    )
  } finally {
    await owner.query("set session_replication_role = 'origin'")
  }
}

/** The columns that must be given, each with the check it stands under alone. */
async function columnsOf(owner: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       (select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as allowed
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and d.adnum is null
     order by a.attnum`,
    [table],
  )
  return rows
}

/** A row that a foreign key of this column may name: the first, and of the persons one who has no account, so that whoever asks meets what somebody else has proposed. */
async function referred(owner: pg.Client, table: string, column: string, district: number): Promise<unknown> {
  const { rows } = await owner.query<{ target: string; theirs: string }>(
    `select c.confrelid::regclass::text as target, f.attname as theirs
     from pg_constraint c
     cross join lateral unnest(c.conkey, c.confkey) as k (mine, theirs)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.mine and a.attname = $2
     join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.theirs
     where c.contype = 'f' and c.conrelid = $1::regclass and a.attname <> 'district'`,
    [table, column],
  )
  const [key] = rows
  if (!key) return undefined
  const hasDistrict = await owner.query(
    "select 1 from pg_attribute where attrelid = $1::regclass and attname = 'district'",
    [key.target],
  )
  const rules = hasDistrict.rowCount ? [`district = ${district}`] : []
  if (key.target === 'people.persons') rules.push('id not in (select person_id from access.accounts)')
  const where = rules.length > 0 ? `where ${rules.join(' and ')}` : ''
  const found = await owner.query<{ value: unknown }>(
    `select ${key.theirs} as value from ${key.target} ${where} order by 1 limit 1`,
  )
  return found.rows[0]?.value
}

function madeUp({ name, type, allowed }: Column): unknown {
  const listed = /ANY \(ARRAY\['([^']+)'/.exec(allowed ?? '')?.[1]
  if (type === 'uuid') return newId()
  if (type === 'text') return listed ?? `made up, ${name} ${newId().slice(-6)}`
  if (type === 'bytea') return randomBytes(32)
  if (type === 'jsonb') return '{"zh":"x","en":"x"}'
  if (type === 'boolean') return false
  if (type === 'date') return '2022-03-28'
  if (type.startsWith('timestamp')) return new Date('2022-03-28T01:00:00Z')
  if (type.endsWith('[]')) return ['x']
  return 1
}
