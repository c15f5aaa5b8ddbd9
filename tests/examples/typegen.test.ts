// TypeGen and the compiler work in examples/client as its README says; the frameworks' examples use
// the same queries and types.
import {cpSync, mkdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {EXAMPLES, run} from './run.ts'

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

// A copy: what the studio generates is never written over from here.
const copy = temporaryFolder()
let client: string
beforeAll(() => {
  client = join(copy, 'examples/client')
  mkdirSync(join(copy, 'queries'))
  cpSync(join(ROOT, 'queries/schema.json'), join(copy, 'queries/schema.json'))
  cpSync(join(EXAMPLES, 'client'), client, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  rmSync(join(client, 'sanity.types.ts'))
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

const tool = (...args: string[]) => run(process.execPath, args, {cwd: client})

it(
  'writes the committed types, and they are correct',
  {tags: ['full'], timeout: 60_000},
  async () => {
    const generated = await tool(
      join(ROOT, 'node_modules/sanity/bin/sanity'),
      'typegen',
      'generate',
    )
    expect(generated.code, generated.errors).toBe(0)
    expect(read(client, 'sanity.types.ts')).toBe(read(EXAMPLES, 'client/sanity.types.ts'))
    const compiled = await tool(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.')
    expect(compiled.output).toBe('')
    expect(compiled.code).toBe(0)
  },
)

/** What TypeGen wrote of the queries, and the types that this names. The rest of the schema is left out. */
function typesOfQueries(types: string): string {
  const start = types.indexOf('// Source: queries.ts')
  return types
    .slice(0, start)
    .trim()
    .split('\n\n')
    .reduceRight((kept, declaration) => {
      const [, name = ''] = /^export (?:type|declare const) (\w+)/m.exec(declaration) ?? []
      const code = kept.replaceAll(/^\/\/.*$/gm, '')
      return new RegExp(`\\b${name}\\b`).test(code) ? `${declaration}\n\n${kept}` : kept
    }, types.slice(start))
}

// `vitest run -u` writes the types again.
it.each(['next/newsroom', 'astro/src/newsroom'])('are the same in examples/%s', async (folder) => {
  expect(read(EXAMPLES, folder, 'queries.ts')).toBe(read(EXAMPLES, 'client/queries.ts'))
  await expect(typesOfQueries(read(EXAMPLES, 'client/sanity.types.ts'))).toMatchFileSnapshot(
    join(EXAMPLES, folder, 'sanity.types.ts'),
  )
})

it.each(['client', 'next', 'astro'])(
  'examples/%s names the versions that are used here',
  (name) => {
    interface Package {
      dependencies: Record<string, string>
    }
    const here = JSON.parse(read(ROOT, 'package.json')) as Package
    const there = JSON.parse(read(EXAMPLES, name, 'package.json')) as Package
    const shared = Object.keys(there.dependencies).filter((one) => one in here.dependencies)
    expect(shared).toContain('@sanity/client')
    for (const one of shared) expect(there.dependencies[one], one).toBe(here.dependencies[one])
  },
)
