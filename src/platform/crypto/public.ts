export { type KeyRing, keyRingAt, liveRingAt, newKeyRing, type RingSource, withNewKey, withoutKey } from './keys.ts'
export { newSigner, type Signer, signerAt } from './signing.ts'
export { placeOf, type RingKey, sha256, type Vault, vaultOf } from './seal.ts'
export { rewriteSecretFile, secretFileAt } from './secret-file.ts'
