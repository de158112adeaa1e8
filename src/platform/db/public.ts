export { BulkRows, readInBulk, Texts } from './bulk.ts'
export { inTurn } from './turn.ts'
export { type Connection, connect, type Db } from './pool.ts'
export { remembering } from './remembering.ts'
export {
  brokenConstraint,
  databaseIsAway,
  inDistrict,
  isPassing,
  mayHaveTakenEffect,
  tookTooLong,
  type Tx,
} from './transaction.ts'
