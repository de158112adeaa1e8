import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../../../platform/contract/public.ts'
import { hashingWords } from './words.ts'

/** Argon2id, 19 MiB and two passes (the library's default algorithm); at most two at a time, so that sign-ins cannot starve the house. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
/** About three seconds of work; whoever comes later is told to come again rather than kept in an endless queue. */
export const MOST_WAITING = 60

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING)
    throw new Problem('unavailable', hashingWords.busy, { code: 'sign-in-busy', retryAfterSeconds: 5 })
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // The turn is handed on, or given back where nobody waits.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

/** Whether the password is the one hashed. Without a hash (no such account) it takes as long and answers no. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  return inTurn(async () => {
    if (passwordHash === undefined) {
      await hash(password, COST)
      return false
    }
    return verify(passwordHash, password)
  })
}
