import { defineConfig } from 'vitest/config'

const house = ['test/architecture.test.ts']

export default defineConfig({
  test: {
    // Two cores: more workers only wait for one another.
    maxWorkers: 2,
    projects: [
      { test: { name: 'house', include: house } },
      {
        test: {
          name: 'shipshape',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: house,
          globalSetup: ['test/setup/databases.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
