// Which types there are is said once, in model/content-types.ts.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'

const ROOMS = ['model', 'schemas', 'workflow', 'studio', 'site', 'server', 'scripts', 'packages']

it('few files name the type article', () => {
  const found = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), {recursive: true, encoding: 'utf8'}).map((file) =>
      join(room, file),
    ),
  )
    .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\/(tests|dist|bench)\//.test(file))
    .filter((file) => file !== 'schemas/documents/article.ts')
    .filter((file) => /['"`]article['"`]/.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(15)
})
