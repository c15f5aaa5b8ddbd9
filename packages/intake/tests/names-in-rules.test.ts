import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {golds} from './articles.ts'

const FOLDERS = ['languages', 'parts', 'quotes'].map(
  (name) => new URL(`../src/${name}/`, import.meta.url),
)

/** Entries of lists; comments show examples. */
const rules = FOLDERS.flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) =>
      readFileSync(new URL(name, folder), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, ''),
    ),
)
  .join('\n')
  .toLowerCase()

/** Every country has one, and papers write it with capitals. */
const KINDS = new Set(['protección civil'])

test('no rule names a person, an organisation or a place of the corpus', () => {
  const names = golds.flatMap(({quotes, bylines, photos}) => [
    ...quotes.flatMap(({speakers}) =>
      speakers.flatMap(({name, affiliation}) => [name, affiliation]),
    ),
    ...bylines.map(({name}) => name),
    ...photos.flatMap(({creator, holder}) => [creator, holder]),
  ])
  // "équipe nationale" is the name of none.
  const isName = (name: string | null) =>
    name !== null && name.includes(' ') && name !== name.toLowerCase()
  const found = [...new Set(names)].filter(
    (name) =>
      isName(name) &&
      !KINDS.has(name?.toLowerCase() ?? '') &&
      rules.includes(name?.toLowerCase() ?? ''),
  )
  expect(found).toEqual([])
})
