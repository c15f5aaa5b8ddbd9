// Builds the studio and the site where their sources changed since the last build.
import {createHash} from 'node:crypto'
import {execFile} from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {buildNameOf} from '../studio/build/build-name.ts'
import {addKeptStyles} from '../studio/build/kept-styles.ts'
import {addLoadAgain} from '../studio/build/load-again.ts'
import {
  stripHostedAddresses,
  stripOutsideHosts,
  stripRemoteFonts,
} from '../studio/build/strip-outside-hosts.ts'
import {withBuildLock} from './build-lock.ts'
import {BUILD_LOCK, ROOT, SITE_BUILD, STAMPS, STUDIO_BUILD, STUDIO_BUILD_BEFORE} from './paths.ts'
import {sourceFiles} from './source-files.ts'

/** Runs a tool of Node's, and ends it with this process. */
async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const running = promisify(execFile)(process.execPath, args, {cwd: ROOT, env: environment})
  const end = (): void => void running.child.kill()
  process.once('exit', end)
  try {
    await running
  } finally {
    process.removeListener('exit', end)
  }
}

export interface BuildProgress {
  (line: string): void
}

interface Target {
  name: string
  /** Globs from the root; a change in any of these files asks for a new build. */
  sources: string[]
  /** A file that exists once the build went through. */
  product: string
  /** Environment that the build bakes in. */
  environment: string[]
  build: () => Promise<void>
}

const SHARED = [
  'package-lock.json',
  'server/build.ts',
  'model/**/*',
  'schemas/**/*',
  'workflow/**/*',
  'queries/**/*',
]

const STUDIO: Target = {
  name: 'studio',
  sources: [
    ...SHARED,
    'studio/**/*',
    'packages/lake/src/browser/*',
    'sanity.config.ts',
    'sanity.cli.ts',
    '_document.tsx',
  ],
  product: join(STUDIO_BUILD, 'index.html'),
  environment: [
    'SANITY_STUDIO_PROJECT_ID',
    'SANITY_STUDIO_DATASET',
    'SANITY_STUDIO_PREVIEW_URL',
    'SANITY_STUDIO_FOUR_EYES',
    'SANITY_STUDIO_OFFLINE',
    'SANITY_STUDIO_SCHEDULING',
  ],
  async build() {
    const folder = unfinished(STUDIO_BUILD)
    await buildStudio(folder)
    replaceStudio(folder)
  },
}

/**
 * Writes a build of the studio into a folder.
 *
 * @param settings variables that the build contains, e.g. `SANITY_STUDIO_PROJECT_ID`; they win over this process's own
 */
export async function buildStudio(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  await run([join(ROOT, 'node_modules/sanity/bin/sanity'), 'build', folder, '-y'], {
    ...process.env,
    ...settings,
    DO_NOT_TRACK: '1',
    NODE_ENV: 'production',
  })
  rewrite(join(folder, 'index.html'), stripOutsideHosts)
  for (const sheet of globSync(join(folder, 'static/**/*.css'))) rewrite(sheet, stripRemoteFonts)
  for (const script of globSync(join(folder, 'static/**/*.js'))) {
    rewrite(script, stripHostedAddresses)
  }
  // What the studio loads ahead (studio/plugins/frame/load-ahead.ts).
  const files = globSync('**/*.*', {cwd: join(folder, 'static')}).toSorted()
  const build = buildNameOf(readFileSync(join(folder, 'index.html'), 'utf8'))
  if (!build) throw new Error('The studio was built without a script.')
  rewrite(join(folder, 'index.html'), (html) => addLoadAgain(addKeptStyles(html, build), build))
  writeFileSync(join(folder, 'static/files.json'), JSON.stringify({build, files}))
  const worker = join(ROOT, 'studio/worker/service-worker.ts')
  // It brings threads and much memory, which a server that builds nothing does without.
  const {transformWithOxc} = await import('vite')
  const {code} = await transformWithOxc(readFileSync(worker, 'utf8'), worker)
  writeFileSync(join(folder, 'service-worker.js'), code)
}

const SITE: Target = {
  name: 'site',
  sources: ['package-lock.json', 'queries/**/*', 'site/**/*'],
  product: join(SITE_BUILD, 'server.js'),
  environment: [],
  async build() {
    const folder = unfinished(SITE_BUILD)
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
    const options = ['--config', 'site/vite.config.ts', '--outDir', folder, '--emptyOutDir']
    await run([vite, 'build', ...options], {...process.env, NODE_ENV: 'production'})
    rmSync(SITE_BUILD, {recursive: true, force: true})
    renameSync(folder, SITE_BUILD)
  },
}

const TARGETS = [SITE, STUDIO]

/** The tools of a killed process may go on for a while: each process has folders of its own. */
function unfinished(folder: string): string {
  return `${folder}-new-${process.pid}`
}

function removeUnfinished(): void {
  for (const folder of globSync('{studio,site}-new*', {cwd: join(ROOT, 'dist')}))
    rmSync(join(ROOT, 'dist', folder), {recursive: true, force: true})
}

/**
 * Brings both builds up to date, one after the other (each keeps two cores busy). If another process is building, its
 * result is used.
 *
 * @param progress gets one line per step
 * @throws with the tool's own output where a build fails
 */
export async function buildAll(progress: BuildProgress): Promise<void> {
  // In a container, where all is built, the folder cannot be written.
  if (TARGETS.every((target) => isBuilt(target, fingerprint(target)))) return
  mkdirSync(join(ROOT, 'dist'), {recursive: true})
  await withBuildLock(
    BUILD_LOCK,
    () => buildStale(progress),
    () => progress('Waiting until another process has built studio and site …'),
  )
}

const isBuilt = ({product, name}: Target, stamp: string): boolean =>
  existsSync(product) && readStamps()[name] === stamp

async function buildStale(progress: BuildProgress): Promise<void> {
  removeUnfinished()
  for (const target of TARGETS) {
    const stamp = fingerprint(target)
    if (isBuilt(target, stamp)) continue
    const started = performance.now()
    progress(`Building the ${target.name} (only when its sources change) …`)
    try {
      await target.build()
    } catch (error) {
      throw new Error(`The ${target.name} could not be built.\n${outputOf(error)}`, {cause: error})
    }
    writeStamps({...readStamps(), [target.name]: stamp})
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    progress(`Built the ${target.name} in ${seconds} s.`)
  }
}

/** Changes when a source file or a variable does that the build contains. */
function fingerprint({sources, environment}: Target): string {
  const hash = createHash('sha256')
  for (const file of sourceFiles(sources, ROOT))
    hash.update(file).update(readFileSync(join(ROOT, file)))
  for (const name of environment) hash.update(`${name}=${process.env[name] ?? ''}`)
  return hash.digest('hex')
}

/** Keeps the build before. Until this moment a running server goes on with the build that it has. */
function replaceStudio(folder: string): void {
  if (existsSync(STUDIO_BUILD)) {
    rmSync(STUDIO_BUILD_BEFORE, {recursive: true, force: true})
    renameSync(STUDIO_BUILD, STUDIO_BUILD_BEFORE)
  }
  renameSync(folder, STUDIO_BUILD)
}

/** The script that the page begins with: there is a hash of the build in its name. */
function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  if (after !== before) writeFileSync(file, after)
}

function readStamps(): Record<string, string> {
  return existsSync(STAMPS)
    ? (JSON.parse(readFileSync(STAMPS, 'utf8')) as Record<string, string>)
    : {}
}

/** At each moment the file is whole: others read it without the lock. */
function writeStamps(stamps: Record<string, string>): void {
  const file = `${STAMPS}.new`
  writeFileSync(file, JSON.stringify(stamps, null, 2))
  renameSync(file, STAMPS)
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const {stdout = '', stderr = ''} = error as Error & {stdout?: string; stderr?: string}
  return `${stdout}${stderr}`.trim() || error.message
}
