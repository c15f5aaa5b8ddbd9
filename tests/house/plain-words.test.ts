// Documents, error messages and labels are in plain English: no word of the old dialect is in them.
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseAst} from 'vite'
import {describe, expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {DIALECT, dialectIn} from './dialect.ts'

const DOCUMENTS = globSync(
  [
    '{README,ARCHITECTURE,CONTRIBUTING}.md',
    'docs/**/*.md',
    'packages/*/README.md',
    'scripts/bench/README.md',
  ],
  {cwd: ROOT},
)
/** Migrations ran as they are, and the demonstration content is fiction. */
const OTHER_TEXTS = [
  'packages/lake/src/store/migrations.ts',
  'server/operations/seed/demonstration-actions.ts',
]
const PRODUCT = globSync(
  ['{model,schemas,workflow,studio,site,server}/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'],
  {cwd: ROOT},
).filter((file) => !OTHER_TEXTS.includes(file))
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** A document without code. */
const proseOf = (document: string): string =>
  document.replaceAll(/^ *```.*?^ *```/gms, '').replaceAll(/`[^`\n]+`/g, '`…`')

interface Node {
  type: string
  value?: unknown
  [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** Texts of a program that people read: strings, templates and JSX with at least two words. */
function textsIn(source: string, lang: 'ts' | 'tsx'): string[] {
  const texts: string[] = []
  const visit = (node: Node): void => {
    const {type, value} = node
    if (/^(?:Import|ExportAll|TSLiteralType)/.test(type)) return
    if (typeof value === 'string') texts.push(value)
    if (type === 'TemplateElement') texts.push((value as {cooked: string}).cooked)
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child)
  }
  visit(parseAst(source, {lang}) as unknown as Node)
  return texts.filter((text) => /\p{L}+ \p{L}+/u.test(text))
}

describe('the list of words', () => {
  test.each(DIALECT)('finds $sample', ({pattern, sample}) => {
    expect(sample).toMatch(pattern)
    expect(dialectIn(sample)).not.toEqual([])
  })

  test('passes plain English', () => {
    const plain = 'Only editors can share. There is no draft. The token is no longer valid.'
    expect(dialectIn(plain)).toEqual([])
  })

  test('is searched in strings, templates and JSX, not in names', () => {
    const source = `
      import {alone} from './who-stands-alone.ts'
      const skim = 'Editors alone can share.'
      throw new Error(\`It stands in "\${skim}".\`)
      const Label = () => <p title="The sight of it">A guest reads</p>`
    expect(textsIn(source, 'tsx').flatMap(dialectIn)).toHaveLength(4)
  })
})

test.each(DOCUMENTS)('%s is in plain English', (file) => {
  const paragraphs = proseOf(read(file)).split(/\n{2,}/)
  const faults = paragraphs.flatMap((paragraph) => {
    const text = paragraph.replaceAll(/\s+/g, ' ')
    return dialectIn(text).map((fault) => `${fault} in "${text}"`)
  })
  expect(faults).toEqual([])
})

test('error messages and labels are in plain English', () => {
  const faults = PRODUCT.flatMap((file) =>
    textsIn(read(file), file.endsWith('x') ? 'tsx' : 'ts').flatMap((text) =>
      dialectIn(text).map((fault) => `${file}: ${fault} in "${text.trim()}"`),
    ),
  )
  expect(faults).toEqual([])
})
