// Each example says briefly how to start it and what to look at, and names nothing that is not there.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../scripts/paths.ts'
import {EXAMPLES} from './run.ts'

const NAMES = readdirSync(EXAMPLES).toSorted()

it('are the ones that the documents promise', () => {
  expect(NAMES).toEqual(['astro', 'client', 'fetch-browser', 'fetch-node', 'next', 'python'])
  const document = readFileSync(join(ROOT, 'docs/front-ends.md'), 'utf8')
  for (const name of NAMES) expect(document).toContain(`(../examples/${name}/README.md)`)
})

it.each(NAMES)('examples/%s has a README that holds', (name) => {
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
