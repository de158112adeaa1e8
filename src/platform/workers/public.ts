export { type Death, type Heard, WorkerProcess } from './worker-process.ts'
export { Workers } from './workers.ts'
