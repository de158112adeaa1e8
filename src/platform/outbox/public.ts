export { announce, countGivenUp, listStuck, type OutboxEvent, putBack, type StuckEvent, sweepEvents } from './store.ts'
export { type Chore, type Mishap, type Outbox, outboxOf, type Reaction } from './worker.ts'
