import { sql } from 'kysely'
import { type BulkRows, readInBulk, type Tx } from '../../../platform/db/public.ts'
import { isRekeyed, type Sealed } from './declared.ts'

/**
 * Now, and the moment before which every transaction of this database that can still write has begun: a row told of
 * earlier is committed or will never be. Null while a session is in a transaction whose start we may not see; then
 * nothing settles, and rows are only looked for over a longer time. Read once, before the rows. Nothing settles
 * before it is `marginSeconds` old, since a session tells others a little later that it has begun.
 */
export async function readHorizon(tx: Tx, marginSeconds: number): Promise<{ now: Date; settled: string | null }> {
  const { rows } = await sql<{ now: Date; settled: string | null }>`
    with others as (
      select a.pid, a.xact_start, coalesce(a.state, 'disabled') = 'disabled' as is_hidden
      from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
    )
    select date_trunc('milliseconds', clock_timestamp()) as now,
      case when exists (
          select 1 from others o where o.is_hidden and exists (
            select 1 from pg_locks l where l.pid = o.pid and l.locktype = 'virtualxid' and l.granted))
        or exists (select 1 from pg_prepared_xacts p where p.database = current_database())
      then null
      else (least(clock_timestamp(), (select min(xact_start) from others)) - make_interval(secs => ${marginSeconds}))::text end as settled`.execute(
    tx.db,
  )
  return rows[0]!
}

/** How values are written, whatever the session's own settings: the text that is hashed must not depend on them. */
export async function writeValuesPlainly(tx: Tx): Promise<void> {
  await sql
    .raw(
      "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex'; set local extra_float_digits = 1",
    )
    .execute(tx.db)
}

/** A table of millions of rows is read in one statement, for as long as it takes. */
export async function readWithoutHurry(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx.db)
}

/** A sealed table as it is read: its key, and the columns a leaf is the hash of. */
export type Source = Sealed & {
  readonly key: readonly string[]
  /** What the key is, where it is one column. */
  readonly keyType: string | null
  readonly form: number
  readonly columns: readonly string[]
}

const named = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const tableOf = (table: string) => table.split('.').map(named).join('.')

type Shape = { readonly columns: string[]; readonly key: string[]; readonly keyTypes: string[] }

/** The columns and keys of these tables as they are today; a table that is not there is absent. */
async function shapesOf(tx: Tx, tables: readonly string[]): Promise<Map<string, Shape>> {
  const { rows } = await sql<Shape & { table: string }>`
    select n.nspname || '.' || c.relname as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select array_agg(a.attname::text order by k.nth) from pg_index i
        cross join lateral unnest(i.indkey) with ordinality as k(attnum, nth)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select array_agg(format_type(a.atttypid, null) order by k.nth) from pg_index i
        cross join lateral unnest(i.indkey) with ordinality as k(attnum, nth)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as "keyTypes"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname || '.' || c.relname = any(${[...tables]})`.execute(tx.db)
  return new Map(rows.map(({ table, ...shape }) => [table, shape]))
}

/** The columns of the key but the district, and what it is where that is one. */
function keyOf({ key, keyTypes }: Shape): Pick<Source, 'key' | 'keyType'> {
  const own = key.map((column, at) => ({ column, type: keyTypes[at]! })).filter(({ column }) => column !== 'district')
  return { key: own.map(({ column }) => column), keyType: own.length === 1 ? own[0]!.type : null }
}

export async function listForms(tx: Tx): Promise<Map<string, Map<number, string[]>>> {
  const rows = await tx.db
    .selectFrom('record.sealed_forms')
    .select(['source', 'form', 'columns'])
    .where('district', '=', tx.district)
    .orderBy('form')
    .execute()
  const forms = new Map<string, Map<number, string[]>>()
  for (const { source, form, columns } of rows)
    forms.set(source, (forms.get(source) ?? new Map<number, string[]>()).set(form, columns))
  return forms
}

/** The tables as they are to be sealed now; one that has other columns than at its last form is given the next. */
export async function takeSources(tx: Tx, sealed: readonly Sealed[]): Promise<Source[]> {
  const shapes = await shapesOf(
    tx,
    sealed.map(({ table }) => table),
  )
  const forms = await listForms(tx)
  const sources: Source[] = []
  for (const each of sealed) {
    const shape = shapes.get(each.table)
    if (!shape) throw new Error(`There is no table ${each.table} to seal.`)
    const columns = shape.columns.filter((column) => !Object.hasOwn(each.apart, column) && !isRekeyed(column))
    const known = [...(forms.get(each.table) ?? [])].at(-1)
    const isKnown = known?.[1].join() === columns.join()
    const form = isKnown ? known[0] : (known?.[0] ?? 0) + 1
    if (!isKnown)
      await tx.db
        .insertInto('record.sealed_forms')
        .values({ district: tx.district, source: each.table, form, columns })
        .execute()
    sources.push({ ...each, ...keyOf(shape), form, columns })
  }
  return sources
}

const keyText = (key: readonly string[]) =>
  key.length === 1
    ? `t.${named(key[0]!)}::text`
    : `concat_ws('.', ${key.map((each) => `t.${named(each)}::text`).join(', ')})`

/** The text a leaf is the hash of: a JSON array of the table's name, the form, and each column as the database writes it. */
const contentText = (table: string, form: number, columns: readonly string[]) =>
  `json_build_array(${[quoted(table), String(form), ...columns.map((each) => `t.${named(each)}::text`)].join(', ')})::text`

export type UnsealedRow = { readonly key: string; readonly told: string; readonly hash: Buffer }

/** A place among the rows of a source: the moment, and the key among those of that moment. */
type Place = { readonly told: string; readonly key: string }

type HashOf = (content: Buffer) => Buffer

/** Rows of a source by the moment they are told of, from a moment or after a place, oldest first. */
async function listRows(
  tx: Tx,
  source: Source,
  after: { readonly from: string } | Place,
  limit: number,
  hashOf: HashOf,
): Promise<UnsealedRow[]> {
  const { table, form, columns, toldIn } = source
  const [told, key] = [`t.${named(toldIn)}`, keyText(source.key)]
  const later =
    'from' in after
      ? `${told} >= ${quoted(after.from)}::timestamptz`
      : `${told} >= ${quoted(after.told)}::timestamptz and (${told}, ${key} collate "C") > (${quoted(after.told)}::timestamptz, ${quoted(after.key)})`
  const listed: UnsealedRow[] = []
  const query = `select ${key}, ${told}::text, ${contentText(table, form, columns)}
    from ${tableOf(table)} t where t.district = ${tx.district} and ${later}
    order by ${told}, ${key} collate "C" limit ${limit}`
  for await (const rows of readInBulk(tx, query))
    while (rows.next()) listed.push({ key: rows.text(0)!, told: rows.text(1)!, hash: hashOf(rows.bytes(2)!) })
  return listed
}

/** Which of these rows have a leaf. By the keys themselves: never a join whose plan depends on what is known of the tables. */
async function listSealedKeys(tx: Tx, source: string, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ row_key: string }>`
    select row_key from record.leaves
    where district = ${tx.district} and source = ${source} and row_key = any(${[...keys]}::text[])`.execute(tx.db)
  return new Set(rows.map((row) => row.row_key))
}

/** Rows of a source told of since `from` that have no leaf yet, oldest first, each with the hash of what a leaf says of it. */
export async function listUnsealed(
  tx: Tx,
  source: Source,
  from: string,
  limit: number,
  hashOf: HashOf,
): Promise<UnsealedRow[]> {
  const unsealed: UnsealedRow[] = []
  for (let after: { from: string } | Place = { from }; ; ) {
    const rows = await listRows(tx, source, after, limit, hashOf)
    if (rows.length > 0) {
      const keys = rows.map((row) => row.key)
      const sealed = await listSealedKeys(tx, source.table, keys)
      for (const row of rows) if (!sealed.has(row.key)) unsealed.push(row)
    }
    if (unsealed.length >= limit) return unsealed.slice(0, limit)
    if (rows.length < limit) return unsealed
    after = rows.at(-1)!
  }
}

/** Sealed rows as they read now, by key, in the form their leaves have; one that is gone is absent. */
export async function readContents(
  tx: Tx,
  source: Source,
  form: { readonly form: number; readonly columns: readonly string[] },
  keys: readonly string[],
): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  const [only, ...others] = source.key
  // A key of one column is looked up as what it is, by its index; several are one text.
  const has = (asked: string) =>
    only !== undefined && others.length === 0 && source.keyType
      ? `t.${named(only)} = any(${asked}::text[]::${source.keyType}[])`
      : `${keyText(source.key)} = any(${asked}::text[])`
  for (const some of inPortions(keys)) {
    const asked = `array[${some.map(quoted).join(', ')}]`
    const { rows } = await sql
      .raw<{ key: string; content: string }>(
        `select ${keyText(source.key)} as key, ${contentText(source.table, form.form, form.columns)} as content
         from ${tableOf(source.table)} t where t.district = ${tx.district} and ${has(asked)}`,
      )
      .execute(tx.db)
    for (const { key, content } of rows) contents.set(key, content)
  }
  return contents
}

const KEYS_AT_ONCE = 1_000

/** So many keys as one statement asks about. */
export function inPortions(keys: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(keys.length / KEYS_AT_ONCE) }, (_none, nth) =>
    keys.slice(nth * KEYS_AT_ONCE, (nth + 1) * KEYS_AT_ONCE),
  )
}

/** Rows of a source, each beside its leaf, walked one after another: either may be missing. */
export class RowsBesideLeaves {
  private readonly rows: BulkRows

  constructor(rows: BulkRows) {
    this.rows = rows
  }

  next = () => this.rows.next()

  get key(): string {
    return this.rows.text(0)!
  }

  /** Of the leaf. */
  get hash(): Buffer | null {
    return this.rows.bytes(1)
  }

  /** The row as it reads now in its leaf's form; none where it is gone or its columns are. */
  get content(): Buffer | null {
    return this.rows.bytes(2)
  }

  get isGone(): boolean {
    return this.rows.isTrue(3)
  }

  /** Told of before what is settled: such a row must have a leaf. */
  get isDue(): boolean {
    return this.rows.isTrue(4)
  }

  /** Where the row is walked to. */
  get trail(): { kind: string; id: string } | null {
    const [kind, id] = [this.rows.text(5), this.rows.text(6)]
    return kind && id ? { kind, id } : null
  }

  /** How the row reads since it was emptied when its years were over, where it was and its leaf was that. */
  get emptied(): Buffer | null {
    return this.rows.bytes(7)
  }
}

/** Every row of a source beside its leaf, in no order. Reads rows in every form that their leaves have. */
export async function* everyRowBesideItsLeaf(
  tx: Tx,
  source: Source,
  forms: ReadonlyMap<number, readonly string[]>,
  settled: string,
): AsyncGenerator<RowsBesideLeaves> {
  const { table, toldIn, trail } = source
  const contents = [...forms].map(
    ([form, columns]) => `when l.form = ${form} then ${contentText(table, form, columns)}`,
  )
  const told = `t.${named(toldIn)}`
  const kind = trail === null ? 'null' : 'kind' in trail ? quoted(trail.kind) : `t.${named(trail.kindIn)}::text`
  const query = `
    select coalesce(l.row_key, t.key), l.leaf_hash,
      case when t.district is null then null ${contents.join(' ')} end,
      t.district is null, coalesce(${told} < ${quoted(settled)}::timestamptz, false),
      ${kind}, ${trail === null ? 'null' : `t.${named(trail.by)}::text`}, gone.leaf_after
    from (select row_key, form, leaf_hash from record.leaves
          where district = ${tx.district} and source = ${quoted(table)}) l
    full join (select t.*, ${keyText(source.key)} as key from ${tableOf(table)} t where t.district = ${tx.district}) t
      on t.key = l.row_key
    left join (select row_key, leaf_before, leaf_after from record.emptied_rows
          where district = ${tx.district} and source = ${quoted(table)}) gone
      on gone.row_key = l.row_key and gone.leaf_before = l.leaf_hash`
  for await (const rows of readInBulk(tx, query)) yield new RowsBesideLeaves(rows)
}

/** The tables as they are, in the forms known, without making a new one: for who only compares. */
export async function readSources(
  tx: Tx,
  sealed: readonly Sealed[],
): Promise<(Source & { forms: Map<number, string[]> })[]> {
  const shapes = await shapesOf(
    tx,
    sealed.map(({ table }) => table),
  )
  const forms = await listForms(tx)
  return sealed.flatMap((each) => {
    const shape = shapes.get(each.table)
    if (!shape) return []
    const readable = [...(forms.get(each.table) ?? [])].filter(([, columns]) =>
      columns.every((column) => shape.columns.includes(column)),
    )
    const columns = shape.columns.filter((column) => !Object.hasOwn(each.apart, column) && !isRekeyed(column))
    return [{ ...each, ...keyOf(shape), form: readable.at(-1)?.[0] ?? 0, columns, forms: new Map(readable) }]
  })
}
