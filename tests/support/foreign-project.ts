// A project of somebody else with a Sanity studio, on the lake's packages as `npm install` puts them in, and the programs
// that run in it.
import {spawn, type ChildProcess} from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {expect} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {BLANK_TEMPLATE} from '../fixtures/blank-template.ts'

const README = readFileSync(join(ROOT, 'packages/lake/README.md'), 'utf8')
/** They come from this repository, so that nothing is downloaded. */
const INSTALLED = ['sanity', 'react', 'react-dom', 'styled-components', '@sanity/vision']

const folder = mkdtempSync(join(tmpdir(), 'foreign-studio-'))
/** The project's folder. */
export const studio = join(folder, 'studio')
const children = new Set<ChildProcess>()

export interface Program {
  output: string
  child: ChildProcess
  ended: Promise<number | null>
}

/**
 * Resolves once the program has ended well, or printed `until`.
 *
 * @throws with what it printed where it ends otherwise
 */
async function run(command: string, args: string[], cwd: string, until?: RegExp): Promise<Program> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const child = spawn(command, args, {
    cwd,
    // A group of its own: npm, its shell and the program are stopped together, as by Ctrl+C.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: path,
      NODE_COMPILE_CACHE: undefined,
      NODE_ENV: undefined,
      NODE_OPTIONS: '',
      DO_NOT_TRACK: '1',
    },
  })
  children.add(child)
  let output = ''
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  const printed = new Promise<'printed'>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (until?.test(output)) resolve('printed')
      })
    }
  })
  const outcome = await Promise.race([ended, printed])
  if (outcome !== (until ? 'printed' : 0)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${outcome}: ${output}`)
  }
  return {output, child, ended}
}

export const npx = (args: string[], until?: RegExp): Promise<Program> =>
  run('npx', ['--no-install', ...args], studio, until)

/** Installs a package that this repository has. */
function installOurs(name: string): void {
  const place = join(studio, 'node_modules', name)
  mkdirSync(dirname(place), {recursive: true})
  symlinkSync(join(ROOT, 'node_modules', name), place)
}

/** Stops every program, and removes the project. */
export function removeProject(): void {
  for (const {pid} of children) process.kill(-Number(pid), 'SIGKILL')
  rmSync(folder, {recursive: true, force: true, maxRetries: 5})
}

/** The command of the README that begins so, without npx. */
export function documented(beginning: string): string[] {
  const line = README.split('\n').find((text) => text.startsWith(`npx ${beginning}`))
  if (!line) throw new Error(`packages/lake/README.md has no command "npx ${beginning}"`)
  return line.split(' ').slice(1)
}

/** The template's file as the README's diff changes it. */
function changed(before: string): string {
  const [, diff = ''] = /```diff\n--- sanity\.config\.ts\n([^]*?)```/.exec(README) ?? []
  const lines = diff.split('\n').slice(0, -1)
  const without = (mark: string): string =>
    lines.flatMap((line) => (line.startsWith(mark) ? [] : [`${line.slice(1)}\n`])).join('')
  expect(without('+')).toBe(before)
  expect(lines.filter((line) => /^[-+]/.test(line)).length).toBeLessThanOrEqual(5)
  return without('-')
}

/**
 * Puts in the blank template and the packages, and points the studio at a lake.
 *
 * @param lake the origin of the lake
 */
export async function install(lake: string): Promise<void> {
  mkdirSync(join(studio, 'schemaTypes'), {recursive: true})
  const workspaces = ['--workspace=@copydesk/groq', '--workspace=@copydesk/lake']
  await run('npm', ['pack', ...workspaces, '--pack-destination', folder], ROOT)
  writeFileSync(join(studio, 'package.json'), '{"private": true}')
  const tarballs = globSync('*.tgz', {cwd: folder}).map((name) => join(folder, name))
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', ['install', ...quiet, ...tarballs], studio)
  for (const name of INSTALLED) installOurs(name)
  symlinkSync('../sanity/bin/sanity', join(studio, 'node_modules/.bin/sanity'))
  for (const [name, text] of Object.entries(BLANK_TEMPLATE)) writeFileSync(join(studio, name), text)
  // The port is the only difference: another program may have the usual one.
  const config = changed(BLANK_TEMPLATE['sanity.config.ts'])
  writeFileSync(
    join(studio, 'sanity.config.ts'),
    config.replace('localLake()', `localLake({url: '${lake}'})`),
  )
}

/** Packages that the plugins import. The others come with the lake. */
const NEEDED = ['@sanity/icons', '@sanity/ui']
const PLUGINS = [
  ['people', 'people/index.ts', 'people()'],
  ['photoMetadata', 'photo-metadata/index.tsx', `photoMetadata({type: 'picture'})`],
  [
    'textLength',
    'text-length/index.tsx',
    `textLength({limits: {'recipe.title': {warn: 20, refuse: 30}}})`,
  ],
]

/** A foreign schema, and the plugins as docs/studio-plugins.md lists them. */
export function addPlugins(): void {
  for (const room of ['model', 'studio'])
    cpSync(join(ROOT, room), join(studio, room), {recursive: true})
  for (const name of NEEDED) installOurs(name)
  writeFileSync(
    join(studio, 'schemaTypes/index.ts'),
    `import {defineType} from 'sanity'

export const schemaTypes = [
  defineType({
    name: 'recipe',
    type: 'document',
    fields: [
      {name: 'title', type: 'string'},
      {name: 'picture', type: 'reference', to: [{type: 'picture'}]},
    ],
  }),
  defineType({
    name: 'picture',
    type: 'document',
    fields: [
      {name: 'image', type: 'image'},
      {name: 'caption', type: 'text'},
      {name: 'creditLine', type: 'string'},
    ],
  }),
]
`,
  )
  const file = join(studio, 'sanity.config.ts')
  const config = readFileSync(file, 'utf8')
  const imports = PLUGINS.map(
    ([name, path]) => `import {${name}} from './studio/plugins/${path}'\n`,
  )
  const lines = PLUGINS.map(([, , line]) => `, ${line}`)
  writeFileSync(
    file,
    config
      .replace('import {schemaTypes}', `${imports.join('')}import {schemaTypes}`)
      .replace('visionTool()]', `visionTool()${lines.join('')}]`),
  )
}
