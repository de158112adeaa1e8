import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedServer, ensureEmbeddedServer } from '../embedded.ts'
import { backUp, listBackups } from './backup.ts'
import { restoreBackup } from './restore.ts'

let folder = ''
let dataDir = ''
let backups = ''
let server: EmbeddedServer
const places = new Set<string>()

const start = async () => {
  server = await ensureEmbeddedServer({ dataDir })
  places.add(server.dataDirectory)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanjiang-backup-'))
  await chmod(folder, 0o755)
  dataDir = join(folder, 'data', 'pg')
  backups = join(folder, "another 'disk' 100%")
  await start()
}, 60_000)
afterAll(async () => {
  await server.stop()
  for (const place of places)
    if (dirname(place).startsWith('/var/lib/shanjiang-')) await rm(dirname(place), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

async function ask(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}

const write = (from: number, to: number) =>
  ask(`insert into payments select n, 'to ' || n from generate_series($1::int, $2::int) n`, [from, to])
const rows = async () => (await ask('select n from payments order by n')).map(({ n }) => n)
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
const now = async () => (await ask('select clock_timestamp() as now'))[0]!.now as Date

/** A minute passes: the part of the log that is being written is closed and archived. */
async function aMinutePasses(): Promise<void> {
  const [{ part }] = (await ask('select pg_walfile_name(pg_current_wal_lsn()) as part')) as [{ part: string }]
  await ask('select pg_switch_wal()')
  while (!(await readdir(join(backups, 'wal'))).includes(`${part}.gz`)) await pause(50)
}

/** Machine, disk and all: what was not backed up is gone. */
async function destroy(): Promise<void> {
  await server.stop()
  await rm(server.dataDirectory, { recursive: true, force: true })
  await rm(`${dataDir}.secrets.json`, { force: true })
}

describe('a backup of the built-in database', () => {
  let moment: Date
  let atBackup: Date

  it('is made while the county works, and keeps the log from then on', { timeout: 60_000 }, async () => {
    await ask('create table payments (n int primary key, what text not null)')
    await write(1, 1000)
    let writing = true
    let last = 1000
    const work = (async () => {
      while (writing) {
        last += 1
        await write(last, last)
      }
    })()
    const backup = await backUp(server, backups).finally(async () => {
      writing = false
      await work
    })
    atBackup = new Date(backup.stoppedAt)
    expect(backup.files.length).toBeGreaterThan(500)
    expect(backup.files.some(({ path }) => /^(pg_wal|log)\/|postmaster/.test(path))).toBe(false)
    await write(last + 1, last + 500)
    await pause(1_100)
    moment = await now()
    await pause(50)
    await ask(`update payments set what = 'to a thief'`)
    await ask('delete from payments where n <= 10')
    await aMinutePasses()
    await writeFile(join(folder, 'expected.json'), JSON.stringify(last + 500))
  })

  it('holds neither the passwords of the database nor, being of the database only, the keys of the vault', async () => {
    const secrets = JSON.parse(await readFile(`${dataDir}.secrets.json`, 'utf8')) as { superuser: string }
    const [backup] = await listBackups(backups)
    for (const { path } of backup!.files) {
      const bytes = await readFile(join(backups, backup!.name, 'data', path))
      expect(bytes.includes(secrets.superuser)).toBe(false)
    }
    expect(backup!.files.some(({ path }) => /keys|secrets/.test(path))).toBe(false)
  })

  it('goes only into an empty place', async () => {
    await expect(restoreBackup({ dataDir, folder: backups })).rejects.toThrow(/已有数据,不会覆盖/)
  })

  it('brings back exactly the rows of a moment, without the old passwords', { timeout: 60_000 }, async () => {
    const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as number
    await destroy()
    const restored = await restoreBackup({ dataDir, folder: backups, until: moment })
    places.add(restored.dataDirectory)
    await start()
    expect(await rows()).toEqual(upTo(expected))
    expect(await ask(`select count(*)::int as n from payments where what = 'to a thief'`)).toEqual([{ n: 0 }])
    await write(expected + 1, expected + 1)
  })

  it('brings back everything that was archived where no moment is named, and says so where the log ends earlier', {
    timeout: 60_000,
  }, async () => {
    await destroy()
    await restoreBackup({ dataDir, folder: backups })
    await start()
    expect((await rows()).slice(0, 2)).toEqual([11, 12])
    await destroy()
    const { notes } = await restoreBackup({ dataDir, folder: backups, until: new Date(Date.now() + 3_600_000) })
    expect(notes.join()).toMatch(/之前就结束了;已恢复到最后一笔\(20\d\d-/)
    await start()
    expect((await rows()).slice(0, 2)).toEqual([11, 12])
  })

  it('refuses a moment before it was complete, and a folder that holds none', async () => {
    await destroy()
    await expect(restoreBackup({ dataDir, folder: backups, until: atBackup })).rejects.toThrow(/最早只能恢复到 20/)
    await expect(restoreBackup({ dataDir, folder })).rejects.toThrow(/没有完整的备份/)
  })

  it('leaves nothing behind when a file of it is damaged or a part of the log is missing, and names it', {
    timeout: 60_000,
  }, async () => {
    const [backup] = await listBackups(backups)
    const victim = backup!.files.find(({ path }) => path.startsWith('base/'))!.path
    const path = join(backups, backup!.name, 'data', victim)
    const whole = await readFile(path)
    await appendFile(path, 'x')
    await expect(restoreBackup({ dataDir, folder: backups })).rejects.toThrow(victim)
    await writeFile(path, whole)
    const part = join(backups, 'wal', `${backup!.firstWal}.gz`)
    const packed = await readFile(part)
    await writeFile(part, packed.subarray(0, packed.length / 2))
    await expect(restoreBackup({ dataDir, folder: backups })).rejects.toThrow(backup!.firstWal)
    await rm(part)
    await expect(restoreBackup({ dataDir, folder: backups })).rejects.toThrow(backup!.firstWal)
    await writeFile(part, packed)
    expect((await readdir(dirname(server.dataDirectory))).filter((name) => name.includes('.new-'))).toEqual([])
    await restoreBackup({ dataDir, folder: backups })
    await start()
    expect((await rows())[0]).toBe(11)
  })
})
