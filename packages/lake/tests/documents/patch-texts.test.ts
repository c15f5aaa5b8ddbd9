import {makePatches, stringifyPatches} from '@sanity/diff-match-patch'
import {Mutation as Mutator} from '@sanity/mutator'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isPlainPatch} from '../../src/documents/plain-patch.ts'
import {patchTexts} from '../../src/documents/patch-texts.ts'
import type {LakeDocument} from '../../src/types.ts'

const SYSTEM = {_id: 'a', _type: 'article', _rev: 'r', _createdAt: 't', _updatedAt: 't'}
const patchOf = (from: string, to: string) => stringifyPatches(makePatches(from, to))

const viaMutator = (document: LakeDocument, diffMatchPatch: Record<string, string>) =>
  new Mutator({mutations: [{patch: {id: 'a', diffMatchPatch}}]}).apply(document) as LakeDocument

/** Paths to the texts of a document, as the studio writes them. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value))
    return value.flatMap((element, at) => {
      const key = (element as {_key?: string} | null)?._key
      return pathsIn(element, `${path}[${key === undefined ? at : `_key=="${key}"`}]`)
    })
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    pathsIn(part, path ? `${path}.${name}` : name),
  )
}

describe('text patches at plain paths', () => {
  const text = fc.string({unit: 'binary', maxLength: 40})
  const name = fc.constantFrom('title', 'text', 'children', 'body')
  const {value} = fc.letrec((tie) => ({
    value: fc.oneof(
      {maxDepth: 3},
      text,
      fc.constant(null),
      fc.integer(),
      fc.dictionary(name, tie('value'), {noNullPrototype: true}),
      fc.array(
        fc.oneof(
          tie('value'),
          fc.record({_key: fc.constantFrom('k', 'l'), text}, {noNullPrototype: true}),
        ),
      ),
    ),
  }))

  it('do what the mutator does, or leave it to the mutator', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value, {noNullPrototype: true}),
        text,
        fc.nat(),
        (fields, to, at) => {
          const document = {...SYSTEM, ...fields} as LakeDocument
          const paths = pathsIn(fields)
          const path = paths[at % (paths.length || 1)] ?? 'title'
          const patch = {[path]: patchOf('some text', to)}
          fc.pre(isPlainPatch({id: 'a', diffMatchPatch: patch}))
          const after = patchTexts(document, patch)
          if (after !== undefined) expect(after).toEqual(viaMutator(document, patch))
        },
      ),
      {seed: 1, numRuns: 500},
    )
  })

  const document = {
    ...SYSTEM,
    title: 'Tide',
    body: [
      {_key: 'p', children: [{_key: 's', text: 'One'}]},
      {_key: 'q', children: [{_key: 's', text: 'Two'}]},
    ],
    tags: ['a', {_key: 'x', n: 1}, {_key: 'x', n: 2}],
  }

  it('keep all other parts the same objects', () => {
    const after = patchTexts(document, {
      title: patchOf('Tide', 'Tides'),
      'body[_key=="p"].children[_key=="s"].text': patchOf('One', 'Only'),
    })
    expect(after).toEqual({
      ...document,
      title: 'Tides',
      body: [{_key: 'p', children: [{_key: 's', text: 'Only'}]}, document.body[1]],
    })
    expect(Object(after?.['body'])[1]).toBe(document.body[1])
    expect(after?.['tags']).toBe(document.tags)
  })

  it.each(['dek', 'tags[9]', 'tags[1].n', 'tags[_key=="x"].n', 'title.length', 'body', 'toString'])(
    'leave %s to the mutator',
    (path) => {
      expect(patchTexts(document, {[path]: patchOf('a', 'b')})).toBeUndefined()
    },
  )
})
