import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, mustBecome, serverAccount } from './embedded/account.ts'
import { type Binaries, usableBinaries } from './embedded/binaries.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { type Keys, readKeys } from './embedded/keys.ts'
import { withLock } from './embedded/lock.ts'
import { asLine, type Note } from './embedded/notes.ts'
import { findPlace, placeForPrograms } from './embedded/place.ts'
import { awaitAnswer, readPidFile, retirePidFile, startServer, stopServer } from './embedded/postmaster.ts'
import { EmbeddedServerError } from './embedded/refusal.ts'
import { anyFreePort, isFree, rememberedArchive, rememberedPort, writeSettings } from './embedded/settings.ts'
import { refusals, remarks } from './embedded/words.ts'
import { OWNER, type RolePasswords } from './roles.ts'

export { EmbeddedServerError }

export type EmbeddedServer = {
  readonly host: string
  readonly port: number
  /** For `prepareDatabase`, which creates the three roles with these and the database. */
  readonly passwords: RolePasswords
  ownerUrl(database: string): string
  superuserUrl(database: string): string
  /** Where the data really is: not always `dataDir`, see `notes`. */
  readonly dataDirectory: string
  /** The user it runs as; undefined means ourselves. */
  readonly account: Account
  /** False: attached to a server that was already running. */
  readonly started: boolean
  stop(): Promise<void>
  readonly notes: readonly string[]
}

type Wanted = { readonly home: string; readonly port: number | undefined; readonly durable: boolean }
type Site = Wanted & { readonly dataDirectory: string; readonly account: Account; readonly keys: Keys }

const HOST = '127.0.0.1'

/**
 * The built-in PostgreSQL of `dataDir`: made, started or attached to, whatever is needed. It runs detached and outlives
 * this process until `stop`. Without `durable` a power cut loses data: for tests only.
 */
export async function ensureEmbeddedServer(options: {
  dataDir: string
  port?: number
  durable?: boolean
}): Promise<EmbeddedServer> {
  const home = resolve(options.dataDir)
  const lock = `${home}.lock`
  await makeWritable(dirname(home))
  return await withLock(lock, async () => {
    const notes: string[] = []
    const note: Note = (sentence) => notes.push(asLine(sentence))
    const site = await siteOf({ home, port: options.port, durable: options.durable ?? true }, note)
    const attached = await attach(site, note)
    const port = attached ?? (await start(site, note))
    return {
      host: HOST,
      port,
      passwords: site.keys.passwords,
      ownerUrl: (database) => url(OWNER, site.keys.passwords.owner, port, database),
      superuserUrl: (database) => superuserUrl(site, port, database),
      dataDirectory: site.dataDirectory,
      account: site.account,
      started: attached === undefined,
      stop: () => withLock(lock, () => stopServer(site.dataDirectory)),
      notes,
    }
  })
}

/** Where the server of this data directory lives, and as whom; its passwords are made where there are none. */
export async function siteOf(wanted: Wanted, note: Note): Promise<Site> {
  const known = await readKeys(wanted.home)
  const owner = await stat(wanted.home).catch(() => undefined)
  const account = serverAccount(owner)
  const me = process.getuid?.()
  if (owner && me && owner.uid !== me) throw new EmbeddedServerError(refusals.anothersData(wanted.home, owner.uid))
  await mustBecome(account)
  const { dataDirectory, keys } = await findPlace(wanted.home, known, account, note)
  return { ...wanted, dataDirectory, account, keys }
}

/** The port of the server which already runs on this data, undefined when none does. */
async function attach(site: Site, note: Note): Promise<number | undefined> {
  const { dataDirectory } = site
  const pidFile = await readPidFile(dataDirectory)
  if (!pidFile) return undefined
  const answer = await awaitAnswer(dataDirectory, pidFile.pid, (port) => superuserUrl(site, port, 'postgres'))
  if (answer) {
    if (site.durable && !answer.durable) throw new EmbeddedServerError(refusals.undurable(dataDirectory))
    return (await readPidFile(dataDirectory))?.port
  }
  const left = await readPidFile(dataDirectory)
  if (left) {
    await retirePidFile(dataDirectory, left.pid)
    note(remarks.recovered(left.pid))
  }
  return undefined
}

async function start(site: Site, note: Note): Promise<number> {
  const { account, dataDirectory, durable } = site
  const copyTo = async (programs: string) => (account ? await placeForPrograms(programs) : dirname(site.home))
  const binaries = await usableBinaries(account, copyTo, note)
  await ensureCluster({ binaries, dataDirectory, account, durable, superuserPassword: site.keys.superuser })
  const wished = site.port ?? (await rememberedPort(dataDirectory))
  const port = await startOnFreePort(site, binaries, wished)
  if (wished && port !== wished) note(remarks.otherPort(wished, port))
  return port
}

async function startOnFreePort(site: Site, binaries: Binaries, wished: number | undefined): Promise<number> {
  const { account, dataDirectory, durable } = site
  let port = wished && (await isFree(wished)) ? wished : await anyFreePort()
  for (let attempt = 1; ; attempt += 1) {
    await writeSettings(dataDirectory, { port, durable, archive: await rememberedArchive(dataDirectory) }, account)
    const outcome = await startServer(binaries, dataDirectory, account)
    if (outcome.started) break
    const portTaken = /could not bind|address already in use/i.test(outcome.output)
    // A killed server's last sessions take a moment to notice.
    const orphansLeft = /pre-existing shared memory block|lock file .* already exists/i.test(outcome.output)
    if (attempt === 10 || (!portTaken && !orphansLeft)) {
      throw new EmbeddedServerError(refusals.notStarted(dataDirectory), outcome.output)
    }
    if (portTaken) port = await anyFreePort()
    else await pause(1000)
  }
  const pid = (await readPidFile(dataDirectory))?.pid ?? 0
  const proof = await awaitAnswer(dataDirectory, pid, (at) => superuserUrl(site, at, 'postgres'))
  if (!proof) throw new EmbeddedServerError(refusals.notStarted(dataDirectory))
  return port
}

export async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.W_OK)
  } catch (error) {
    throw new EmbeddedServerError(refusals.notWritable(directory), (error as Error).message, error)
  }
}

const superuserUrl = (site: Site, port: number, database: string) =>
  url('postgres', site.keys.superuser, port, database)

const url = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@${HOST}:${port}/${encodeURIComponent(database)}`
