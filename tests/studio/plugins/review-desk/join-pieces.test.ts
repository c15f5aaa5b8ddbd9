import {describe, expect, test} from 'vitest'
import {joinPieces} from '../../../../studio/plugins/review-desk/join-pieces.ts'
import {at, moved, pieceOf, review, sides, snapshot} from './support.ts'

describe('a piece on the desk', () => {
  test('shows the draft where there is one, and what is live otherwise', () => {
    const published = sides({_id: 'a', headline: 'As readers have it'})
    expect(pieceOf({draft: sides(), published})).toMatchObject({
      headline: 'The ferry is late',
      isLive: true,
    })
    expect(pieceOf({published})).toMatchObject({headline: 'As readers have it', isLive: true})
    expect(pieceOf({draft: sides()}).isLive).toBe(false)
  })

  test('is left out where only its review is left', () => {
    expect(joinPieces(snapshot({a: {review: review()}}), {me: 'u', stateIsStored: true})).toEqual(
      [],
    )
  })

  test('says so where it has no headline, section or byline', () => {
    const draft = sides({headline: '  ', section: null, bylines: []})
    expect(pieceOf({draft})).toMatchObject({
      headline: 'No headline yet',
      hasHeadline: false,
      sectionTitle: '',
      bylines: [],
    })
  })

  test('is in the state that the server stores', () => {
    const lapsed = review({stage: 'approved', state: 'inReview', lapsed: true})
    expect(pieceOf({draft: sides(), review: lapsed})).toMatchObject({
      state: 'inReview',
      lapsed: true,
    })
  })

  test('without a review is being drafted, corrected or published', () => {
    const published = sides({_id: 'a'})
    expect(pieceOf({draft: sides()}).state).toBe('drafting')
    expect(pieceOf({draft: sides(), published}).state).toBe('beingCorrected')
    expect(pieceOf({published}).state).toBe('published')
  })
})

describe('where no server keeps states', () => {
  const approval = {hash: 'approved words', by: 'uHester', byName: 'Hester', at: at(-1)}
  const stale = review({stage: 'approved', state: 'approved', approval})
  const state = (isAsApproved?: () => boolean | undefined) =>
    joinPieces(snapshot({a: {draft: sides(), review: stale}}), {
      me: 'u',
      stateIsStored: false,
      ...(isAsApproved && {isAsApproved}),
    })[0]

  test('an approval has lapsed once the content differs', () => {
    expect(state(() => false)).toMatchObject({state: 'inReview', lapsed: true})
    expect(state(() => true)).toMatchObject({state: 'approved', lapsed: false})
  })

  test('and counts until the content has been looked at', () => {
    expect(state()).toMatchObject({state: 'approved', lapsed: false})
    expect(state(() => undefined)).toMatchObject({state: 'approved', lapsed: false})
  })
})

describe('the age of a piece in its state', () => {
  const since = (entry: Parameters<typeof pieceOf>[0]) => pieceOf(entry).since

  test('counts from the last act that moved it', () => {
    const history = [
      moved('drafting', 'inReview', 20),
      moved('inReview', 'inReview', 3, 'assign'),
      moved('inReview', 'inReview', 1, 'requireLegal'),
    ]
    expect(since({draft: sides(), review: review({history})})).toBe(at(-20))
  })

  test('of a draft counts from its beginning', () => {
    expect(since({draft: sides({_createdAt: at(-30)})})).toBe(at(-30))
  })

  test('of a correction counts from its draft, not from the publication', () => {
    const published = sides({_id: 'a', firstPublishedAt: at(-500)})
    const out = review({
      stage: 'published',
      state: 'beingCorrected',
      history: [moved('approved', 'published', 400, 'publish')],
    })
    const draft = sides({_createdAt: at(-5), _updatedAt: at(-1)})
    expect(since({draft, published, review: out})).toBe(at(-5))
    // The draft carries the age of the article that it was made of.
    const old = sides({_createdAt: at(-900), _updatedAt: at(-1)})
    expect(since({draft: old, published, review: out})).toBe(at(-1))
  })

  test('of an imported article counts from its first publication', () => {
    expect(since({published: sides({_id: 'a', firstPublishedAt: at(-7)})})).toBe(at(-7))
  })
})

describe('a piece is mine', () => {
  const entry = {
    draft: sides(),
    review: review({
      submission: {by: 'uIngrid', byName: 'Ingrid', at: at(-3), hash: 'h'},
      assignment: {assignee: 'uSamuel', by: 'uHester', byName: 'Hester', at: at(-2)},
    }),
  }
  const isMine = (me: string, myAuthors: string[] = []) =>
    joinPieces(snapshot({a: entry}, myAuthors), {me, stateIsStored: true})[0]?.isMine

  test('where I began it, submitted it, have it or stand in the byline', () => {
    expect(isMine('uTomas')).toBe(true)
    expect(isMine('uIngrid')).toBe(true)
    expect(isMine('uSamuel')).toBe(true)
    expect(isMine('uOther', ['author-tomas'])).toBe(true)
  })

  test('and nobody else’s', () => {
    expect(isMine('uHester')).toBe(false)
    expect(isMine('uOther', ['author-ingrid'])).toBe(false)
  })
})

describe('it is my turn', () => {
  const signature = {by: 'uHester', byName: 'Hester', at: at(-1)}
  const isMyTurn = (change: Parameters<typeof review>[0], me: string) =>
    pieceOf({draft: sides(), review: review(change)}, me).isMyTurn

  test('where a piece in review is assigned to me', () => {
    expect(isMyTurn({assignment: {...signature, assignee: 'uSamuel'}}, 'uSamuel')).toBe(true)
    expect(isMyTurn({assignment: {...signature, assignee: 'uSamuel'}}, 'uTomas')).toBe(false)
    expect(isMyTurn({}, 'uTomas')).toBe(false)
  })

  test('where my piece came back, or is not done, and nobody else was given it', () => {
    expect(isMyTurn({state: 'changesRequested'}, 'uTomas')).toBe(true)
    expect(isMyTurn({state: 'drafting'}, 'uTomas')).toBe(true)
    const assignment = {...signature, assignee: 'uIngrid'}
    expect(isMyTurn({state: 'drafting', assignment}, 'uTomas')).toBe(false)
    expect(isMyTurn({state: 'drafting', assignment}, 'uIngrid')).toBe(true)
  })

  test('no longer once it is approved', () => {
    expect(isMyTurn({state: 'approved'}, 'uTomas')).toBe(false)
  })
})
