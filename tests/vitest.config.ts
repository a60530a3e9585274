import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.e2e.ts'],
    globalSetup: ['tests/support/postgres.ts', 'tests/support/chromium.ts'],
    pool: 'forks',
    // On two processors: half of a test is waiting for a browser, a database or a clock.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
