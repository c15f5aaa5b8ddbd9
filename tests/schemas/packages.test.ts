// What the forms of packages and series say.
import {describe, expect, it} from 'vitest'
import {saysAt, stored} from './support.ts'

const weak = (_ref: string) => ({_key: _ref, _type: 'reference', _ref, _weak: true})
const story = (_id: string) => stored({_id, _type: 'article', headline: _id})
const STORIES = ['a', 'b', 'c'].map(story)
const flood = (more: Record<string, unknown> = {}) => ({
  _id: 'drafts.flood',
  _type: 'storyPackage',
  title: 'The flood',
  main: weak('a'),
  sides: [weak('b')],
  ...more,
})

describe('a package', () => {
  it('is complete with a title, a main story and a side story', async () => {
    for (const path of ['', 'title', 'main', 'sides', 'sides.[]'])
      expect(await saysAt(path, flood(), STORIES)).toEqual([])
  })

  it.each([
    ['title', {title: ''}, 'error: What is the package called?'],
    ['main', {main: undefined}, 'error: Which story leads the package?'],
    ['sides', {sides: []}, 'error: A package needs a side story.'],
    ['sides.[]', {sides: [weak('b'), weak('a')]}, 'error: This is the main story already.'],
    [
      'sides.[]',
      {sides: [weak('b'), {...weak('b'), _key: 'again'}]},
      'error: This story is already in the package.',
    ],
  ])('is told at %s what is wrong with %j', async (path, more, message) => {
    expect(await saysAt(path, flood(more), STORIES)).toContain(message)
  })

  it('learns which package has a story already, draft or published', async () => {
    for (const _id of ['storm', 'drafts.storm']) {
      const storm = stored({...flood({sides: [weak('c')], main: weak('b')}), _id, title: 'Storm'})
      expect(await saysAt('sides.[]', flood(), [...STORIES, storm])).toEqual([
        'error: This story is in the package “Storm” already. Take it out there first.',
      ])
    }
  })

  it('does not mistake its own published version for a second package', async () => {
    const published = stored({...flood(), _id: 'flood'})
    expect(await saysAt('sides.[]', flood(), [...STORIES, published])).toEqual([])
    expect(await saysAt('main', flood(), [...STORIES, published])).toEqual([])
  })
})

describe('a series', () => {
  const tide = (more: Record<string, unknown>) => ({
    _id: 'tide',
    _type: 'series',
    title: 'The tide',
    slug: {_type: 'slug', current: 'the-tide'},
    parts: [weak('a')],
    ...more,
  })
  it.each([
    ['title', {title: ''}, 'error: What is the series called?'],
    ['parts', {parts: []}, 'warning: The series has no part yet.'],
    [
      'parts.[]',
      {parts: [weak('a'), {...weak('a'), _key: 'again'}]},
      'error: This piece is already a part of the series.',
    ],
  ])('is told at %s what is wrong with %j', async (path, more, message) => {
    expect(await saysAt(path, tide(more), STORIES)).toContain(message)
  })
})
