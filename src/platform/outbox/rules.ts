/** How often a reaction is tried before it gives up and waits for a person: about a day with these pauses. */
export const MOST_TRIES = 12

const FIRST_PAUSE_SECONDS = 15
const LONGEST_PAUSE_SECONDS = 5 * 3600

export type NextTry = {
  readonly attempts: number
  /** Seconds until the next try; null when it has given up. */
  readonly pauseSeconds: number | null
}

/**
 * What follows a failure after `attempts` earlier ones: a pause three times as long as the last, up to five hours. A
 * passing failure (connection lost, rows contended) is no fault of the event's and does not count as a try.
 */
export function afterFailure(attempts: number, passing: boolean): NextTry {
  if (passing) return { attempts, pauseSeconds: FIRST_PAUSE_SECONDS }
  const tries = attempts + 1
  if (tries >= MOST_TRIES) return { attempts: tries, pauseSeconds: null }
  return { attempts: tries, pauseSeconds: Math.min(FIRST_PAUSE_SECONDS * 3 ** (tries - 1), LONGEST_PAUSE_SECONDS) }
}
