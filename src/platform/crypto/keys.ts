import { randomBytes } from 'node:crypto'
import { secretFileAt } from './secret-file.ts'

/** Keys by id. `current` seals; every key still opens what it sealed. `lookup` makes keyed hashes, one purpose at a time. */
export type KeyRing = {
  readonly current: string
  readonly seal: Readonly<Record<string, Buffer>>
  readonly lookup: Buffer
}

type KeyFile = { current: string; seal: Record<string, string>; lookup: string }

function parse(text: string): KeyRing {
  const file = JSON.parse(text) as KeyFile
  const seal = Object.fromEntries(Object.entries(file.seal).map(([id, key]) => [id, Buffer.from(key, 'base64')]))
  const lookup = Buffer.from(file.lookup, 'base64')
  if (!seal[file.current] || [...Object.values(seal), lookup].some((key) => key.length !== 32)) {
    throw new Error('The key file must hold 32-byte keys and name its current one.')
  }
  return { current: file.current, seal, lookup }
}

/** A fresh ring, for a new installation or a test. */
export function newKeyFile(): string {
  const key = () => randomBytes(32).toString('base64')
  return JSON.stringify({ current: 'k1', seal: { k1: key() }, lookup: key() } satisfies KeyFile, null, 2)
}

export function newKeyRing(): KeyRing {
  return parse(newKeyFile())
}

/** Reads the ring from its file, outside the database; makes one, readable by its owner only, on the very first start. */
export function keyRingAt(path: string): KeyRing {
  return parse(secretFileAt(path, newKeyFile))
}
