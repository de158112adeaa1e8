export { type Background, backgroundOf, BrokenOff } from './background.ts'
export { announce, countGivenUp, listStuck, type OutboxEvent, putBack, type StuckEvent, sweepEvents } from './store.ts'
export { leaveWork, type TakenWork, takeWork, type WorkTable } from './work-store.ts'
export { type Chore, type Mishap, type Outbox, outboxOf, type Reaction } from './worker.ts'
