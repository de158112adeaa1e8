import { expect, it } from 'vitest'
import { loggedError, scrubbed } from './log.ts'

it('keeps what failed and where, and no number that may be somebody’s', () => {
  const error = Object.assign(new TypeError('no 339901198507014422 nor 138 0013 8000 in row 12'), {
    code: '23505',
    constraint: 'one_account_per_name',
    detail: 'Key (name)=(王静) already exists.',
  })
  const kept = loggedError(error)
  expect(kept).toMatchObject({ type: 'TypeError', code: '23505', constraint: 'one_account_per_name' })
  expect(kept.message).toBe('no **** nor **** in row 12')
  expect(String(kept.stack)).toContain('log.test.ts')
  expect(JSON.stringify(kept)).not.toMatch(/33990119|0013 8000|王静/)
})

it.each([
  ['13800138000', '****'],
  ['33990119850701442X', '****'],
  ['138-0013-8000 与 138.0013.8000', '**** 与 ****'],
  ['１３８００１３８０００', '****'],
  ['6222 0211 1111 1111 117', '****'],
  [
    'claim 019ac123-4567-7890-8123-456789012345 of 2022-03-28',
    'claim 019ac123-4567-7890-8123-456789012345 of 2022-03-28',
  ],
  [
    '{"time":"2026-11-26T03:00:00.123Z","responseTime":3.12345678901234}',
    '{"time":"2026-11-26T03:00:00.123Z","responseTime":3.12345678901234}',
  ],
  ['on port 127.0.0.1:53310, 37000.00 yuan', 'on port 127.0.0.1:53310, 37000.00 yuan'],
])('writes %j as %j', (said, kept) => expect(scrubbed(said)).toBe(kept))
