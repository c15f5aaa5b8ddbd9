import {defineConfig} from 'vitest/config'
import {scriptText} from './site/build/script-text.ts'

// The tests are about the embedded lake, also beside an `.env` that names a hosted project: what is
// set, and be it to nothing, wins over that file.
process.env['SANITY_STUDIO_PROJECT_ID'] = ''

/** Unit and contract tests run in parallel; browser tests (`e2e`) one file at a time, on two cores; `long` by its own command. */
export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      {
        plugins: [scriptText()],
        test: {
          name: 'unit',
          sequence: {groupOrder: 0},
          include: ['{tests,packages/*/tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', '**/*.long.test.ts'],
          // The site serves its style sheets as text; Vitest would hand it empty ones.
          css: true,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // Apart from the others: on two cores a browser beside them is slow, and slowness looks like a defect.
          sequence: {groupOrder: 1},
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/**/*.long.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          // Installs and builds what is not part of this project: `npm run test:long`.
          name: 'long',
          sequence: {groupOrder: 2},
          include: ['{tests,packages/*/tests}/**/*.long.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
