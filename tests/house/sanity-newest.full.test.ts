// `npm run sanity:newest` on a small project, with a registry of its own that has small packages.
import {execFile, execFileSync} from 'node:child_process'
import {existsSync, globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {packTar} from 'modern-tar'
import {afterAll, beforeEach, expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from './support.ts'

const SCRIPT = join(ROOT, 'scripts/run.mjs')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')

/** The registry's versions of each package, the newest last. */
const COMPLETE: Record<string, string[]> = {
  sanity: ['1.0.0', '2.0.0'],
  '@sanity/vision': ['1.0.0', '2.0.0'],
  '@sanity/mutator': ['1.0.0', '2.0.0'],
  '@sanity/validation': ['1.0.0', '2.0.0'],
  groq: ['1.0.0', '2.5.0'],
  '@sanity/cli': ['1.0.0', '7.0.0'],
}
let served = COMPLETE
/** What `sanity` depends on. */
let needs: Record<string, string> = {}

const registry = createServer(async ({url = ''}, response) => {
  const [name = '', version] = decodeURIComponent(url.slice(1)).split('/-/')
  const versions = served[name]
  if (!versions) return response.writeHead(404).end('{}')
  return response.end(version ? await tarball(name, version) : packument(name, versions))
})
await new Promise<void>((resolve) => {
  registry.listen(0, '127.0.0.1', resolve)
})
const origin = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
afterAll(() => {
  registry.close()
})
beforeEach(() => {
  served = COMPLETE
  needs = {}
})

function packument(name: string, versions: string[]): string {
  const manifests = versions.map((version) => {
    const dependencies = name === 'sanity' ? {'@sanity/cli': '>=1', ...needs} : {}
    return [
      version,
      {name, version, dependencies, dist: {tarball: `${origin}/${name}/-/${version}`}},
    ]
  })
  return JSON.stringify({
    // npm names a missing version by it.
    _id: name,
    name,
    'dist-tags': {latest: versions.at(-1)},
    versions: Object.fromEntries(manifests),
  })
}

async function tarball(name: string, version: string): Promise<Buffer> {
  const body = JSON.stringify({name, version})
  const header = {name: 'package/package.json', size: Buffer.byteLength(body)}
  return gzipSync(await packTar([{header, body}]))
}

/**
 * A project with sanity 1.0.0 whose checks and tests pass only with the version that it `wants`.
 */
function project(wants: string): string {
  const folder = temporaryFolder()
  const version = `JSON.parse(readFileSync('node_modules/sanity/package.json', 'utf8')).version`
  const {'@sanity/cli': _, ...direct} = COMPLETE
  const files = {
    'package.json': JSON.stringify({
      name: 'small',
      private: true,
      type: 'module',
      scripts: {check: 'node check.js', test: `node ${VITEST} run --globals`},
      dependencies: Object.fromEntries(Object.keys(direct).map((name) => [name, '1.0.0'])),
      overrides: {'@sanity/cli': '1.0.0', '@sanity/workbench-cli': '1.0.0'},
    }),
    'check.js': `import {readFileSync} from 'node:fs'
      if (${version} !== '${wants}') throw new Error('\\nNot in order: types.')`,
    'tests/version.test.js': `import {readFileSync} from 'node:fs'
      test('the studio opens', () => expect(${version}).toBe('${wants}'))
      test('the site opens', () => {})`,
    '.gitignore': '*.log',
    'ignored.log': '',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true})
    writeFileSync(join(folder, file), text)
  }
  execFileSync('git', ['init', '-q'], {cwd: folder})
  return folder
}

/** Runs the command, with a folder of its own for temporary files. */
async function tryNewest(cwd: string): Promise<{code: number; output: string; copies: string[]}> {
  const temporary = temporaryFolder()
  const env = {...process.env, TMPDIR: temporary, npm_config_registry: origin}
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [SCRIPT, 'sanity-newest'],
      {cwd, env},
      (_, stdout, stderr) => {
        resolve({
          code: child.exitCode ?? -1,
          output: stdout + stderr,
          copies: globSync(`${temporary}/copydesk-*`),
        })
      },
    )
  })
}

test('names the package that the registry lacks, and stops', async () => {
  const {'@sanity/validation': _, ...rest} = COMPLETE
  served = {...rest, '@sanity/validation': ['1.0.0']}
  const {code, output, copies} = await tryNewest(project('2.0.0'))
  expect(code).toBe(1)
  expect(output).toContain('the registry does not have @sanity/validation in version 2.0.0')
  expect(output).not.toContain('npm test')
  expect(copies).toEqual([])
})

test(
  'names a package that the newest Sanity needs and the registry lacks',
  {tags: ['soak']},
  async () => {
    served = {...COMPLETE, '@sanity/ui': ['4.0.0']}
    needs = {'@sanity/ui': '5.0.0-alpha.14'}
    const {code, output, copies} = await tryNewest(project('2.0.0'))
    expect(code).toBe(1)
    expect(output).toContain('the registry does not have @sanity/ui in version 5.0.0-alpha.14')
    expect(copies).toEqual([])
  },
)

test('says what breaks, keeps the copy and leaves the project alone', async () => {
  const folder = project('1.0.0')
  const before = readFileSync(join(folder, 'package.json'), 'utf8')
  const {code, output, copies} = await tryNewest(folder)
  expect(output).toContain('Broken with sanity 2.0.0, groq 2.5.0, @sanity/cli 7.0.0:')
  expect(output).toContain('npm run check fails: types.')
  expect(output).toContain('npm test fails: 1 of 2 tests.')
  expect(output).toContain('tests/version.test.js: the studio opens')
  expect(code).toBe(1)
  expect(copies).toHaveLength(1)
  expect(existsSync(join(copies[0]!, 'ignored.log'))).toBe(false)
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before)
})

test('says that nothing breaks, and deletes the copy', {tags: ['soak']}, async () => {
  const {code, output, copies} = await tryNewest(project('2.0.0'))
  expect(output).toContain('Nothing breaks with sanity 2.0.0, groq 2.5.0, @sanity/cli 7.0.0.')
  expect(code).toBe(0)
  expect(copies).toEqual([])
})
