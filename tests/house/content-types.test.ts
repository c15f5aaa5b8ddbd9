// Content types are listed once, in model/content-types.ts.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {productFiles} from './product-files.ts'

it('few files name the type article', () => {
  const found = productFiles()
    .filter((file) => !file.startsWith('queries/'))
    .filter((file) => file !== 'schemas/documents/article.ts')
    // An element of HTML, and a word of the language.
    .filter((file) => !file.startsWith('packages/'))
    .filter((file) => /['"`]article['"`]/.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(15)
})
