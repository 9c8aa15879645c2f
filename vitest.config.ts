import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-once.ts'],
    // The script and its tests must not depend on where they run; a zone with a daylight shift shows it if they do.
    env: { TZ: 'Pacific/Auckland' },
  },
})
