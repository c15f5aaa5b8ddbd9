// The page of caches names the caches that the code has.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {CACHES} from '../../scripts/bench/cache-list.ts'
import {ROOT} from '../../server/paths.ts'
import {productFiles} from './product-files.ts'

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const PAGE = read('docs/caches.md')

test('docs/caches.md names each file with an LRU cache or a WeakMap', () => {
  const files = productFiles().filter((file) => /new (?:LRUCache|WeakMap)\b/.test(read(file)))
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => !PAGE.includes(`\`${file}\``))).toEqual([])
})

test.each(Object.entries(CACHES))('docs/caches.md has a row for %s', (name, {file}) => {
  expect(PAGE).toMatch(new RegExp(`^\\| ${name}[ ,]`, 'm'))
  expect(PAGE).toContain(`\`${file}\``)
})

test.each(Object.entries(CACHES))('the bench finds the code of %s once', (_name, edit) => {
  expect(read(edit.file).split(edit.find)).toHaveLength(2)
})
