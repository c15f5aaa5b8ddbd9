// The TypeScript in the pages for front-end developers compiles, in a project that has copied `queries/`.
import {cpSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {readFrontEndPages} from '../support/front-end-pages.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {EXAMPLES, run} from './run.ts'

const DOCUMENT = readFrontEndPages()
const blocks = [...DOCUMENT.matchAll(/```ts\n([^]*?)```/g)]
  .map(([, code = '']) => code)
  // The site is a built file without types.
  .filter((code) => !code.includes('/dist/'))

/** What a passage takes from one before it, or leaves to its reader. */
const AROUND = `
import type {SanityClient} from '@sanity/client'
import type {ARTICLE_BY_SLUG_QUERY_RESULT, HOME_QUERY_RESULT} from './queries/sanity.types.ts'
type Article = NonNullable<ARTICLE_BY_SLUG_QUERY_RESULT>
declare global {
  const client: SanityClient
  const createClient: typeof import('@sanity/client').createClient
  const ARTICLE_BY_SLUG_QUERY: typeof import('./queries/articles.ts').ARTICLE_BY_SLUG_QUERY
  const HOME_QUERY: typeof import('./queries/articles.ts').HOME_QUERY
  const photo: {image: NonNullable<NonNullable<NonNullable<Article['leadPhoto']>['photo']>['image']>}
  function render(home: HOME_QUERY_RESULT): void
}
`

const TSCONFIG = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  },
  include: ['*.ts'],
}

const folder = temporaryFolder()
beforeAll(() => {
  cpSync(join(ROOT, 'queries'), join(folder, 'queries'), {recursive: true})
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'around.ts'), AROUND)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
})

const compile = () =>
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {cwd: folder})

it('compiles, and its answers have types', {tags: ['full'], timeout: 60_000}, async () => {
  expect(blocks.length).toBeGreaterThanOrEqual(5)
  for (const [index, code] of blocks.entries())
    writeFileSync(join(folder, `block-${index}.ts`), `${code}\nexport {}\n`)
  const {code, output} = await compile()
  expect(output).toBe('')
  expect(code).toBe(0)

  const asked = blocks.findIndex((block) => block.includes('const article = await client.fetch('))
  const wrong = `${blocks[asked]}\nexport const headline: number | null | undefined = article?.headline\n`
  writeFileSync(join(folder, `block-${asked}.ts`), wrong)
  expect((await compile()).output).toContain("Type 'string' is not assignable to type 'number'")
})

it('installs the versions that the example is tested with', () => {
  const file = readFileSync(join(EXAMPLES, 'client/package.json'), 'utf8')
  const {dependencies, devDependencies} = JSON.parse(file) as Record<string, object>
  const named = [...DOCUMENT.matchAll(/ (@?[a-z/-]+)@(\d+\.\d+\.\d+)/g)]
  expect(named.length).toBeGreaterThanOrEqual(3)
  for (const [, name = '', version] of named)
    expect({...dependencies, ...devDependencies}).toHaveProperty([name], version)
})
