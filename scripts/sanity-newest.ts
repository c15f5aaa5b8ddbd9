// `npm run sanity:newest`: installs the newest Sanity in a copy of the project, runs the checks and the
// tests there, and says what breaks. The project itself is not changed.
import {execFileSync, spawn} from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {OperatorError} from '@copydesk/lake/errors'
import {isForOperator} from '../server/environment.ts'

/** They have the version of `sanity`. */
const WITH_SANITY = ['@sanity/vision', '@sanity/mutator', '@sanity/validation']
/** They have versions of their own. */
const APART = ['groq', '@sanity/cli']

type Versions = Record<string, string>

interface Manifest {
  dependencies?: Versions
  devDependencies?: Versions
  overrides?: Versions
}

interface TestReport {
  numTotalTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    assertionResults: {fullName: string; status: string}[]
  }[]
}

interface Outcome {
  succeeded: boolean
  output: string
}

/** Runs npm. What it prints is collected, and shown meanwhile unless `quiet`. */
async function npm(cwd: string, args: string[], quiet?: 'quiet'): Promise<Outcome> {
  const child = spawn('npm', args, {
    cwd,
    // npm is a batch file on Windows.
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, NODE_COMPILE_CACHE: undefined, npm_config_loglevel: 'error'},
  })
  let output = ''
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    if (!quiet) child[stream].pipe(process[stream])
  }
  const code = await new Promise((resolve, reject) => {
    child.on('close', resolve).on('error', reject)
  })
  return {succeeded: code === 0, output}
}

/** Names the package that npm did not find, or else repeats what npm said. */
function npmFailed(output: string): OperatorError {
  const wanted =
    /No matching version found for (\S+)\./.exec(output)?.[1] ?? /404 .*'(\S+)'/.exec(output)?.[1]
  if (wanted === undefined) return new OperatorError(`npm failed. It said:\n${output}`)
  const [, name, version] = /^(.+)@(.+)$/.exec(wanted) ?? []
  return new OperatorError(
    `The newest Sanity cannot be installed: the registry does not have ${name} in version ${version}. Nothing was tried.`,
  )
}

/** The version that the registry has for `name@version`, or for `name@latest`. */
async function inRegistry(wanted: string): Promise<string> {
  const {succeeded, output} = await npm(process.cwd(), ['view', wanted, 'version'], 'quiet')
  if (!succeeded) throw npmFailed(output)
  // npm calls it a success when it knows the package and not the version.
  if (output.trim() === '') throw npmFailed(`No matching version found for ${wanted}.`)
  return output.trim()
}

async function newestVersions(): Promise<Versions> {
  const sanity = await inRegistry('sanity@latest')
  const wanted = [
    ...WITH_SANITY.map((name) => [name, sanity] as const),
    ...APART.map((name) => [name, 'latest'] as const),
  ]
  const found = wanted.map(async ([name, at]) => [name, await inRegistry(`${name}@${at}`)] as const)
  return {sanity, ...Object.fromEntries(await Promise.all(found))}
}

/** All files that git does not ignore, with their changes. */
function copyOf(project: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'copydesk-sanity-'))
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: Infinity,
  })
  for (const file of list.split('\0')) {
    const from = join(project, file)
    if (file !== '' && existsSync(from)) cpSync(from, join(copy, file))
  }
  return copy
}

function setVersions(copy: string, versions: Versions): void {
  for (const file of globSync(['package.json', 'packages/*/package.json'], {cwd: copy})) {
    const path = join(copy, file)
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
    for (const list of [manifest.dependencies, manifest.devDependencies, manifest.overrides]) {
      for (const name in list) if (versions[name]) list[name] = versions[name]
    }
    // It keeps the present CLI working. A newer CLI asks for its own version.
    delete manifest.overrides?.['@sanity/workbench-cli']
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

async function brokenChecks(copy: string): Promise<string[]> {
  const {succeeded, output} = await npm(copy, ['run', 'check'])
  if (succeeded) return []
  return [
    `npm run check fails: ${/^Not in order: (.*)$/m.exec(output)?.[1] ?? 'see its output above.'}`,
  ]
}

async function brokenTests(copy: string): Promise<string[]> {
  const file = join(copy, 'test-report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const {succeeded} = await npm(copy, ['test', '--', ...reporters])
  if (succeeded) return []
  if (!existsSync(file)) return ['npm test fails before the first test.']
  const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport
  const failed = report.testResults
    .filter(({status}) => status === 'failed')
    .flatMap(({name, assertionResults}) => {
      const tests = assertionResults.filter(({status}) => status === 'failed')
      const path = name.replace(`${copy}/`, '')
      if (tests.length === 0) return [`  ${path} (the file could not be run)`]
      return tests.map(({fullName}) => `  ${path}: ${fullName}`)
    })
  return [`npm test fails: ${report.numFailedTests} of ${report.numTotalTests} tests.`, ...failed]
}

async function tryNewest(project: string): Promise<void> {
  console.log('Looking for the newest versions …')
  const versions = await newestVersions()
  const tried = ['sanity', ...APART].map((name) => `${name} ${versions[name]}`).join(', ')
  const copy = copyOf(project)
  console.log(`Installing ${tried} in ${copy}. This takes minutes …`)
  setVersions(copy, versions)
  const installed = await npm(copy, ['install'], 'quiet')
  if (!installed.succeeded) {
    rmSync(copy, {recursive: true})
    throw npmFailed(installed.output)
  }
  console.log('Running npm run check and npm test …')
  const broken = [...(await brokenChecks(copy)), ...(await brokenTests(copy))]
  if (broken.length > 0) {
    throw new OperatorError(
      [
        `\nBroken with ${tried}:`,
        ...broken,
        `To see more, look into ${copy}. Delete it afterwards.`,
      ].join('\n'),
    )
  }
  rmSync(copy, {recursive: true})
  console.log(`\nNothing breaks with ${tried}.`)
}

try {
  // npm runs a script in the folder of its package.json.
  await tryNewest(process.cwd())
} catch (error) {
  if (!isForOperator(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
