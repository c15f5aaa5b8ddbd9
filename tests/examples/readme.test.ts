// Each example says briefly how to start it and what to look at, and names only existing things.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {EXAMPLES} from './run.ts'

const NAMES = readdirSync(EXAMPLES).toSorted()

it('are those that the documents promise', () => {
  expect(NAMES).toEqual(['astro', 'client', 'fetch-browser', 'fetch-node', 'next', 'python'])
  const document = readFileSync(join(ROOT, 'docs/front-ends.md'), 'utf8')
  for (const name of NAMES) expect(document).toContain(`(../examples/${name}/README.md)`)
})

it.each(NAMES)('examples/%s has a README that is true', (name) => {
  const folder = join(EXAMPLES, name)
  const text = readFileSync(join(folder, 'README.md'), 'utf8')
  const lines = text.trim().split('\n').length
  expect(lines).toBeGreaterThanOrEqual(10)
  expect(lines).toBeLessThanOrEqual(30)

  const codes = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const paths = codes.filter((code) => /^[\w./-]+\.(tsx?|astro|mjs|py|html|json)$/.test(code))
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths)
    expect(existsSync(join(folder, path)) || existsSync(join(ROOT, path)), path).toBe(true)

  const shell = /```sh\n([^]*?)```/.exec(text)?.[1] ?? ''
  const called = [...shell.matchAll(/^npm (?:run )?(start|build|typegen|types)\b/gm)]
  const scripts = existsSync(join(folder, 'package.json'))
    ? (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {scripts: object}).scripts
    : {}
  for (const [command, script = ''] of called) expect(scripts, command).toHaveProperty(script)
})

const FRONT_ENDS = readFileSync(join(ROOT, 'docs/front-ends.md'), 'utf8')

it.each(NAMES)('%s says what it needs, and docs/front-ends.md says the same', (name) => {
  const readme = readFileSync(join(EXAMPLES, name, 'README.md'), 'utf8')
  const needed = /\b((?:Node|Python) [\d.]+) or newer/.exec(readme)?.[1] ?? 'a browser'
  const row = FRONT_ENDS.split('\n').find((line) => line.startsWith(`| [\`examples/${name}\``))
  expect(row?.split(' | ').at(-1)).toBe(`${needed} |`)
})

it.each(NAMES.filter((name) => existsSync(join(EXAMPLES, name, 'package.json'))))(
  '%s installs the versions of its lock file, from whichever registry its reader uses',
  (name) => {
    type Dependencies = Record<'dependencies' | 'devDependencies', object | undefined>
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(join(EXAMPLES, name, file), 'utf8'))
    const {dependencies, devDependencies} = read('package.json') as Dependencies
    const {packages} = read('package-lock.json') as {packages: Record<string, Dependencies>}
    const {dependencies: locked, devDependencies: lockedDev} = packages[''] as Dependencies
    expect([locked, lockedDev]).toEqual([dependencies, devDependencies])
    expect(Object.values(packages).filter((one) => 'resolved' in one)).toEqual([])
    expect(readFileSync(join(EXAMPLES, name, 'README.md'), 'utf8')).toContain('npm ci\n')
  },
)
