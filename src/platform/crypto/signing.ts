import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { secretFileAt } from './secret-file.ts'

/** Signs with the current key (Ed25519); older keys still prove what they signed. */
export type Signer = {
  readonly keyId: string
  sign(text: string): Buffer
  /** By the public key of that name; a name that is not on the ring proves nothing. */
  proves(keyId: string, text: string, signature: Uint8Array): 'good' | 'bad' | 'unknown-key'
  /** A public key (SPKI, base64), for those outside. */
  publicKeyOf(keyId: string): string | undefined
}

/** `current` signs; of former keys the public half stays. Base64 of PKCS #8 and of SPKI. */
type SigningKeys = {
  readonly current: string
  readonly private: string
  readonly public: Readonly<Record<string, string>>
}

/** A key is named by the hash of its public half: it cannot be exchanged under its name. */
const nameOf = (spki: Buffer) => createHash('sha256').update(spki).digest('hex').slice(0, 16)

function freshKeys(): SigningKeys {
  const pair = generateKeyPairSync('ed25519')
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
  const name = nameOf(spki)
  return {
    current: name,
    private: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    public: { [name]: spki.toString('base64') },
  }
}

function signerOf(keys: SigningKeys): Signer {
  const spki = (name: string) => Buffer.from(keys.public[name] ?? '', 'base64')
  for (const name of Object.keys(keys.public))
    if (nameOf(spki(name)) !== name) throw new Error(`The signing key ${name} is not the one of that name.`)
  const key = createPrivateKey({ key: Buffer.from(keys.private, 'base64'), format: 'der', type: 'pkcs8' })
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' })
  if (nameOf(own) !== keys.current) throw new Error('The file of signing keys names another key as its current one.')
  return {
    keyId: keys.current,
    publicKeyOf: (keyId) => (Object.hasOwn(keys.public, keyId) ? keys.public[keyId] : undefined),
    sign: (text) => sign(null, Buffer.from(text), key),
    proves(keyId, text, signature) {
      if (!Object.hasOwn(keys.public, keyId)) return 'unknown-key'
      const by = createPublicKey({ key: spki(keyId), format: 'der', type: 'spki' })
      return verify(null, Buffer.from(text), by, signature) ? 'good' : 'bad'
    },
  }
}

/** A signer whose key is nowhere else, for a test. */
export function newSigner(): Signer {
  return signerOf(freshKeys())
}

/** Reads the keys from their file, outside the database; makes them, readable by their owner only, on the very first start. */
export function signerAt(path: string): Signer {
  return signerOf(JSON.parse(secretFileAt(path, () => JSON.stringify(freshKeys(), null, 2))) as SigningKeys)
}
