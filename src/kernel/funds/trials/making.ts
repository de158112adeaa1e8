import { type Background, backgroundOf } from '../../../platform/outbox/public.ts'
import { type RunningNeeds, runTrial } from './running.ts'
import { findTrial, TRIALS } from './store.ts'

const SOON_MS = 1_000

export type TrialNeeds = RunningNeeds & { readonly failed: (error: unknown, trialId: string) => void }

/** Trials are done in the background, one at a time in a process, block by block; the next one goes on after the last block. */
export const tryingOf = (needs: TrialNeeds): Background =>
  backgroundOf(needs.db, {
    table: TRIALS,
    names: { work: 'try schemes', sweep: 'sweep trials' },
    soonMs: SOON_MS,
    find: findTrial,
    run: (district, taken, { isStopping }) => runTrial(needs, district, taken, isStopping),
    failed: needs.failed,
  })
