/**
 * An employers' list of 100,000 insured staff, as CSV and as .xlsx: only read, and imported (checked, hashed, stored),
 * against what the disk and the database need at least. One run, one machine, one database; a process for each kind.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { importInsuredList } from '../src/kernel/people/public.ts'
import { insuredCsv, insuredLines, insuredWorkbook } from '../src/kernel/people/insured/testing.ts'
import { civilDate, newId } from '../src/kernel/values/public.ts'
import { newKeyRing, vaultOf } from '../src/platform/crypto/public.ts'
import { connect, inDistrict } from '../src/platform/db/public.ts'
import { streamRows } from '../src/platform/office/public.ts'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { copyBare, copyGuarded, dropForeignKey, dropLookupIndex, forgetLists, storedText } from './insured.store.ts'
import { megabytes, peakOfChildren, peakOfThisProcess } from './memory.ts'
import { bestOf, timed } from './timing.ts'

const COUNT = Number(process.env.ROWS ?? 100_000)
const EMPLOYERS = 5_000
const ROUNDS = 5
const LIANDU = 331102

const [mode, given] = process.argv.slice(2)
if (mode === 'make') await make(given!)
else if (mode === 'measure') await measure(given!)
else if (mode === 'once') await once(given!)
else await compare()

async function compare(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const folder = await mkdtemp(join(tmpdir(), 'shanjiang-bench-'))
  const self = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      fileURLToPath(import.meta.url),
      ...args,
    ])
    process.stdout.write(stdout)
  }
  try {
    console.log(
      `${COUNT.toLocaleString('en')} people at ${EMPLOYERS.toLocaleString('en')} employers, best of ${ROUNDS}`,
    )
    await self('make', folder)
    for (const path of ['list.csv', 'list.xlsx'].map((name) => join(folder, name))) {
      await self('measure', path)
      await self('once', path)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** In a process of its own, so that making a list counts for no memory. */
async function make(folder: string): Promise<void> {
  const lines = insuredLines(COUNT, EMPLOYERS)
  await writeFile(join(folder, 'list.csv'), insuredCsv(lines))
  await writeFile(join(folder, 'list.xlsx'), insuredWorkbook(lines))
}

function say(path: string, what: string, value: string): void {
  console.log(`${`${basename(path)}: ${what}`.padEnd(66)} ${value}`)
}

function ms(took: number): string {
  return `${took.toFixed(0).padStart(5)} ms`
}

async function givenDatabase() {
  const database = await freshDatabase()
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  const connection = connect(database.appUrl)
  const vault = vaultOf(newKeyRing())
  const importList = async (path: string) => {
    const bytes = await readFile(path)
    const { rowCount } = await inDistrict(connection.db, LIANDU, async (tx) =>
      importInsuredList(tx, vault, {
        bytes,
        fileName: basename(path),
        asOf: civilDate('2022-03-25'),
        source: '演示名单',
        actor: { accountId: newId(), personId: newId() },
        now: tx.now,
      }),
    )
    if (rowCount !== COUNT) throw new Error(`only ${rowCount} rows were stored`)
  }
  const close = async () => {
    await connection.close()
    await superuser.end()
    await database.drop()
  }
  return { superuser, importList, close }
}

async function onlyRead(path: string): Promise<void> {
  let cells = 0
  for await (const rows of streamRows(await readFile(path), { fileName: basename(path), maxRows: COUNT + 1 }))
    for (const row of rows) cells += row.cells.length
  if (cells < COUNT * 5) throw new Error(`only ${cells} cells were read`)
}

async function measure(path: string): Promise<void> {
  const { superuser, importList, close } = await givenDatabase()
  const read: number[] = []
  const stored: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    await forgetLists(superuser)
    // In turn, so that whatever else the machine does falls on both; the first round warms up and is not counted.
    const [reading, storing] = [await timed(() => onlyRead(path)), await timed(() => importList(path))]
    if (round > 0) read.push(reading)
    if (round > 0) stored.push(storing)
  }
  const [readMs, storedMs] = [Math.min(...read), Math.min(...stored)]
  const steady = await peak()
  const { rows, text } = await storedText(superuser)
  say(path, 'the file from disk', ms(await bestOf(ROUNDS, () => readFile(path))))
  say(path, 'only read (streamRows, cells counted)', ms(readMs))
  if (path.endsWith('.xlsx'))
    say(path, 'only read by exceljs, for comparison', ms(await bestOf(2, () => exceljsRead(path))))
  say(path, 'COPY of the same columns, no key, no log', ms(await bestOf(ROUNDS, () => copyBare(superuser, text))))
  const guarded = await bestOf(ROUNDS, () => copyGuarded(superuser, text))
  say(path, 'COPY into the table: key, index, foreign key', ms(guarded))
  await dropForeignKey(superuser)
  say(path, '  … without the foreign key', ms(await bestOf(ROUNDS, () => copyGuarded(superuser, text))))
  await dropLookupIndex(superuser)
  say(path, '  … nor the index of hashes', ms(await bestOf(ROUNDS, () => copyGuarded(superuser, text))))
  say(path, `imported: ${rows.toLocaleString('en')} rows checked, hashed, stored`, ms(storedMs))
  say(path, 'ratio imported / only read', `${(storedMs / readMs).toFixed(2)} (aim ≤ 2.00)`)
  say(path, 'ratio imported / (only read + COPY into the table)', (storedMs / (readMs + guarded)).toFixed(2))
  say(path, `memory after ${ROUNDS + 1} readings and ${ROUNDS + 1} imports`, steady)
  await close()
  process.exit(0)
}

/** One import and nothing before it. */
async function once(path: string): Promise<void> {
  const { importList, close } = await givenDatabase()
  const before = megabytes(peakOfThisProcess())
  await importList(path)
  say(path, 'memory of one import', `${await peak()} (aim < 400; ${before.toFixed(0)} before the first row)`)
  await close()
  process.exit(0)
}

async function peak(): Promise<string> {
  const [own, reader] = [megabytes(peakOfThisProcess()), megabytes(await peakOfChildren())]
  return `${own.toFixed(0)} + ${reader.toFixed(0)} (the reader's process) = ${(own + reader).toFixed(0)} MB`
}

async function exceljsRead(path: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  let cells = 0
  const book = new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache' })
  for await (const sheet of book) for await (const row of sheet) cells += row.actualCellCount
  if (cells < COUNT * 5) throw new Error(`only ${cells} cells were read`)
}
