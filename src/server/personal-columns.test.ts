import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { PERSONAL } from './house.ts'

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

type Column = { name: string; type: string }

async function columns(): Promise<Column[]> {
  const { rows } = await owner.query<Column>(`
    select n.nspname || '.' || c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
    join pg_namespace n on n.oid = c.relnamespace
    where a.attnum > 0 and not a.attisdropped and n.nspname not in ('information_schema', 'public') and n.nspname not like 'pg\\_%'
    order by 1`)
  return rows
}

/** Whatever can hold words or bytes; and by name what tells of somebody in other types. */
const COULD_TELL = /^(text|bytea|json|character|xml|inet|cidr|tsvector)/
const NAMED_SO = /\.(birth|born|age|sex|phone|identity|address|name|bank|lat|lon|photo|face)[a-z_]*$/
const isAnId = ({ name, type }: Column) => type === 'uuid' || name.endsWith('_id')

const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`
const declared = new Set([...PERSONAL.columns.map(nameOf), ...PERSONAL.impersonal])

it('knows of every column that could tell of somebody, why it is kept and until when, or that it tells of nobody', async () => {
  const all = await columns()
  const open = all.filter((column) => COULD_TELL.test(column.type) || (NAMED_SO.test(column.name) && !isAnId(column)))
  // To mend: an entry in the room's personal.ts: of a person (purpose, kept until, who sees it), or of nobody.
  expect(open.filter(({ name }) => !declared.has(name)).map(({ name }) => name)).toEqual([])
  const there = new Set(all.map(({ name }) => name))
  expect([...declared].filter((name) => !there.has(name))).toEqual([])
  expect(PERSONAL.columns.length).toBeGreaterThan(100)
})

it('calls no column impersonal whose name says otherwise', () => {
  const telling = /\.(\w*_)?(masked\w*|\w*_masked|phone|identity\w*|account_tail|holder_name|payee_name|birth_date)$/
  // The county's own offices: their telephones are printed on every public page.
  const offices = ['reference.districts.supervision_phone', 'reference.districts.consultation_phone']
  expect(PERSONAL.impersonal.filter((name) => telling.test(name) && !offices.includes(name))).toEqual([])
})

it('lists every column of sealed values as sealed, by its bytes: what is not listed is not written anew', async () => {
  const sealed = new Set(PERSONAL.columns.filter(({ sensitivity }) => sensitivity === 'sealed').map(nameOf))
  const sealedLike = (await columns()).filter(
    ({ name, type }) => type === 'bytea' && /(_sealed|\.sealed_\w+|_cipher|_encrypted)$/.test(name),
  )
  expect(sealedLike.map(({ name }) => name).toSorted()).toEqual([...sealed].toSorted())
  // The one function that writes a cipher anew takes these names only.
  for (const name of sealed) expect(name).toMatch(/(\.sealed_bytes|_sealed)$/)
})

it('keeps no look-up of a person as if it were in clear', () => {
  const hashes = PERSONAL.columns.filter(({ column }) => /_(lookup|hash)$/.test(column))
  expect(hashes.filter(({ sensitivity }) => sensitivity !== 'keyed').map(nameOf)).toEqual([])
})
