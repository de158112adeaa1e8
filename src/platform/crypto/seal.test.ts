import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newKeyRing } from './keys.ts'
import { vaultOf } from './seal.ts'

const vault = vaultOf(newKeyRing())

it('always opens what it sealed, and never shows the clear text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), (clear) => {
      const sealed = vault.seal('people.persons.identity:1', clear)
      expect(vault.openText('people.persons.identity:1', sealed)).toBe(clear)
      expect(sealed.includes(Buffer.from(clear))).toBe(false)
    }),
  )
})

it('does not open a value that was moved to another row', () => {
  const sealed = vault.seal('people.persons.identity:1', '339901197706180675')
  expect(() => vault.open('people.persons.identity:2', sealed)).toThrow()
})

it('gives one look-up per purpose, the same each time', () => {
  expect(vault.lookup('identity', 'x')).toEqual(vault.lookup('identity', 'x'))
  expect(vault.lookup('identity', 'x')).not.toEqual(vault.lookup('phone', 'x'))
})

it('opens with an old key after the current one has changed', () => {
  const old = newKeyRing()
  const sealed = vaultOf(old).seal('p', 'clear')
  const rotated = { ...newKeyRing(), current: 'k2', seal: { ...old.seal, k2: Buffer.alloc(32, 7) } }
  expect(vaultOf(rotated).openText('p', sealed)).toBe('clear')
})
