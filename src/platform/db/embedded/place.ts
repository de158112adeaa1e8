import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Account, run } from './account.ts'
import { type Keys, newKeys, readKeys, writeKeys } from './keys.ts'
import type { Note } from './notes.ts'
import { EmbeddedServerError } from './refusal.ts'
import { refusals, remarks } from './words.ts'

/** Where data goes when root's checkout is closed to the server's user; never the system's temporary directory. */
const BASES = ['/var/lib', '/srv', '/opt']

export type Place = { readonly dataDirectory: string; readonly keys: Keys }

/** The directory the server's data is in: `home` itself wherever the server's user can live there. */
export async function findPlace(home: string, known: Keys | undefined, account: Account, note: Note): Promise<Place> {
  const keys = known ?? newKeys()
  if (keys.place && account) return await knownPlace(home, keys.place, keys, note)
  const begun = await isDirectory(home)
  if (begun && !known) throw new EmbeddedServerError(refusals.keysLost(`${home}.secrets.json`, home))
  if (!known) await writeKeys(home, keys)
  if (!account || (await canLiveIn(dirname(home), account))) return { dataDirectory: home, keys }
  if (begun) throw new EmbeddedServerError(refusals.closedData(home, account.uid))
  return await newPlace(home, keys, note)
}

/** Where the programs installed at `directory` are copied for a user who cannot read them: once for all databases. */
export async function placeForPrograms(directory: string): Promise<string> {
  return await outside(`shanjiang-${shortHash(directory)}-programs`, directory)
}

/** A directory outside the checkout which the server's user can reach. Made when absent. */
async function outside(name: string, owner: string): Promise<string> {
  for (const base of BASES) {
    try {
      await makeOpen(join(base, name), owner)
      return join(base, name)
    } catch (error) {
      // Not every system lets root write to each of these; the next one is tried, and all are named in the end.
      if (!['EACCES', 'EROFS', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new EmbeddedServerError(refusals.nowhere(BASES))
}

async function newPlace(home: string, keys: Keys, note: Note): Promise<Place> {
  const place = await outside(`shanjiang-${shortHash(home)}-${keys.id}`, home)
  const earlier = await siblingsOf(place, home)
  if (earlier.length > 0) note(remarks.earlierData(earlier))
  const kept = { ...keys, place }
  await writeKeys(home, kept)
  note(remarks.dataElsewhere(home, place))
  return { dataDirectory: join(place, basename(home)), keys: kept }
}

async function knownPlace(home: string, place: string, keys: Keys, note: Note): Promise<Place> {
  const original = await readFile(join(place, 'home.txt'), 'utf8').catch(() => home)
  const claimed = original !== home && (await readKeys(original))?.id === keys.id
  if (claimed) {
    note(remarks.copiedCheckout(home, place))
    return await newPlace(home, newKeys(), note)
  }
  note(remarks.dataElsewhere(home, place))
  await makeOpen(place, home)
  return { dataDirectory: join(place, basename(home)), keys }
}

/** Tried out rather than computed: closed parents, foreign file systems and access lists all count. */
export async function canLiveIn(directory: string, account: NonNullable<Account>): Promise<boolean> {
  const probe = await mkdtemp(join(directory, '.probe-'))
  try {
    await chown(probe, account.uid, account.gid)
    const outcome = await run('/bin/sh', ['-c', 'cd "$1" && : > file', 'sh', probe], account)
    return outcome.code === 0
  } catch (error) {
    if (error instanceof EmbeddedServerError) throw error
    // The file system does not know owners.
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}

/** Passable for the server's user; home.txt says whose it is. */
async function makeOpen(place: string, home: string): Promise<void> {
  await mkdir(place, { recursive: true })
  await chmod(place, 0o755)
  await writeFile(join(place, 'home.txt'), home)
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

async function siblingsOf(place: string, home: string): Promise<string[]> {
  const prefix = basename(place).slice(0, -8)
  const names = await readdir(dirname(place))
  const others = names.filter((name) => name.startsWith(prefix) && name !== basename(place))
  const withData = await Promise.all(others.map((name) => isDirectory(join(dirname(place), name, basename(home)))))
  return others.filter((_, i) => withData[i]).map((name) => join(dirname(place), name))
}

export async function isDirectory(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
