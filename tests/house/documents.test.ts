// The documents name existing paths, links, pictures, commands and settings.
import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {program} from '../../server/commands/program.ts'
import {ROOT} from '../../server/paths.ts'
import {stepsOf} from '../support/document-files.ts'

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'scripts/bench/README.md',
  ...globSync('docs/**/*.md', {cwd: ROOT}),
]
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const linesOf = (file: string): number => read(file).trimEnd().split('\n').length
const scripts = (JSON.parse(read('package.json')) as {scripts: Record<string, string>}).scripts
/** Without the data of a newsroom that was started here: documents name its files, too. */
const topLevel = new Set(readdirSync(ROOT).filter((name) => name !== 'copydesk-data'))

/** Inline code that begins with something of the root: `packages/lake/src/http/mux.ts`, `.env.example`. */
function pathsIn(text: string): string[] {
  const codes = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  return codes.filter((code) => {
    if (!/^[\w.@-][\w.@/-]*$/.test(code)) return false
    const [first = ''] = code.split('/')
    const isFile = /^[\w-]*\.?[\w-]+\.(ts|tsx|js|mjs|json|md|example)$/.test(code)
    return (code.includes('/') && (topLevel.has(first) || code.endsWith('/'))) || isFile
  })
}

/** Links and pictures that stay in the repository. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
}

/** A text without its blocks of code. */
const withoutCode = (text: string): string => text.replaceAll(/^ *```.*?^ *```/gms, '')

/** Headings of a level, and how GitHub spells them in an address. */
function headingsIn(text: string, level: string): string[] {
  return [...withoutCode(text).matchAll(new RegExp(`^${level} (.+)$`, 'gm'))].map(
    ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
  )
}

function commandsIn(text: string): string[] {
  const called = [...text.matchAll(/npm (?:-s )?(run(?: -s)?|start|test)\b(?:[ \t]+([\w:-]+))?/g)]
  return called.map(([, verb = '', name = '']) => (verb.startsWith('run') ? name : verb))
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document)

  test('links to files that exist', () => {
    const from = join(ROOT, dirname(document))
    const files = linksIn(text).map((target) => target.replace(/#.*$/, ''))
    expect(files.filter((file) => !existsSync(join(from, file)))).toEqual([])
  })

  test('links to headings that exist', () => {
    const lost = linksIn(text).filter((target) => {
      const [file = '', heading] = target.split('#')
      const page = file === '' ? document : join(dirname(document), file)
      return heading !== undefined && !headingsIn(read(page), '#{1,4}').includes(heading)
    })
    expect(lost).toEqual([])
  })

  // The changelog names things that existed earlier.
  if (document === 'CHANGELOG.md') return

  test('names paths that exist, or that it asks readers to create', () => {
    const made = stepsOf(text).map(({file}) => file)
    const lost = pathsIn(text).filter((path) => !existsSync(join(ROOT, path)))
    expect(lost.filter((path) => !made.includes(path))).toEqual([])
  })

  test('names npm scripts that exist', () => {
    expect(commandsIn(text).filter((name) => name !== '' && !(name in scripts))).toEqual([])
  })

  test('names commands of copydesk that exist', () => {
    const named = [...text.matchAll(/copydesk -- ([a-z][\w-]*)(?: ([a-z]+)\b)?/g)]
    const commands = program().commands
    for (const [call, noun, verb] of named) {
      const command = commands.find((one) => one.name() === noun)
      expect(command, call).toBeDefined()
      const verbs = command?.commands.map((one) => one.name()) ?? []
      if (verb && verbs.length > 0) expect(verbs, call).toContain(verb)
    }
  })
})

/** Name and default of each setting: - `PORT` (3333): a port. */
function settingsIn(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^- `([A-Z_]+)`(?: \((.+?)\))?: /gm)]
  return Object.fromEntries(lines.map(([, name = '', byDefault = '']) => [name, byDefault]))
}

test.each(globSync('docs/*.md', {cwd: ROOT}))('%s lists its headings at its head', (page) => {
  const headings = headingsIn(read(page), '##').filter((heading) => heading !== 'contents')
  const [, contents = ''] = /^## Contents\n(.*?)^## /ms.exec(read(page)) ?? []
  const listed = [...contents.matchAll(/^- \[.+?\]\(#([^)]+)\)/gm)].map(([, target]) => target)
  expect(listed).toEqual(headings)
})

/** Words of each sentence of a text, without code, tables and headings. */
function sentencesIn(text: string): number[] {
  const prose = withoutCode(text)
    .replaceAll(/^[|#].*$/gm, '')
    .replaceAll(/^- /gm, '\n')
  const sentences = prose.split(/\n{2,}|[.!?:]\s/).map((one) => one.trim().split(/\s+/))
  return sentences.map(({length}) => length).filter((length) => length > 1)
}

test('ARCHITECTURE.md has short sentences', () => {
  const lengths = sentencesIn(read('ARCHITECTURE.md'))
  expect(lengths.length).toBeGreaterThan(20)
  expect(lengths.reduce((sum, length) => sum + length) / lengths.length).toBeLessThanOrEqual(18)
  expect(sentencesIn('One two. Three four five:\n\n- six seven\n')).toEqual([2, 3, 2])
})

test('the pages of docs/ have at most 22,000 words, as wc -w counts them, without code', () => {
  const pages = globSync('docs/*.md', {cwd: ROOT})
  const words = pages.flatMap((page) => withoutCode(read(page)).split(/\s+/).filter(Boolean))
  expect(words.length).toBeLessThanOrEqual(22_000)
})

test('README.md has at most 150 lines', () => {
  expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(150)
})

describe('the documents together', () => {
  const all = DOCUMENTS.map(read).join('\n')

  test('are found, and name many things that could be missing', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(8)
    expect(pathsIn(all).length).toBeGreaterThan(50)
    expect(linksIn(all).length).toBeGreaterThan(10)
    expect(commandsIn(all).length).toBeGreaterThan(30)
    expect(pathsIn('`server/nothing.ts` and `server/`')).toEqual(['server/nothing.ts', 'server/'])
  })

  test('list every decision, each short', () => {
    const list = linksIn(read('docs/decisions/README.md'))
    const decisions = globSync('docs/decisions/*.md', {cwd: ROOT}).map((file) => basename(file))
    expect(list.toSorted()).toEqual(decisions.filter((file) => file !== 'README.md').toSorted())
    const long = list.filter((file) => linesOf(`docs/decisions/${file}`) > 40)
    expect(long).toEqual([])
  })

  test('keep ARCHITECTURE.md a map', () => {
    expect(linesOf('ARCHITECTURE.md')).toBeLessThanOrEqual(150)
  })

  test('show exactly the pictures that the script made', () => {
    const shown = new Set(
      [...all.matchAll(/images\/([\w-]+\.png)/g)].map(([, picture = '']) => picture),
    )
    const taken = readdirSync(join(ROOT, 'docs/images'))
    expect(taken.length).toBeGreaterThan(3)
    for (const picture of shown) expect(taken).toContain(picture)
    const script = read('scripts/screenshots.ts')
    for (const picture of taken) expect(script).toContain(`'${picture.replace('.png', '')}'`)
  })

  test('describe each setting with its default, as .env.example does', () => {
    const schema = /const schema = z\.object\(\{(.*?)\n\}\)/s.exec(read('server/environment.ts'))
    const settings = (schema?.[1] ?? '').split(/^ {2}(?=[A-Z_]+:)/m).slice(1)
    const rows = settingsIn(read('docs/settings.md'))
    expect(settings.length).toBeGreaterThan(20)
    for (const setting of settings) {
      const [name = ''] = setting.split(':')
      const byDefault = /\.default\('(.+?)'\)/.exec(setting)?.[1]
      expect(rows).toHaveProperty(name)
      if (byDefault) expect(rows[name], name).toBe(byDefault)
    }
    const example = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(
      ([, name = '']) => name,
    )
    expect(Object.keys(rows).toSorted()).toEqual(example.toSorted())
  })

  test('have a script behind every command of package.json', () => {
    for (const [name, command] of Object.entries(scripts)) {
      const script = /scripts\/run\.mjs ([\w-]+)/.exec(command)?.[1]
      if (script) expect(existsSync(join(ROOT, `scripts/${script}.ts`)), name).toBe(true)
    }
  })
})

test('the diagrams of ARCHITECTURE.md name files that exist', () => {
  const diagrams = [...read('ARCHITECTURE.md').matchAll(/```mermaid\n(.*?)```/gs)].join('\n')
  const named = [...diagrams.matchAll(/[\w-]+(?:\/[\w-]+)+\.tsx?/g)].map(([path]) => path)
  const roots = ['', 'packages/lake/src', 'packages/groq/src']
  const lost = named.filter((path) => !roots.some((root) => existsSync(join(ROOT, root, path))))
  expect(named.length).toBeGreaterThan(15)
  expect(lost).toEqual([])
})
