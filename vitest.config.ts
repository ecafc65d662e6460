import { defineConfig } from 'vitest/config'

const house = ['test/architecture.test.ts']

export default defineConfig({
  test: {
    // Two cores, and stories wait more than they work; what waits is patient (test/workspace/waiting.ts).
    maxWorkers: 3,
    projects: [
      { test: { name: 'house', include: house } },
      {
        test: {
          name: 'shipshape',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: house,
          globalSetup: ['test/setup/databases.ts'],
          // Loading the app anew for every file took four times as long as the tests; nothing in it is kept per process.
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
