import { expect, it } from 'vitest'
import { workerEnvironment } from './worker-process.ts'

it('is given nothing of the server’s environment that could be a secret', () => {
  const server = {
    DATABASE_URL: 'postgres://owner:word@db',
    FIELD_KEY: 'k',
    NODE_OPTIONS: '--inspect',
    PATH: '/bin',
    TMPDIR: 'scratch',
  }
  expect(workerEnvironment(server)).toEqual({ TMPDIR: 'scratch' })
})
