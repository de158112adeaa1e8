import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.audit.ts'],
    pool: 'forks',
    maxWorkers: 1,
    // A slow machine makes it longer and nothing else: what waits for something that never comes says so itself.
    testTimeout: 0,
    hookTimeout: 0,
  },
})
