import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../../server/paths.ts'

const ROOMS = [
  'model',
  'schemas',
  'queries',
  'workflow',
  'studio',
  'site',
  'server',
  'scripts',
  'packages',
]

/** TypeScript files of the product, from the root: no tests, benchmarks, builds or generated files. */
export const productFiles = (): string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), {recursive: true, encoding: 'utf8'}).map((file) =>
      join(room, file),
    ),
  ).filter(
    (file) =>
      /\.tsx?$/.test(file) && !/node_modules|\/(tests|dist|bench)\/|sanity\.types/.test(file),
  )
