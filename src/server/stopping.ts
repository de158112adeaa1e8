import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../platform/contract/public.ts'
import { loggedError } from './log.ts'
import { stoppingWords } from './words.ts'

/** Whether this process still takes requests. */
export type Draining = { begun: boolean }

/** From the moment the process stops, what still comes in over an open connection is told to come again. */
export function refuseWhileStopping(app: FastifyInstance, draining: Draining): void {
  app.addHook('onRequest', async (request) => {
    if (!draining.begun || request.routeOptions.url === '/healthz' || request.routeOptions.url === '/readyz') return
    throw new Problem('unavailable', stoppingWords)
  })
  // A connection kept open after its last answer would be waited for.
  app.addHook('onSend', async (_request, reply) => {
    if (draining.begun) reply.header('connection', 'close')
  })
}

/**
 * Stops taking requests and finishes those in hand; after `patienceMs` their connections are cut, and what they had not
 * committed is rolled back by the database. Background work ends with the event that is being worked on.
 */
export async function drain(
  app: FastifyInstance,
  { draining, stopOutbox, patienceMs }: { draining: Draining; stopOutbox: () => Promise<void>; patienceMs: number },
): Promise<void> {
  draining.begun = true
  const given = new AbortController()
  const finished = Promise.all([app.close(), stopOutbox()]).then(() => given.abort())
  const patience = pause(patienceMs, undefined, { signal: given.signal }).then(
    () => app.server.closeAllConnections(),
    () => undefined,
  )
  await Promise.race([finished, patience.then(() => pause(1_000))])
}

/** Two of the same signal within this time are one press: npm passes on what the terminal has already sent. */
const SAME_PRESS_MS = 500

/** The first signal stops in order, exit 0; a second one at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let firstAt: number | undefined
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(signal, () => {
      if (firstAt !== undefined && Date.now() - firstAt > SAME_PRESS_MS) process.exit(128 + number)
      if (firstAt !== undefined) return
      firstAt = Date.now()
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(inspect(loggedError(error)))
          process.exit(1)
        },
      )
    })
  }
}
