// Few files may have functions of more than 60 lines, and lint names each.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {productFiles} from './product-files.ts'

const RULE = 'max-lines-per-function'
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

interface Override {
  files: string[]
  rules: Record<string, unknown>
}

it('at most 15 files are exceptions, and each exists', () => {
  const {overrides} = JSON.parse(read('.oxlintrc.json').replaceAll(/^\s*\/\/.*$/gm, '')) as {
    overrides: Override[]
  }
  const exceptions = overrides
    .filter(({rules}) => rules[RULE] === 'off')
    .flatMap(({files}) => files)
  expect(exceptions.length).toBeLessThanOrEqual(15)
  expect(exceptions.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

it('no file switches the rule off by itself', () => {
  expect(productFiles().filter((file) => read(file).includes(RULE))).toEqual([])
})
