// The packages as a foreign project installs them: packed, installed and run by plain Node, as
// their READMEs say.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {beforeAll, expect, onTestFinished, test, vi} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {run} from '../examples/run.ts'
import {freePort} from '../support/free-port.ts'
import {temporaryFolder} from './support.ts'

const PACKAGES = ['groq', 'intake', 'lake']
const {dependencies} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}
const folder = temporaryFolder()

beforeAll(async () => {
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  const workspaces = PACKAGES.map((name) => `--workspace=@copydesk/${name}`)
  await npm(['pack', ...workspaces, '--pack-destination', tarballs], ROOT)
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}')
  const others = ['@hono/node-server', '@sanity/client']
  await npm(
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      ...globSync('*.tgz', {cwd: tarballs}).map((file) => join(tarballs, file)),
      ...others.map((name) => `${name}@${dependencies[name]}`),
    ],
    folder,
  )
}, 600_000)

async function npm(args: string[], cwd: string): Promise<void> {
  const {code, output, errors} = await run('npm', args, {cwd})
  if (code !== 0) throw new Error(`npm ${args.join(' ')}: ${output}\n${errors}`)
}

/** The examples of a README, in their order, as files of the foreign project. */
function examplesOf(name: string): string[] {
  const readme = readFileSync(join(ROOT, 'packages', name, 'README.md'), 'utf8')
  return [...readme.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code = ''], at) => {
    const file = `${name}-${at}.js`
    writeFileSync(join(folder, file), code)
    return file
  })
}

/** The output of a file of the foreign project. */
async function printed(file: string): Promise<string> {
  const {output, errors} = await run(process.execPath, [file], {cwd: folder})
  expect(errors).toBe('')
  return output.trim()
}

/** The output that the comment of an example promises. */
const foretold = (file: string): string | undefined =>
  /^\/\/ (.*)$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1]

const PROGRAMS: Record<string, string[]> = {
  groq: [],
  intake: [],
  lake: ['bin/copydesk-lake.js', 'bin/localhost-names.js'],
}

test.each(PACKAGES)('%s contains compiled files with types, and no source', (name) => {
  const installed = join(folder, 'node_modules/@copydesk', name)
  const files = globSync('**/*', {cwd: installed, withFileTypes: true}).filter((at) => at.isFile())
  const names = files.map((file) => join(file.parentPath, file.name).slice(installed.length + 1))
  const beside = names.filter((file) => !/^dist\/.+\.(js|d\.ts)$/.test(file))
  const expected = ['LICENSE', 'README.md', ...(PROGRAMS[name] ?? []), 'package.json']
  expect(beside.toSorted()).toEqual(expected)
  const sources = globSync('**/*.ts', {cwd: join(ROOT, 'packages', name, 'src')})
  expect(names.filter((file) => file.endsWith('.d.ts'))).toHaveLength(sources.length)
})

test('every entry point can be imported', async () => {
  for (const name of PACKAGES) {
    const {exports} = JSON.parse(
      readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'),
    ) as {exports: Record<string, {default?: string}>}
    const paths = Object.entries(exports).filter(([, target]) => target.default)
    const imports = paths.map(([path]) => `import '${join('@copydesk', name, path)}'\n`)
    writeFileSync(join(folder, `${name}-imports.js`), imports.join(''))
    expect(await printed(`${name}-imports.js`)).toBe('')
  }
})

test('a foreign project compiles against the types', async () => {
  writeFileSync(
    join(folder, 'types.ts'),
    `import type {Lake, LakeOptions} from '@copydesk/lake'
     import type {Rule} from '@copydesk/lake/types'
     import {createPlan} from '@copydesk/groq/plan'
     export const folderOf = ({dataFolder}: LakeOptions): string => dataFolder
     export const close = (lake: Lake): Promise<void> => lake.close()
     export const rule: Rule = ({changes}) => ({writes: changes.map(({id}) => ({delete: {id}}))})
     // @ts-expect-error The query is a text.
     createPlan(1, {})`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024']
  const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')]
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const args = [tsc, ...options, '--skipLibCheck', ...types, 'types.ts']
  expect(await run(process.execPath, args, {cwd: folder})).toMatchObject({code: 0, output: ''})
})

test('the query engine works as its README says', async () => {
  const [query = '', trace = '', parse = ''] = examplesOf('groq')
  for (const file of [query, trace]) {
    expect(await printed(file)).toBe(foretold(file))
  }
  expect(await printed(parse)).toMatch(/^queryParseError /)
})

test('an article is read as the README says', async () => {
  const [file = ''] = examplesOf('intake')
  expect(await printed(file)).toBe(foretold(file))
})

test('a lake serves the client’s writes and queries, as its README says', async () => {
  const [server = '', client = ''] = examplesOf('lake')
  const port = await freePort()
  for (const file of [server, client]) {
    const code = readFileSync(join(folder, file), 'utf8')
    writeFileSync(join(folder, file), code.replaceAll('3400', String(port)))
  }
  const child = spawn(process.execPath, [server], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  vi.stubEnv('LAKE_TOKEN', line.split(' ').at(-1))
  expect(await printed(client)).toBe(foretold(client))
  // A separate process decodes pictures.
  const picture = JSON.stringify(join(ROOT, 'tests/fixtures/photos/exif-gps.jpg'))
  const upload = `
    import {readFileSync} from 'node:fs'
    const {metadata} = await client.assets.upload('image', readFileSync(${picture}))
    console.log(metadata.dimensions.aspectRatio > 0)`
  const connect = readFileSync(join(folder, client), 'utf8').split('await client')[0]
  writeFileSync(join(folder, 'upload.js'), connect + upload)
  expect(await printed('upload.js')).toBe('true')
})
