import fc from 'fast-check'
import {expect, it} from 'vitest'
import {asRead} from '../../src/documents/json-document.ts'
import type {LakeDocument} from '../../src/types.ts'

const document = (more: object = {}): LakeDocument => ({
  _id: 'a',
  _type: 'article',
  _createdAt: '2026-11-25T10:00:00Z',
  _updatedAt: '2026-11-25T10:00:00Z',
  _rev: '1',
  ...more,
})

it('a written document is what its JSON text says, whatever is in it', () => {
  const odd = fc.constantFrom(undefined, Number.NaN, -0, new Date(0), Symbol('s'), () => 1)
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      {maxDepth: 3},
      fc.jsonValue(),
      odd,
      fc.array(tie('any'), {maxLength: 4}),
      fc.dictionary(fc.string(), tie('any'), {maxKeys: 4}),
    ),
  })).any
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, {maxKeys: 5}), (fields) => {
      const whole = document(fields)
      const text = JSON.stringify(whole)
      expect(asRead(whole, text)).toEqual(JSON.parse(text))
    }),
  )
})

it('a written document is the same object where JSON says all of it', () => {
  const plain = document({body: [{_key: 'a', n: 1}]})
  expect(asRead(plain, JSON.stringify(plain))).toBe(plain)
})
