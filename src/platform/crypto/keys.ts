import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { secretFileAt } from './secret-file.ts'

/** Keys by id. `current` seals; every key still opens what it sealed. `lookup` makes keyed hashes, one purpose at a time. */
export type KeyRing = {
  readonly current: string
  readonly seal: Readonly<Record<string, Buffer>>
  readonly lookup: Buffer
  /** Since when each key is on the ring (ISO); of the first one that is not kept. */
  readonly since?: Readonly<Record<string, string>>
}

/** A ring that may change while the process runs: another command adds a key. */
export type RingSource = {
  now(): KeyRing
  /** Read anew, whatever was known: somebody met a key that is not on the ring. */
  again(): KeyRing
}

type KeyFile = { current: string; seal: Record<string, string>; lookup: string; since?: Record<string, string> }

function parse(text: string): KeyRing {
  const file = JSON.parse(text) as KeyFile
  const seal = Object.fromEntries(Object.entries(file.seal).map(([id, key]) => [id, Buffer.from(key, 'base64')]))
  const lookup = Buffer.from(file.lookup, 'base64')
  if (!seal[file.current] || [...Object.values(seal), lookup].some((key) => key.length !== 32)) {
    throw new Error('The key file must hold 32-byte keys and name its current one.')
  }
  return { current: file.current, seal, lookup, since: file.since ?? {} }
}

const newKey = () => randomBytes(32).toString('base64')

export function newKeyFile(): string {
  return JSON.stringify({ current: 'k1', seal: { k1: newKey() }, lookup: newKey() } satisfies KeyFile, null, 2)
}

export function newKeyRing(): KeyRing {
  return parse(newKeyFile())
}

/** Reads the ring from its file, outside the database; makes one, readable by its owner only, on the very first start. */
export function keyRingAt(path: string): KeyRing {
  return parse(secretFileAt(path, newKeyFile))
}

const LOOKED_AT_EVERY_MS = 1000

/** The ring of a file, looked at again when the file is another: every process of the installation seals with one key. */
export function liveRingAt(path: string): RingSource {
  let known = keyRingAt(path)
  let version = versionOf(path)
  let lookedAt = Date.now()
  const look = () => {
    lookedAt = Date.now()
    const found = versionOf(path)
    // A file that is away for a moment changes nothing: what was read still seals and opens.
    if (found === undefined || found === version) return known
    known = parse(readFileSync(path, 'utf8'))
    version = found
    return known
  }
  return { now: () => (Date.now() - lookedAt < LOOKED_AT_EVERY_MS ? known : look()), again: look }
}

function versionOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && `${stat.ino} ${stat.mtimeMs} ${stat.size}`
}

/** The text of the key file with one more seal key, which is the current one from now on. Every other stays. */
export function withNewKey(text: string, now: Date): { text: string; id: string } {
  parse(text)
  const file = JSON.parse(text) as KeyFile
  const highest = Math.max(0, ...Object.keys(file.seal).map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0)))
  const id = `k${highest + 1}`
  const next: KeyFile = {
    ...file,
    current: id,
    seal: { ...file.seal, [id]: newKey() },
    since: { ...file.since, [id]: now.toISOString() },
  }
  return { text: JSON.stringify(next, null, 2), id }
}

/** The text of the key file without a key. The current one cannot go, nor one that is not there. */
export function withoutKey(text: string, id: string): string {
  const file = JSON.parse(text) as KeyFile
  if (!Object.hasOwn(file.seal, id)) throw new Error(`There is no key ${id} on the ring.`)
  if (file.current === id) throw new Error(`The key ${id} is the current one.`)
  const without = (of: Record<string, string>) => Object.fromEntries(Object.entries(of).filter(([key]) => key !== id))
  return JSON.stringify({ ...file, seal: without(file.seal), since: without(file.since ?? {}) }, null, 2)
}
