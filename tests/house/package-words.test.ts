// The packages are products of their own, so they use only words of any Content Lake.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'

const WORDS = /newsroom|article|journalist|embargo|byline|copydesk/gi
/** The names of the packages, of the lake's command, and of the condition under which sources run. */
const NAMES = /@copydesk\/(?:groq|lake|source)\b|\bcopydesk-lake\b/g

/** `path:line: word` for each word that belongs to a product around the packages. */
function foreignWords(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = line.replaceAll(NAMES, '').match(WORDS) ?? []
    return found.map((word) => `${path}:${index + 1}: ${word}`)
  })
}

const files = ['packages/groq', 'packages/lake'].flatMap((folder) => {
  const sources = ['src', 'bin']
    .map((inside) => join(ROOT, folder, inside))
    .filter((inside) => existsSync(inside))
    .flatMap((inside) => readdirSync(inside, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return [join(ROOT, folder, 'README.md'), join(ROOT, folder, 'package.json'), ...sources]
})

it('finds the words, also within longer ones, and accepts the names of packages', () => {
  const text = `import '@copydesk/lake/types' // npx copydesk-lake\nconst newsroomName = 'Copydesk'`
  expect(foreignWords('x.ts', text)).toEqual(['x.ts:2: newsroom', 'x.ts:2: Copydesk'])
})

it('finds no word of a newsroom in the packages', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.flatMap((path) => foreignWords(path, readFileSync(path, 'utf8')))).toEqual([])
})
