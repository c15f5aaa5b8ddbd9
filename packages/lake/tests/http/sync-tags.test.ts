import {expect, it} from 'vitest'
import {syncTags} from '../../src/http/sync-tags.ts'
import {MANY_TAG, tagOf} from '../../src/listen/live-tags.ts'

const ids = (count: number, type: string): [string, string[]][] =>
  Array.from({length: count}, (_, n) => [`_id=${type}${n}`, [type]])

it('A response has the tags of its dependencies, in any order', () => {
  const tags = syncTags([...ids(2, 'author'), ['_type=section', ['section']], ['_id=gone', null]])
  expect(tags).toEqual([
    ...[tagOf('_id=author0'), tagOf('_id=author1'), tagOf('_id=gone'), 's1:section'].toSorted(),
    MANY_TAG,
  ])
  expect(
    syncTags([
      ['_id=gone', null],
      ['_type=section', ['section']],
      ...ids(2, 'author').toReversed(),
    ]),
  ).toEqual(tags)
})

it('has only tags of types for a response that depends only on types, and no tags without dependencies', () => {
  expect(syncTags([['_type=section', ['section']]])).toEqual(['s1:section'])
  expect(syncTags([])).toEqual([])
  expect(syncTags(null)).toEqual(['s1:any'])
})

it('Beyond the limit, the most frequent keys are replaced by their types, and the rest is kept', () => {
  const tags = syncTags([
    ...ids(90, 'author'),
    ...ids(20, 'section'),
    ['_ref=x', ['author', 'topic']],
  ])
  expect(tags).toHaveLength(23)
  expect(tags).toContain('s1:author')
  expect(tags).toContain(tagOf('_id=section7'))
  expect(tags).toContain(tagOf('_ref=x'))
  const types = ids(120, 'author').map(([key], n): [string, string[]] => [key, [`type${n % 40}`]])
  expect(syncTags(types).length).toBeLessThanOrEqual(101)
})

it('depends on every change if no type covers a key', () => {
  const missing = ids(120, 'author').map(([key]): [string, null] => [key, null])
  expect(syncTags([...missing, ...ids(2, 'section')])).toEqual(['s1:any'])
})
