// Documents, error messages, labels, comments and test names are in plain English, without words of
// the old dialect.
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseAst, parseSync} from 'vite'
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
/** Released migrations do not change, and the demonstration content is fiction. */
const OTHER_TEXTS = [
  'packages/lake/src/store/migrations.ts',
  'server/operations/seed/demonstration-actions.ts',
]
const PRODUCT = globSync(
  ['{model,schemas,workflow,studio,site,server}/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'],
  {cwd: ROOT},
).filter(
  (file) => !OTHER_TEXTS.includes(file) && !file.startsWith('packages/intake/src/languages/'),
)
/** Folders whose comments and test names are searched. */
const SEARCHED = [
  'model',
  'schemas',
  'workflow',
  'queries',
  'studio',
  'site',
  'server',
  'scripts',
  'packages/groq/src',
  'packages/groq/tests',
  'packages/intake/src',
  'packages/intake/tests',
  'packages/lake/src',
  'packages/lake/tests',
  'seed',
  'examples',
  'tests',
]
/** Installed packages of examples, and the words that this test looks for. */
const isSkipped = (file: string): boolean =>
  file.includes('node_modules/') || file === 'tests/house/plain-words.test.ts'
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

/** Comments without their asterisks and line breaks. Comments of one line each are one text. */
function commentsIn(source: string): string[] {
  const texts: string[] = []
  let end = -1
  for (const comment of parseSync('source.tsx', source).comments) {
    const text = comment.value
      .replaceAll(/^\s*\*/gm, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const isNextLine = source.slice(end, comment.start).trim() === '' && comment.type === 'Line'
    if (isNextLine && texts.length > 0) texts.push(`${texts.pop()} ${text}`)
    else texts.push(text)
    end = comment.end
  }
  return texts
}

/** Names of tests: `it('…', …)`, `test.each(…)('…', …)`, `describe('…', …)`. */
function testNamesIn(source: string): string[] {
  const calls = /(?:\b(?:it|test|describe)(?:\.\w+)*|\))\(\s*(?:'((?:[^'\\\n]|\\.)*)'|`([^`]*)`),/g
  return [...source.matchAll(calls)].map(([, quoted, template]) => quoted ?? template ?? '')
}

describe('the list of words', () => {
  test.each(DIALECT)('finds $sample', ({pattern, sample}) => {
    expect(sample).toMatch(pattern)
    expect(dialectIn(sample)).not.toEqual([])
  })

  test('passes plain English', () => {
    const plain =
      'Only editors can share. There is no draft. The token is no longer valid.' +
      ' Others are left alone. Leave old drafts alone.'
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

  test('is searched in comments and test names', () => {
    const source = `
      // The rules of
      // the house.
      /** What lies
       * there. */
      it('is no draft', () => 'It stands there.')
      test.each([1])('tells of %s', () => {})
      describe.skipIf(true)(\`the sight\`, () => {})`
    expect(commentsIn(source).flatMap(dialectIn)).toHaveLength(2)
    expect(testNamesIn(source).flatMap(dialectIn)).toHaveLength(3)
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

test.each(SEARCHED)('comments and test names of %s are in plain English', (folder) => {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, {cwd: ROOT}).filter((file) => !isSkipped(file))
  expect(files).not.toEqual([])
  const faults = files.flatMap((file) => {
    const source = read(file)
    return [...commentsIn(source), ...testNamesIn(source)].flatMap((text) =>
      dialectIn(text).map((fault) => `${file}: ${fault} in "${text}"`),
    )
  })
  expect(faults).toEqual([])
})
