export { credentialTrails } from './trails.ts'
export { constraintWords as credentialConstraintWords } from './words.ts'
