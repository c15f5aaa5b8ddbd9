import {fileURLToPath} from 'node:url'
import {defaultServerConditions} from 'vite'
import {defineConfig, type TestProjectInlineConfiguration} from 'vitest/config'
import {fontFiles} from './site/build/font-files.ts'
import {iconFiles} from './site/build/icon-files.ts'
import {scriptText} from './site/build/script-text.ts'

/**
 * How much is tested. `quick` is `npm test`: unit and contract tests, and three journeys in a browser. `full` runs in CI:
 * everything. `soak` runs once in a while: random runs in thousands, long rounds of faults.
 */
type Level = 'quick' | 'full' | 'soak'

/** What random tests multiply their number of runs by (tests/support/runs.ts). */
const FUZZ_RUNS: Record<Level, string> = {quick: '0.1', full: '0.2', soak: '20'}

const SOAK = '**/*.soak.test.ts'
const FULL = '**/*.full.test.{ts,tsx}'
const BROWSER = 'tests/e2e/**'
/** They measure time or memory of their own process: beside others they would measure those. */
const MEASURED = [
  'packages/lake/tests/listen/hub.test.ts',
  'packages/lake/tests/query/{engine,leaves-nothing,strangers.full}.test.ts',
]

// The tests are about the embedded lake, also beside an `.env` that names a hosted project: what is
// set, and be it to nothing, wins over that file.
process.env['SANITY_STUDIO_PROJECT_ID'] = ''

// Tests start hundreds of processes and threads: each would take the types out of the same files again.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('dist/compiled', import.meta.url))

/** What a test waits for takes longer beside others on a busy machine. */
const PATIENT = {poll: {timeout: 15_000}}
/** A studio with its windows and lists even more so. */
const PATIENT_WITH_STUDIOS = {poll: {timeout: 60_000, interval: 100}}

/**
 * The packages are tested from their sources. Vitest starts its processes with the same conditions; Node cannot load what
 * packages offer to bundlers as `module`.
 */
const forNode = defaultServerConditions.filter((condition) => condition !== 'module')
const ssr = {resolve: {conditions: ['@copydesk/source', ...forNode]}}

export default defineConfig(({mode}) => {
  const level: Level = mode === 'full' || mode === 'soak' ? mode : 'quick'
  return {
    test: {
      globalSetup: ['tests/support/global-setup.ts'],
      env: {FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? FUZZ_RUNS[level]},
      tags: [
        {name: 'full', description: 'Takes long, or plants a fault: in the full run only.'},
        {name: 'soak', description: 'Takes minutes or hours: in the soak run only.'},
        {
          name: 'random',
          description:
            'Tries more cases in the soak run: random ones in thousands, or each instead of some.',
        },
      ],
      tagsFilter: {quick: ['!full'], full: ['!soak'], soak: ['random || soak']}[level],
      projects: [unit(level), measured(level), browser(level)],
    },
  }
})

/** Two files at a time; those of a worker share their modules, and so what is costly to start. */
function unit(level: Level): TestProjectInlineConfiguration {
  const all = '{tests,packages/*/tests}/**/*.test.{ts,tsx}'
  return {
    ssr,
    plugins: [scriptText(), iconFiles(), fontFiles()],
    test: {
      name: 'unit',
      expect: PATIENT,
      sequence: {groupOrder: 0},
      include: [all],
      exclude: [BROWSER, ...MEASURED, ...leftOut(level)],
      // The site serves its style sheets as text; Vitest would hand it empty ones.
      css: true,
      isolate: false,
      maxWorkers: 2,
      unstubEnvs: true,
      unstubGlobals: true,
      restoreMocks: true,
      testTimeout: {quick: 20_000, full: 60_000, soak: 3_600_000}[level],
      hookTimeout: 60_000,
    },
  }
}

/** One file at a time, each in a process of its own. */
function measured(level: Level): TestProjectInlineConfiguration {
  return {
    ssr,
    test: {
      name: 'measured',
      expect: PATIENT,
      sequence: {groupOrder: 1},
      include: MEASURED,
      exclude: leftOut(level),
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }
}

const leftOut = (level: Level): string[] => [
  ...(level === 'soak' ? [] : [SOAK]),
  ...(level === 'quick' ? [FULL] : []),
]

/**
 * One file at a time: on two cores a browser beside another is slow, and slowness looks like a defect. All run in one
 * worker, whose files share a browser (tests/support/newsroom.ts).
 */
function browser(level: Level): TestProjectInlineConfiguration {
  return {
    ssr,
    test: {
      name: 'browser',
      expect: PATIENT_WITH_STUDIOS,
      globalSetup: ['tests/support/prepared-newsroom.ts'],
      sequence: {groupOrder: 2},
      include: ['tests/e2e/**/*.test.ts'],
      exclude: leftOut(level),
      testTimeout: 180_000,
      hookTimeout: 240_000,
      fileParallelism: false,
      isolate: false,
    },
  }
}
