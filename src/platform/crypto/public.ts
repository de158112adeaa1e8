export { type KeyRing, keyRingAt, newKeyRing } from './keys.ts'
export { sha256, type Vault, vaultOf } from './seal.ts'
export { secretFileAt } from './secret-file.ts'
