import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { EmbeddedServer } from '../embedded.ts'
import { type Account, run } from './account.ts'
import { archiveSetting, type Backup, type BackedUpFile, isLeftOut } from './backup-rules.ts'
import { BackupSession } from './backup-store.ts'
import { backupWords as words } from './backup-words.ts'
import { canLiveIn, isDirectory } from './place.ts'
import { EmbeddedServerError } from './refusal.ts'
import { rememberedPort, writeSettings } from './settings.ts'

const ARCHIVED_WITHIN_MS = 30_000

export const walFolderOf = (folder: string) => join(folder, 'wal')

/**
 * A base backup of a running built-in server into `folder`, while it is being used; from then on the server also puts
 * its log there, so that every moment since can be restored. Appears whole or not at all.
 */
export async function backUp(server: EmbeddedServer, folder: string): Promise<Backup> {
  const to = resolve(folder)
  if (process.platform === 'win32') throw new EmbeddedServerError(words.notHere)
  if (`${to}/`.startsWith(`${server.dataDirectory}/`)) throw new EmbeddedServerError(words.insideData(to))
  const session = await BackupSession.open(server.superuserUrl('postgres'))
  try {
    const { archives, majorVersion, systemIdentifier } = await session.about()
    if (!archives) throw new EmbeddedServerError(words.restartFirst)
    const before = await listBackups(to)
    if (before.some((backup) => backup.systemIdentifier !== systemIdentifier))
      throw new EmbeddedServerError(words.anothersBackups(to))
    await makeFolder(to, server.account)
    await archiveInto(server, session, to)
    const half = join(to, `.half-${process.pid}`)
    await rm(half, { recursive: true, force: true })
    await mkdir(join(half, 'data'), { recursive: true, mode: 0o700 })
    try {
      const { startedAt, firstWal } = await session.start()
      const copied = await copyData(server.dataDirectory, join(half, 'data'))
      // Everything at once: a thousand small files flushed one by one take a minute.
      await run('/bin/sh', ['-c', 'sync'], undefined)
      const { stoppedAt, label, tablespaces } = await session.stop()
      if (tablespaces.trim() !== '') throw new EmbeddedServerError(words.tablespaces)
      await writeFile(join(half, 'data', 'backup_label'), label, { mode: 0o600, flush: true })
      const name = `base-${stoppedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`
      const backup: Backup = {
        name,
        majorVersion,
        systemIdentifier,
        firstWal,
        startedAt: startedAt.toISOString(),
        stoppedAt: stoppedAt.toISOString(),
        ...copied,
        files: [...copied.files, fileOf('backup_label', Buffer.from(label))],
      }
      await writeFile(join(half, 'backup.json'), JSON.stringify(backup, null, 1), { mode: 0o600, flush: true })
      await rename(half, join(to, name))
      return backup
    } finally {
      await rm(half, { recursive: true, force: true })
    }
  } finally {
    await session.end()
  }
}

/** Every base backup of a folder that is complete. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(
    names
      .filter((name) => name.startsWith('base-'))
      .map((name) => readFile(join(folder, name, 'backup.json'), 'utf8').catch(() => undefined)),
  )
  return texts.filter((text) => text !== undefined).map((text) => JSON.parse(text) as Backup)
}

/** Others may pass through to the log's folder, which is the server's own; the base backups are ours alone. */
async function makeFolder(folder: string, account: Account): Promise<void> {
  const wal = walFolderOf(folder)
  await mkdir(folder, { recursive: true, mode: 0o711 })
  await mkdir(wal, { recursive: true, mode: 0o700 })
  if (!account) return
  await chmod(folder, 0o711)
  await chown(wal, account.uid, account.gid)
  const probe = await run('/bin/sh', ['-c', 'cd "$1" && : > .probe && rm .probe', 'sh', wal], account)
  if (probe.code !== 0 || !(await canLiveIn(dirname(wal), account)))
    throw new EmbeddedServerError(words.unreachable(wal))
}

/** From now on the server's log goes into the folder; waits until the first part is there. */
async function archiveInto(server: EmbeddedServer, session: BackupSession, folder: string): Promise<void> {
  const { dataDirectory, account } = server
  const port = (await rememberedPort(dataDirectory)) ?? server.port
  const durable = await session.isDurable()
  await writeSettings(dataDirectory, { port, durable, archive: archiveSetting(walFolderOf(folder)) }, account)
  await session.reload()
  const until = Date.now() + ARCHIVED_WITHIN_MS
  const before = new Set(await readdir(walFolderOf(folder)))
  const arrived = async () =>
    (await readdir(walFolderOf(folder))).some((name) => name.endsWith('.gz') && !before.has(name))
  while (!(await arrived())) {
    await session.finishPart()
    for (let n = 0; n < 20 && !(await arrived()); n += 1) await pause(50)
    if (Date.now() > until) throw new EmbeddedServerError(words.notArchived(folder, await session.lastFailure()))
  }
}

async function copyData(from: string, to: string): Promise<Pick<Backup, 'directories' | 'files'>> {
  const directories: string[] = []
  const files: BackedUpFile[] = []
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(from, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (isLeftOut(path)) continue
      if (entry.isDirectory()) {
        directories.push(path)
        await mkdir(join(to, path), { mode: 0o700 })
        await walk(path)
      } else if (entry.isFile()) {
        const copied = await copyFile(join(from, path), join(to, path))
        if (copied) files.push({ path, ...copied })
      }
    }
  }
  await walk('')
  return { directories, files }
}

/** Copied and hashed in one go; undefined where it vanished meanwhile, which the log makes good. */
export async function copyFile(from: string, to: string): Promise<{ size: number; sha256: string } | undefined> {
  const hash = createHash('sha256')
  let size = 0
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(createReadStream(from), watch, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || (await stat(from).catch(() => undefined))) throw error
    await rm(to, { force: true })
    return undefined
  }
  return { size, sha256: hash.digest('hex') }
}

function fileOf(path: string, bytes: Buffer): BackedUpFile {
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Whether two paths lie on one disk: a backup beside its data is lost with it. */
export async function isOnSameDisk(one: string, other: string): Promise<boolean> {
  return (await isDirectory(one)) && (await isDirectory(other)) && (await stat(one)).dev === (await stat(other)).dev
}

/** A directory's entries are on the disk. */
export async function flushed(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  await handle.sync()
  await handle.close()
}
