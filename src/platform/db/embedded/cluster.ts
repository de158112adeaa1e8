import { appendFile, chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Account, run } from './account.ts'
import { type Binaries, programOf } from './binaries.ts'
import { EmbeddedServerError } from './refusal.ts'
import { SETTINGS_FILE } from './settings.ts'
import { refusals } from './words.ts'

type Wanted = {
  readonly binaries: Binaries
  readonly dataDirectory: string
  readonly account: Account
  readonly superuserPassword: string
  readonly durable: boolean
}

/** Makes the data directory unless it is there. It appears whole or not at all: made beside, then renamed. */
export async function ensureCluster(wanted: Wanted): Promise<void> {
  const { dataDirectory, binaries } = wanted
  const found = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === binaries.major) return
  if (found) throw new EmbeddedServerError(refusals.otherVersion(dataDirectory, found, binaries.major))
  await removeHalfMade(dataDirectory)
  const half = `${dataDirectory}.new-${process.pid}`
  try {
    await initialise(wanted, half)
    await rename(half, dataDirectory)
    await flushDirectory(dirname(dataDirectory))
  } catch (error) {
    if (error instanceof EmbeddedServerError) throw error
    throw new EmbeddedServerError(refusals.notInitialised(dataDirectory), (error as Error).message, error)
  } finally {
    await removeHalfMade(dataDirectory)
  }
}

async function initialise(wanted: Wanted, half: string): Promise<void> {
  const { binaries, account, dataDirectory, durable } = wanted
  const passwordFile = `${half}.key`
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordFile, `${wanted.superuserPassword}\n`, { mode: 0o600 })
  if (account) await Promise.all([half, passwordFile].map((path) => chown(path, account.uid, account.gid)))
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sign = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const sync = durable ? [] : ['--no-sync']
  const args = [`--pgdata=${half}`, ...sign, ...locale, ...sync, '--data-checksums', '--no-instructions']
  const outcome = await run(programOf(binaries, 'initdb'), args, account)
  if (outcome.code !== 0) throw new EmbeddedServerError(refusals.notInitialised(dataDirectory), outcome.output)
  await appendFile(join(half, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`)
}

/** What a process left that was killed while it made the directory. */
async function removeHalfMade(dataDirectory: string): Promise<void> {
  const names = await readdir(dirname(dataDirectory))
  const halves = names.filter((name) => name.startsWith(`${basename(dataDirectory)}.new-`))
  // An initdb whose starter was killed may still be writing.
  const options = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }
  await Promise.all(halves.map((name) => rm(join(dirname(dataDirectory), name), options)))
}

async function flushDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  await handle.sync()
  await handle.close()
}
