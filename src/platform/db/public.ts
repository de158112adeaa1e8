export { type Connection, connect, type Db } from './pool.ts'
export { brokenConstraint, databaseIsAway, inDistrict, isPassing, type Tx } from './transaction.ts'
