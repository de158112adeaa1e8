export { type KeyRing, keyRingAt, newKeyRing } from './keys.ts'
export { newSigner, type Signer, signerAt } from './signing.ts'
export { sha256, type Vault, vaultOf } from './seal.ts'
export { secretFileAt } from './secret-file.ts'
