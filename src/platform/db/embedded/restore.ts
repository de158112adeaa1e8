import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { makeWritable, siteOf } from '../embedded.ts'
import { type Account, run } from './account.ts'
import { copyFile, flushed, listBackups, walFolderOf } from './backup.ts'
import { type Backup, chooseBackup, restoreSetting } from './backup-rules.ts'
import { backupWords as words } from './backup-words.ts'
import { type Binaries, programOf, usableBinaries } from './binaries.ts'
import { withLock } from './lock.ts'
import { asLine, type Note } from './notes.ts'
import { isDirectory, placeForPrograms } from './place.ts'
import { logTail, readPidFile, startServer, stopServer } from './postmaster.ts'
import { isServerOf } from './processes.ts'
import { EmbeddedServerError } from './refusal.ts'
import { anyFreePort, writeSettings } from './settings.ts'

export type Restored = { readonly dataDirectory: string; readonly backup: Backup; readonly notes: readonly string[] }

/**
 * Restores the built-in server's data from `folder` into the empty place of `dataDir`, to `until` or to the end of the
 * archived log. Checked file by file against what the backup says. The data appears whole or not at all.
 */
export async function restoreBackup(options: { dataDir: string; folder: string; until?: Date }): Promise<Restored> {
  if (process.platform === 'win32') throw new EmbeddedServerError(words.notHere)
  const { until } = options
  const [home, folder] = [resolve(options.dataDir), resolve(options.folder)]
  const chosen = chooseBackup(folder, await listBackups(folder), until)
  if (!chosen.ok) throw new EmbeddedServerError(chosen.sentence)
  const { backup } = chosen
  if (await isDirectory(home)) throw new EmbeddedServerError(words.notEmpty(home))
  await makeWritable(dirname(home))
  return await withLock(`${home}.lock`, async () => {
    const notes: string[] = []
    const note: Note = (sentence) => notes.push(asLine(sentence))
    const { account, dataDirectory, keys } = await siteOf({ home, port: undefined, durable: true }, note)
    if (await isDirectory(dataDirectory)) throw new EmbeddedServerError(words.notEmpty(dataDirectory))
    const copyTo = async (programs: string) => (account ? await placeForPrograms(programs) : dirname(home))
    const binaries = await usableBinaries(account, copyTo, note)
    if (binaries.major !== backup.majorVersion)
      throw new EmbeddedServerError(words.otherVersion(backup.majorVersion, binaries.major))
    // The name under which a half-made data directory is cleared away at the next start.
    const half = `${dataDirectory}.new-restore-${process.pid}`
    const wal = `${half}-wal`
    try {
      await copyBack(join(folder, backup.name), backup, half)
      await copyLog(walFolderOf(folder), backup.firstWal, wal)
      await Promise.all([half, wal].map((path) => giveTo(path, account)))
      await recover({ binaries, half, wal, account, until, note })
      await newPassword(binaries, half, account, keys.superuser)
      await rename(half, dataDirectory)
      await flushed(dirname(dataDirectory))
      return { dataDirectory, backup, notes }
    } finally {
      await rm(half, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
      await rm(wal, { recursive: true, force: true })
    }
  })
}

/** Every file as it was when it was backed up, or none. */
async function copyBack(from: string, backup: Backup, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  for (const path of backup.directories) await mkdir(join(to, path), { mode: 0o700 })
  for (const { path, size, sha256 } of backup.files) {
    const copied = await copyFile(join(from, 'data', path), join(to, path))
    if (copied?.size !== size || copied.sha256 !== sha256) throw new EmbeddedServerError(words.damaged(path))
  }
  await mkdir(join(to, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
}

const PART = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})\.gz$/

/** The parts of the log from the backup's first on, without a gap and each of them whole. */
async function copyLog(from: string, firstWal: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  const names = (await readdir(from).catch(() => [])).filter((name) => name.endsWith('.gz')).sort()
  let expected: string | undefined = `${firstWal}.gz`
  for (const name of names) {
    const [, timeline] = PART.exec(name) ?? []
    if (timeline !== undefined) {
      if (timeline !== firstWal.slice(0, 8) || name < `${firstWal}.gz`) continue
      if (name !== expected) throw new EmbeddedServerError(words.damaged(join('wal', expected)))
      expected = nextPart(name)
    }
    await unpackable(join(from, name))
    await copyFile(join(from, name), join(to, name))
  }
  if (expected === `${firstWal}.gz`) throw new EmbeddedServerError(words.damaged(join('wal', expected)))
}

/** The part after this one: 256 to a log of 4 GB. */
function nextPart(name: string): string {
  const [, timeline = '', log = '', part = ''] = PART.exec(name)!
  const at = parseInt(log, 16) * 256 + parseInt(part, 16) + 1
  const hex = (n: number) => n.toString(16).toUpperCase().padStart(8, '0')
  return `${timeline}${hex(Math.floor(at / 256))}${hex(at % 256)}.gz`
}

async function unpackable(path: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), createGunzip(), new Writable({ write: (_chunk, _encoding, done) => done() }))
  } catch {
    throw new EmbeddedServerError(words.damaged(path))
  }
}

async function giveTo(path: string, account: Account): Promise<void> {
  await chmod(path, 0o700)
  if (!account) return
  await chown(path, account.uid, account.gid)
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid)
}

type Recovery = {
  readonly binaries: Binaries
  readonly half: string
  readonly wal: string
  readonly account: Account
  readonly until: Date | undefined
  readonly note: Note
}

/** The server replays its log on a port nobody knows, answering nobody, and is stopped again. */
async function recover({ binaries, half, wal, account, until, note }: Recovery): Promise<void> {
  const port = await anyFreePort()
  const replay = async (target: readonly string[]) => {
    const more = [
      `restore_command = ${restoreSetting(wal)}`,
      "recovery_target_timeline = 'current'",
      "recovery_target_action = 'promote'",
      'hot_standby = off',
      'archive_mode = off',
      ...target,
    ]
    await writeSettings(half, { port, durable: true, more }, account)
    const outcome = await startServer(binaries, half, account)
    return outcome.started ? await untilReplayed(half) : outcome
  }
  await writeFile(join(half, 'recovery.signal'), '')
  await giveTo(half, account)
  let outcome = await replay(
    until ? [`recovery_target_time = '${until.toISOString().replace('T', ' ').replace('Z', '+00')}'`] : [],
  )
  if (!outcome.started && until && outcome.output.includes('recovery ended before configured recovery target')) {
    // Nothing of it is later than the moment asked for: all there is may be taken.
    outcome = await replay([])
    const last = /last completed transaction was at log time (\S+ \S+)/.exec(await logTail(half))?.[1] ?? ''
    note(words.endedBefore(until, last.replace(/\.\d+$/, '')))
  }
  if (!outcome.started) throw new EmbeddedServerError(words.notRecovered, outcome.output)
  await stopServer(half)
  await writeSettings(half, { port, durable: true }, account)
}

/** A server that replays its log counts as started; it is ready when it has its own timeline. It takes as long as it takes. */
async function untilReplayed(half: string): Promise<{ started: true } | { started: false; output: string }> {
  for (;;) {
    const pid = (await readPidFile(half))?.pid
    if (pid === undefined || !isServerOf(pid, half)) return { started: false, output: await logTail(half) }
    const lines = (await readFile(join(half, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    if (lines[7]?.trim() === 'ready') return { started: true }
    await pause(100)
  }
}

/** The superuser's password as it is kept here: the backup holds none that is known. */
async function newPassword(binaries: Binaries, half: string, account: Account, password: string): Promise<void> {
  const args = ['--single', '-D', half, 'postgres']
  const statement = `alter role postgres password '${password.replaceAll("'", "''")}'\n`
  const outcome = await run(programOf(binaries, 'postgres'), args, account, statement)
  if (outcome.code !== 0 || /ERROR|FATAL/.test(outcome.output))
    throw new EmbeddedServerError(words.notRecovered, outcome.output)
}
