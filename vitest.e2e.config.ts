import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    pool: 'forks',
    // Two stories at once: each has its own house and browser, and mostly waits.
    maxWorkers: 2,
    // A story: what follows a broken step tells nothing.
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
