import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from './keys.ts'

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
}

const VERSION = 1

export function vaultOf(keys: KeyRing): Vault {
  const keyOf = (id: string) => {
    const key = keys.seal[id]
    if (!key) throw new Error(`Sealed with key ${id}, which is not on the ring.`)
    return key
  }
  const open = (place: string, sealed: Uint8Array) => {
    const bytes = Buffer.from(sealed)
    if (bytes[0] !== VERSION) throw new Error(`Sealed in version ${bytes[0]}, which is not known.`)
    const idEnd = 2 + (bytes[1] ?? 0)
    const key = keyOf(bytes.subarray(2, idEnd).toString('utf8'))
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(idEnd, idEnd + 12))
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(idEnd + 12, idEnd + 28))
    return Buffer.concat([decipher.update(bytes.subarray(idEnd + 28)), decipher.final()])
  }
  return {
    seal(place, clear) {
      const id = Buffer.from(keys.current)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(keys.current), nonce)
      cipher.setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(clear), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION, id.length]), id, nonce, cipher.getAuthTag(), body])
    },
    open,
    openText: (place, sealed) => open(place, sealed).toString('utf8'),
    lookup: (purpose, clear) => createHmac('sha256', keys.lookup).update(`${purpose}\n${clear}`).digest(),
  }
}

/** SHA-256, for content that is not secret. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
