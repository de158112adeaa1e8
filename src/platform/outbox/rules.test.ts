import { expect, it } from 'vitest'
import { afterFailure, MOST_TRIES } from './rules.ts'

const pausesUntilItGivesUp = () => {
  const pauses: number[] = []
  for (let attempts = 0; ; ) {
    const next = afterFailure(attempts, false)
    attempts = next.attempts
    if (next.pauseSeconds === null) return { attempts, pauses }
    pauses.push(next.pauseSeconds)
  }
}

it('tries twelve times over about a day, each pause at least as long as the one before', () => {
  const { attempts, pauses } = pausesUntilItGivesUp()
  expect(attempts).toBe(MOST_TRIES)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(30)
})

it('does not count a failure that is no fault of the event', () => {
  expect(afterFailure(11, true)).toEqual({ attempts: 11, pauseSeconds: 15 })
})
