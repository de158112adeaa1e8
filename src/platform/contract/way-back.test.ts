import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deskThenBack, wayBack } from './way-back.ts'

it('leads back to the page of the district that was asked for, with what its address said', () => {
  expect(wayBack('/331102/today', 331102)).toBe('/331102/today')
  expect(wayBack('/331102/paper/roster/x?part=2', 331102)).toBe('/331102/paper/roster/x?part=2')
  const asked = new URL(deskThenBack(331102, '/331102/today?a=b&c=d'), 'http://x').searchParams.get('to')
  expect(wayBack(asked, 331102)).toBe('/331102/today?a=b&c=d')
})

it.each([
  ['another host', 'https://evil.example/331102/today'],
  ['another host without its scheme', '//evil.example/331102/'],
  ['a host behind a backslash', '/331102/\\evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['another district', '/331121/today'],
  ['another district by dots', '/331102/../331121/today'],
  ['another district by dots in disguise', '/331102/%2e%2e/331121/today'],
  ['a line break', '/331102/to\nday'],
  ['nothing', ''],
  ['two of them', ['/331102/today', '/331102/x']],
])('does not lead to %s', (_what, asked) => expect(wayBack(asked, 331102)).toBeUndefined())

it('never leaves the district and the house, whatever stands in the address', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('/', '\\', '..', '%2e', '@', ':', '//', '\t', '?', '#', '331121'))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const back = wayBack(`/331102/${parts.join('')}`, 331102)
      if (back === undefined) return
      const led = new URL(back, 'https://shanjiang.example')
      expect(led.origin).toBe('https://shanjiang.example')
      expect(led.pathname.startsWith('/331102/')).toBe(true)
    }),
  )
})
