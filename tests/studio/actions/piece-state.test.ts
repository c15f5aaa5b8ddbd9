import {describe, expect, test} from 'vitest'
import {
  inWords,
  pieceState,
  publishActions,
  titleOf,
  toPairs,
} from '../../../studio/actions/piece-state.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const story = {
  _id: 'drafts.story',
  _type: 'article',
  _rev: 's1',
  headline: 'A story',
  section: ref('world'),
  leadPhoto: {photo: ref('photo')},
}
const photo = {_id: 'drafts.photo', _type: 'photoWithCredit', _rev: 'p2', caption: 'A ferry'}
const ids = ['story', 'world', 'photo']
const world = {_id: 'world', _type: 'section', _rev: 'w1', title: 'World'}

describe('an article that can be published', () => {
  const state = pieceState(
    'story',
    toPairs(ids, [story, null, world, photo, {...photo, _id: 'photo', _rev: 'p1'}]),
  )

  test('takes its changed photo along, first', () => {
    expect(state.obstacles).toEqual([])
    expect(publishActions(state)).toEqual([
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.photo',
        publishedId: 'photo',
        ifDraftRevisionId: 'p2',
        ifPublishedRevisionId: 'p1',
      },
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.story',
        publishedId: 'story',
        ifDraftRevisionId: 's1',
      },
    ])
  })

  test('leaves alone what is published as it is', () => {
    const same = pieceState('story', toPairs(ids, [story, world, {...photo, _id: 'photo'}]))
    expect(same.toPublish.map(({id}) => id)).toEqual(['story'])
  })
})

describe('an article that cannot', () => {
  test('says which section is not published', () => {
    const draft = {...world, _id: 'drafts.world'}
    expect(pieceState('story', toPairs(ids, [story, draft, photo])).obstacles).toEqual([
      {id: 'world', message: 'The section “World” has not been published yet. Publish it first.'},
    ])
  })

  test('says that something in it is gone', () => {
    const {obstacles} = pieceState('story', toPairs(ids, [story, world]))
    expect(obstacles).toEqual([{id: 'photo', message: expect.stringMatching(/no longer exists/)}])
  })

  test('says that it is gone itself', () => {
    const {obstacles, toPublish} = pieceState('story', toPairs(['story'], []))
    expect(obstacles).toHaveLength(1)
    expect(toPublish).toEqual([])
  })
})

test('what was not looked up is asked for', () => {
  expect(pieceState('story', new Map()).piece.unknown).toEqual(['story'])
  expect(pieceState('story', toPairs(['story'], [story])).piece.unknown).toEqual(['world', 'photo'])
})

describe('in words', () => {
  test('a piece is counted by what it holds', () => {
    expect(inWords([story, photo, photo, world])).toBe('1 article, 2 photos and 1 section')
    expect(inWords([story])).toBe('1 article')
    expect(inWords([])).toBe('')
  })

  test('a document is called what lists call it, cut to a line', () => {
    expect(titleOf(photo)).toBe('A ferry')
    expect(titleOf({_id: 'x', _type: 'source'})).toBe('without a title')
    expect(Array.from(titleOf({...story, headline: '長'.repeat(200)}))).toHaveLength(90)
  })
})
