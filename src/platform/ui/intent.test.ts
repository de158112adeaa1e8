import { expect, it } from 'vitest'
import { fingerprintOf, Intents } from './intent.ts'

function givenIntents(): Intents {
  let made = 0
  return new Intents(() => `key-${++made}`)
}

const PASS = fingerprintOf({ params: { claimId: '1' }, body: {} })

it('asks again for the same thing with the same key until it succeeds', () => {
  const intents = givenIntents()
  expect(intents.keyFor(PASS)).toBe('key-1')
  expect(intents.keyFor(PASS)).toBe('key-1')
})

it('starts a new intent after a success', () => {
  const intents = givenIntents()
  intents.keyFor(PASS)
  intents.succeeded(PASS)
  expect(intents.keyFor(PASS)).toBe('key-2')
})

it('never gives two different requests one key', () => {
  const intents = givenIntents()
  const keys = ['1', '2'].map((claimId) => intents.keyFor(fingerprintOf({ params: { claimId }, body: {} })))
  expect(new Set(keys).size).toBe(2)
})

it('takes an edited file for a new intent, though its name is the same', () => {
  const first = new File(['a'], '花名册.xlsx', { lastModified: 1 })
  const edited = new File(['b'], '花名册.xlsx', { lastModified: 2 })
  expect(fingerprintOf({ file: first })).not.toBe(fingerprintOf({ file: edited }))
  expect(fingerprintOf({ file: first })).toBe(fingerprintOf({ file: first }))
})
