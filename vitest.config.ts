import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A busy machine is not a fault: how fast things are is measured in bench/, never asserted here.
    testTimeout: 180_000,
    // All cores: left alone, one stays idle, which on a machine with two is half of it.
    maxWorkers: availableParallelism(),
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-once.ts'],
    // The script and its tests must not depend on where they run; a zone with a daylight shift shows it if they do.
    env: { TZ: 'Pacific/Auckland' },
  },
})
