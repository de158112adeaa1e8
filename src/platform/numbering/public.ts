export { formatNumber, type NumberParts } from './rules.ts'
export { nextSerial } from './store.ts'
