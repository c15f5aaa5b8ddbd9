// The author that a new account gets. tests/contract/new-authors.test.ts invites people over HTTP.
import {describe, expect, it} from 'vitest'
import {slugShape} from '../../schemas/rules/slug.ts'
import {ownAuthor, type OwnAuthorInput} from '../../workflow/own-author.ts'

const author = (_id: string, fields: object = {}) => ({_id, _type: 'author', ...fields})
const slug = (current: string) => ({slug: {_type: 'slug', current}})
const link = (id: string, userId?: string) => ({
  _id: `private.author.${id}`,
  _type: 'privateAuthor',
  ...(userId && {userId}),
})

const made = (input: Partial<OwnAuthorInput> & {name?: string; roles?: string[]} = {}) =>
  ownAuthor({
    person: {id: 'u1', name: input.name ?? 'Rosa Marsh', roles: input.roles ?? ['journalist']},
    choice: undefined,
    authors: [],
    links: [],
    transactionId: 't',
    ...input,
  })
const slugOf = (name: string, ...taken: string[]): unknown => {
  const own = made({name, authors: taken.map((one, index) => author(`a${index}`, slug(one)))})
  const [write] = 'writes' in own ? own.writes : []
  return write && 'create' in write && (write.create['slug'] as {current: string}).current
}

describe('The web address of a new author', () => {
  it.each([
    ['Rosa Marsh', 'rosa-marsh'],
    ['  Zoë Ångström-Núñez ', 'zoe-angstrom-nunez'],
    ['Renée O’Hara', 'renee-o-hara'],
    ['J. R. Smith 3rd', 'j-r-smith-3rd'],
    ['Łukasz Øre', 'łukasz-øre'],
    ['山田 花子', '山田-花子'],
    ['がく', 'がく'],
    ['Ирина Й.', 'ирина-й'],
    ['—', 'author'],
    ['x'.repeat(200), 'x'.repeat(90)],
  ])('of %s is %s', async (name, expected) => {
    expect(slugOf(name)).toBe(expected)
    const context = {} as Parameters<typeof slugShape>[1]
    expect(await slugShape({_type: 'slug', current: expected}, context)).toBe(true)
  })

  it('is not that of another author', () => {
    expect(slugOf('Rosa Marsh', 'rosa-marsh')).toBe('rosa-marsh-2')
    expect(slugOf('Rosa Marsh', 'rosa-marsh', 'rosa-marsh-2')).toBe('rosa-marsh-3')
  })
})

describe('An account', () => {
  const writesOf = (input: Parameters<typeof made>[0]) => {
    const own = made(input)
    return 'writes' in own ? own.writes : own
  }

  it.each([
    ['that has an author gets none', {links: [link('a', 'u1')]}],
    ['that does not write gets none', {roles: ['developer', 'administrator']}],
  ])('%s', (_name, input) => {
    expect(writesOf(input)).toEqual([])
  })

  it('that writes and looks after people gets one', () => {
    expect(writesOf({roles: ['administrator', 'editor']})).toHaveLength(2)
  })

  it('is written into a confidential document that exists without one', () => {
    const input = {choice: 'a', authors: [author('a')], links: [link('a')]}
    expect(writesOf(input)).toEqual([{patch: {id: 'private.author.a', set: {userId: 'u1'}}}])
  })

  it('is linked to an author who is only a draft', () => {
    expect(writesOf({choice: 'a', authors: [author('drafts.a')]})).toMatchObject([
      {create: {_id: 'private.author.a', author: {_ref: 'a', _weak: true}, userId: 'u1'}},
    ])
  })

  it('takes no author unasked', () => {
    const authors = [author('a', {name: 'rosa marsh'})]
    expect(made({authors})).toMatchObject({isAmbiguous: true})
    expect(writesOf({authors, links: [link('a', 'u2')]})).toHaveLength(2)
    expect(writesOf({authors, choice: 'new'})).toHaveLength(2)
    expect(made({choice: 'b', authors})).toMatchObject({isAmbiguous: false})
  })
})
