/** What stands now, with what stood before it and what was taken back. */
export type Undoable<T> = { readonly past: readonly T[]; readonly now: T; readonly taken: readonly T[] }

/** More steps than anybody takes back. */
const MOST_STEPS = 500

export function begun<T>(now: T): Undoable<T> {
  return { past: [], now, taken: [] }
}

export function changed<T>(state: Undoable<T>, next: T): Undoable<T> {
  if (next === state.now) return state
  return { past: [...state.past, state.now].slice(-MOST_STEPS), now: next, taken: [] }
}

export function undone<T>({ past, now, taken }: Undoable<T>): Undoable<T> {
  return past.length === 0
    ? { past, now, taken }
    : { past: past.slice(0, -1), now: past.at(-1)!, taken: [now, ...taken] }
}

export function redone<T>({ past, now, taken }: Undoable<T>): Undoable<T> {
  const [next, ...rest] = taken
  return taken.length === 0 ? { past, now, taken } : { past: [...past, now], now: next!, taken: rest }
}
