import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing, RingSource } from './keys.ts'

/**
 * Seals personal data. One interface, so that a profile of Chinese commercial cryptography can stand beside this
 * international one (AES-256-GCM, HMAC-SHA-256) without a caller noticing.
 */
export type Vault = {
  /** Sealed bytes: version, key id, nonce, tag, ciphertext. `place` (table.column and row id) is authenticated, so a value moved elsewhere does not open. */
  seal(place: string, clear: string | Uint8Array): Buffer
  open(place: string, sealed: Uint8Array): Buffer
  openText(place: string, sealed: Uint8Array): string
  /** A keyed hash for looking a value up; one purpose (column) cannot be joined with another. */
  lookup(purpose: string, clear: string): Buffer
  /** The keys there are, as they are told to people: never the keys themselves. */
  keys(): readonly RingKey[]
  /** The same value under the current key; undefined where it is under that already. */
  resealed(place: string, sealed: Uint8Array): Buffer | undefined
}

export type RingKey = { readonly id: string; readonly isCurrent: boolean; readonly since: string | null }

/** Where a sealed value stands, as it is authenticated. `column` with schema and table. */
export const placeOf = (column: string, district: number, id: string): string => `${column}:${district}:${id}`

const VERSION = 1

/** The id of the key under which a value is sealed. */
function keyIdOf(bytes: Buffer): string {
  if (bytes[0] !== VERSION) throw new Error(`Sealed in version ${bytes[0]}, which is not known.`)
  return bytes.subarray(2, 2 + (bytes[1] ?? 0)).toString('utf8')
}

export function vaultOf(keys: KeyRing | RingSource): Vault {
  const source: RingSource = 'now' in keys ? keys : { now: () => keys, again: () => keys }
  const keyOf = (id: string) => {
    const key = source.now().seal[id] ?? source.again().seal[id]
    if (!key) throw new Error(`Sealed with key ${id}, which is not on the ring.`)
    return key
  }
  const seal = (place: string, clear: string | Uint8Array) => {
    const ring = source.now()
    const id = Buffer.from(ring.current)
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', ring.seal[ring.current]!, nonce)
    cipher.setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(clear), cipher.final()])
    return Buffer.concat([Buffer.from([VERSION, id.length]), id, nonce, cipher.getAuthTag(), body])
  }
  const open = (place: string, sealed: Uint8Array) => {
    const bytes = Buffer.from(sealed)
    const key = keyOf(keyIdOf(bytes))
    const idEnd = 2 + (bytes[1] ?? 0)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(idEnd, idEnd + 12))
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(idEnd + 12, idEnd + 28))
    return Buffer.concat([decipher.update(bytes.subarray(idEnd + 28)), decipher.final()])
  }
  return {
    seal,
    open,
    openText: (place, sealed) => open(place, sealed).toString('utf8'),
    lookup: (purpose, clear) => createHmac('sha256', source.now().lookup).update(`${purpose}\n${clear}`).digest(),
    keys() {
      const ring = source.now()
      return Object.keys(ring.seal).map((id) => ({
        id,
        isCurrent: id === ring.current,
        since: ring.since?.[id] ?? null,
      }))
    },
    resealed: (place, sealed) =>
      keyIdOf(Buffer.from(sealed)) === source.now().current ? undefined : seal(place, open(place, sealed)),
  }
}

/** SHA-256, for content that is not secret. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
