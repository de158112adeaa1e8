export { type Connection, connect, type Db } from './pool.ts'
export { brokenConstraint, databaseIsAway, inDistrict, type Tx } from './transaction.ts'
