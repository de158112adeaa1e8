import { hash, verify } from '@node-rs/argon2'

/** Argon2id, 19 MiB and two passes (the library's default algorithm); at most two at a time, so that sign-ins cannot starve the house. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
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
