// Few places override the compiler, each with its reason.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {productFiles} from './product-files.ts'

const found = (pattern: RegExp): string[] =>
  productFiles().flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(() => file),
  )

it('there are at most five double casts', () => {
  const files = found(/\bas unknown as\b/g)
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(5)
})

it('the compiler is not bypassed in another way', () => {
  const ways = /\bas never\b|\bas any\b(?! other)|@ts-(expect-error|ignore|nocheck)/g
  const castFunction = /<T>\((\w+): unknown\): T (=>|\{\s*return) \1 as T/g
  expect([...found(ways), ...found(castFunction)]).toEqual([])
})
