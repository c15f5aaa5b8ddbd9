// Paths of patches: which can run, and which are refused because they would do nothing.
import {extractWithPath, Mutation} from '@sanity/mutator'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {pathProblem} from '../src/patch-path.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

describe('A path from one of Sanity’s tools is accepted', () => {
  it.each([
    'title',
    'slug.current',
    '_system.delete',
    'body[_key=="a1b2"].children[_key == "x"].text',
    'body[-1]',
    'body[0]',
    'body[2:5]',
    'body[2:]',
    'body[:5]',
    'body[0:9:2]',
    'body[0,2,4]',
    'tags[@ == "a \\"quoted\\" one"]',
    'tags[@ > 3]',
    'list[author.name == "Jane"]',
    'list[flag == true, count != -1.5]',
    'list[caption?]',
    "['name with spaces']",
    "a['it\\'s'].b",
    '..caption',
    'body..text',
    'a[b.c, d]',
    'a.b[0][1].c',
    'list[name == "constructor"]',
    'constructors.prototypes',
  ])('%s', (path) => {
    expect(pathProblem(path)).toBeNull()
    expect(() => extractWithPath(path, {})).not.toThrow()
  })
})

describe('A path that could do nothing is refused', () => {
  it.each([
    ['', 'ends where a field name, a "[" or ".." is expected'],
    ['[]', 'has "]" where a field name, a "[" or ".." is expected'],
    ['body[', 'ends where'],
    ['body[0', 'ends where a "]" is expected'],
    ['body]', 'has "]" where a ".", a "[" or the end is expected'],
    ['body[_key == "x"', 'ends where a "]" is expected'],
    ['body[_key = "x"]', 'cannot be read from character 10 on'],
    ['body[_key == x]', 'a text in double quotes'],
    ['body[:]', 'a number beside ":"'],
    ['body[1.5]', 'a whole number'],
    ['body[_key == "x]', 'cannot be read from character 13 on'],
    ['a.', 'ends where a field name is expected'],
    ['a..', 'ends where a field name'],
    ['a b', 'has "b" where'],
    ['a-b', 'cannot be read from character 2 on'],
    ['["a"]', 'has "a" where'],
    [`${'a['.repeat(30)}0${']'.repeat(30)}`, 'more than 20 brackets'],
  ])('%s', (path, problem) => {
    expect(pathProblem(path)).toContain(problem)
  })
})

describe('A path to properties that all objects share is refused', () => {
  const names = ['__proto__', 'constructor', 'prototype']
  it.each(
    names.flatMap((name) => [
      name,
      `embargo.${name}`,
      `${name}.until`,
      `embargo['${name}']`,
      `['${name}'].until`,
      `embargo[${name}]`,
      `embargo[a, ${name}.b]`,
      `embargo..${name}`,
      `..${name}`,
      `a[${name}.b == 1]`,
      `embargo['${name.slice(0, 3)}\\${name.slice(3)}']`,
    ]),
  )('%s', (path) => {
    expect(pathProblem(path)).toMatch(/which no field can be called/)
  })

  it.each(names)('also in double quotes, which do not make it a field name: %s', (name) => {
    expect(pathProblem(`embargo["${name}"]`)).not.toBeNull()
  })
})

it(
  'The mutator can run every accepted path without changing a prototype',
  {tags: ['random']},
  () => {
    const piece = fc.constantFrom(...PIECES)
    const path = fc.array(piece, {maxLength: 9}).map((parts) => parts.join(''))
    let accepted = 0
    fc.assert(
      fc.property(path, (given) => {
        if (pathProblem(given) !== null) return
        accepted++
        // An empty document fits every path: the mutator can at least read it.
        expect(() => extractWithPath(given, {})).not.toThrow()
        const patch = {id: 'd', set: {[given]: {planted: true}}}
        expect(hasPlainObjects(applied(patch))).toBe(true)
      }),
      {numRuns: runs(20_000), seed: 12},
    )
    expect(accepted).toBeGreaterThan(500 * FACTOR)
  },
)

const PIECES = [
  'a b __proto__ constructor . .. [ ] , : ? @ == > 0 -1 true "x" \'y\' [0] [_key=="k"]'.split(' '),
  [' ', "'", '"', '\\'],
].flat()
const DOCUMENT = {_id: 'd', _type: 't', a: [{_key: 'k', b: 1}], b: {a: {}, y: 'text'}}

/** Some accepted paths fit no document; the mutator says so. */
function applied(patch: object): unknown {
  try {
    return new Mutation({mutations: [{patch: patch as never}]}).apply(DOCUMENT)
  } catch {
    return null
  }
}

function hasPlainObjects(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isPlain && Object.values(value).every(hasPlainObjects)
}
