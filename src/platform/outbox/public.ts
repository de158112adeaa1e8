export { announce, type OutboxEvent } from './store.ts'
export { type Outbox, outboxOf, type Reaction } from './worker.ts'
