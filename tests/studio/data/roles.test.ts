import {describe, expect, test} from 'vitest'
import {typesOfKind} from '../../../model/registry.ts'
import {
  beginsPieces,
  creatableTypes,
  hasRole,
  publishesArticles,
} from '../../../studio/data/roles.ts'

const person = (...names: string[]) => ({roles: names.map((name) => ({name}))})

describe('what Create offers', () => {
  test.each([
    ['journalist', typesOfKind('piece', 'member', 'plain')],
    ['administrator', ['section', 'topic', 'series', 'storyPackage', 'redirect']],
    ['developer', []],
    ['reader', []],
  ])('to the role %s', (role, types) => {
    expect([...creatableTypes(person(role))]).toEqual(types)
  })

  test('never holds private documents or the settings', () => {
    const all = creatableTypes(person('journalist', 'photoEditor', 'editor', 'administrator'))
    expect(
      [...all].filter((type) => type.startsWith('private') || type === 'siteSettings'),
    ).toEqual([])
    expect(all.has('article')).toBe(true)
  })

  test('is everything of one’s several roles', () => {
    expect(creatableTypes(person('developer', 'administrator'))).toEqual(
      new Set(['section', 'topic', 'series', 'storyPackage', 'redirect']),
    )
  })

  test('includes the rights of built-in roles on the hosted lake', () => {
    expect(creatableTypes(person('administrator'), true).has('article')).toBe(true)
    expect(creatableTypes(person('contributor'), true).has('section')).toBe(false)
  })
})

test('only editors publish articles', () => {
  expect(publishesArticles(person('editor'))).toBe(true)
  for (const role of ['journalist', 'photoEditor', 'developer', 'administrator']) {
    expect(publishesArticles(person(role))).toBe(false)
  }
  expect(publishesArticles(person('administrator'), true)).toBe(true)
  expect(hasRole(null, 'editor')).toBe(false)
})

test('journalists, photo editors and editors begin articles', () => {
  for (const role of ['journalist', 'photoEditor', 'editor'])
    expect(beginsPieces(person(role))).toBe(true)
  for (const role of ['administrator', 'developer']) expect(beginsPieces(person(role))).toBe(false)
  expect(beginsPieces(person('contributor'), true)).toBe(true)
})
