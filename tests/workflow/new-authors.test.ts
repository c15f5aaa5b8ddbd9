// An author whom readers have never seen belongs to the piece. Once published, the author is on their own.
import {describe, expect, it} from 'vitest'
import {check} from '../../workflow/check.ts'
import {coverageOf, isCovered, pieceHash, stillInPiece} from '../../workflow/coverage.ts'
import {documentsOf, gatherPiece} from '../../workflow/gather.ts'
import {publish} from '../../workflow/perform/publication.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import {openedBy} from '../../workflow/preview/opened-by.ts'
import {NOW, approvedWith, documentsWith, pieceWith, type Change} from './pieces.ts'
import {ME, transact} from './rules/transact.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const JANE = {
  _type: 'author',
  name: 'Jane Doe',
  slug: {_type: 'slug', current: 'jane-doe'},
  status: 'staff',
  bio: 'Jane writes about ferries.',
}
const PORTRAIT = {
  _type: 'photoWithCredit',
  image: {asset: ref(`image-${'b'.repeat(40)}-900x900-jpg`)},
  caption: 'Jane Doe',
  alt: 'Jane at a pier',
  creditLine: '© Ours',
  rights: {clearance: 'cleared'},
}

/** Jane is a draft that readers have never seen. */
const isNew = (fields: object = {}, more: NonNullable<Change['documents']> = {}): Change => ({
  documents: {jane: null, 'drafts.jane': {...JANE, ...fields}, ...more},
})
const isPublished = (fields: object = {}, more: NonNullable<Change['documents']> = {}): Change => ({
  documents: {jane: {...JANE, ...fields}, ...more},
})
const withPortrait = {portrait: {photo: ref('portrait')}}

describe('A piece', () => {
  const ids = (change: Change) => {
    const {closure} = pieceWith(change)
    return {
      members: closure.members.map(({id}) => id),
      required: closure.required.map(({id}) => id),
      missing: closure.missing,
    }
  }
  const parts = ['source', 'quote', 'photo']
  const isKnown = {members: parts, required: ['world', 'sea', 'jane'], missing: []}
  const belongs = {members: [...parts, 'jane'], required: ['world', 'sea'], missing: []}

  it.each<[string, Change, object]>([
    ['without an author whom readers know', isPublished(), isKnown],
    ['without the draft of one', isPublished({}, {'drafts.jane': {...JANE, bio: 'x'}}), isKnown],
    ['with an author whom they do not', isNew(), belongs],
    [
      'with the portrait of one, before them',
      isNew(withPortrait, {'drafts.portrait': PORTRAIT}),
      {...belongs, members: [...parts, 'portrait', 'jane']},
    ],
    [
      'without the portrait of one whom they know',
      isPublished(withPortrait, {'drafts.portrait': PORTRAIT}),
      isKnown,
    ],
    [
      'with a translator whom they do not know',
      {
        documents: {
          quote: {original: {translatedBy: ref('tim')}},
          'drafts.tim': {...JANE, name: 'Tim'},
        },
      },
      {...isKnown, members: [...parts, 'tim']},
    ],
  ])('is %s', (_name, change, expected) => {
    expect(ids(change)).toEqual(expected)
  })

  it('is published in one transaction, with the author before it', () => {
    const {root, closure} = pieceWith(isNew())
    const created = publish([...closure.members, root]).mutations.flatMap((mutation) =>
      'createOrReplace' in mutation ? [mutation.createOrReplace._id] : [],
    )
    expect(created).toEqual(['jane', 'a'])
  })

  it('is shared with the author and the portrait, and without what is confidential', () => {
    const change = isNew(withPortrait, {'drafts.portrait': PORTRAIT})
    const link = {
      _id: 'link.1',
      _type: 'previewLink',
      article: {_type: 'reference', _ref: 'a', _weak: true},
      recipient: 'Her lawyer',
      expiresAt: '2030-01-01T00:00:00.000Z',
      byName: 'Edith',
    }
    const all = documentsWith(change)
    const opened = openedBy(link, {read: (id) => all[id] ?? null, referrers: () => [], now: NOW})
    expect(opened?.opens).toEqual(
      expect.arrayContaining(['drafts.a', 'drafts.jane', 'drafts.portrait']),
    )
    expect(opened?.opens).not.toContain('private.author.jane')
  })

  it('does not wait for the embargo of another piece with the same author', () => {
    const other = {
      _type: 'article',
      bylines: [{author: ref('jane')}],
      embargo: {until: '2030-01-01T00:00:00Z'},
    }
    const all = documentsWith(isNew({}, {'drafts.other': other}))
    const {piece} = gatherPiece(
      'a',
      (id) => all[id] ?? null,
      (id) => (id === 'jane' ? ['drafts.a', 'drafts.other'] : []),
    )
    expect(piece.closure.members.find(({id}) => id === 'jane')).not.toHaveProperty('embargoed')
  })
})

describe('An approval of a piece with a new author', () => {
  const approved = coverageOf(pieceWith(isNew()))
  const inArticle = {'drafts.a': {dek: 'Something else.'}}

  it.each<[string, Change, boolean]>([
    ['lapses if their words change', isNew({bio: 'Jane writes.'}), false],
    ['lapses if their draft is gone', {documents: {jane: null}}, false],
    ['is valid once they are published', isPublished(), true],
    ['is valid if they are published with other words', isPublished({bio: 'x'}), true],
    [
      'is valid while they are changed later',
      isPublished({}, {'drafts.jane': {...JANE, bio: 'x'}}),
      true,
    ],
    ['lapses if the article changes, too', isPublished({}, inArticle), false],
  ])('%s', (_name, change, expected) => {
    expect(isCovered(pieceWith(change), approved)).toBe(expected)
  })

  it('covers the portrait until they are published', () => {
    const change = (fields: object) =>
      isNew(withPortrait, {'drafts.portrait': {...PORTRAIT, ...fields}})
    const covered = coverageOf(pieceWith(change({})))
    expect(isCovered(pieceWith(change({caption: 'x'})), covered)).toBe(false)
    const published = isPublished(withPortrait, {portrait: {...PORTRAIT, caption: 'x'}})
    expect(isCovered(pieceWith(published), covered)).toBe(true)
  })

  it('covers a portrait that the article shows, too', () => {
    const body = {'drafts.a': {leadPhoto: {photo: ref('portrait')}}}
    const change = (fields: object, author: typeof isNew) =>
      author(withPortrait, {...body, portrait: {...PORTRAIT, ...fields}})
    const covered = coverageOf(pieceWith(change({}, isNew)))
    expect(isCovered(pieceWith(change({}, isPublished)), covered)).toBe(true)
    expect(isCovered(pieceWith(change({caption: 'x'}, isPublished)), covered)).toBe(false)
  })

  it('is compared with the piece without an author who was published since', () => {
    const change = isNew(withPortrait, {'drafts.portrait': PORTRAIT})
    const before = documentsOf(pieceWith(change)).map((document) => ({
      ...document,
      _id: document._id.replace('drafts.', ''),
    }))
    const now = (what: Change) => {
      const piece = pieceWith(what)
      return stillInPiece(before, piece).map(({_id}) => _id)
    }
    expect(now(change)).toEqual(['source', 'quote', 'photo', 'portrait', 'jane', 'a'])
    const published = isPublished(withPortrait, {portrait: PORTRAIT})
    expect(now(published)).toEqual(['source', 'quote', 'photo', 'a'])
    // Who is not named any more has been taken out.
    expect(now({documents: {...published.documents, 'drafts.a': {bylines: []}}})).toContain('jane')
  })
})

describe('A new author', () => {
  const editor = {id: 'editor', kind: 'user', roles: ['editor']}
  const reasons = (change: Change) =>
    check(pieceWith(approvedWith(change)), editor, NOW).map(({code, severity, document, path}) => [
      `${severity}: ${code}`,
      document,
      path,
    ])

  it.each<[string, Change, unknown[]]>([
    ['with everything', isNew(), []],
    ['without a name', isNew({name: ' '}), [['error: authorNameMissing', 'jane', 'name']]],
    ['without a web address', isNew({slug: {}}), [['error: authorSlugMissing', 'jane', 'slug']]],
    [
      'without a status',
      isNew({status: undefined}),
      [['error: authorStatusMissing', 'jane', 'status']],
    ],
    ['without a biography', isNew({bio: ''}), [['warning: authorBioMissing', 'jane', 'bio']]],
    [
      'with a portrait that nobody describes',
      isNew(withPortrait, {'drafts.portrait': {...PORTRAIT, alt: ''}}),
      [['error: altMissing', 'portrait', 'alt']],
    ],
    ['who is known to readers', isPublished({slug: {}, bio: ''}), []],
  ])('%s is judged with the piece', (_name, change, expected) => {
    expect(reasons(change)).toEqual(expected)
  })
})

describe('In a transaction', () => {
  const stored = (change: Change): PieceDocument[] => Object.values(documentsWith(change))
  const review = (outcome: ReturnType<typeof transact>) => outcome.get('review.a')
  const draft = (fields: object = {}): PieceDocument => ({_id: 'drafts.jane', ...JANE, ...fields})
  const before = stored(approvedWith(isNew()))

  it('a change of a new author lapses an approval, and undone brings it back', () => {
    const changed = transact({stored: before, writes: [draft({bio: 'Mine'})]})
    expect(review(changed)).toMatchObject({state: 'inReview', lapsed: true, changedBy: [ME]})
    const undone = transact({stored: changed.documents(), writes: [draft()]})
    expect(review(undone)).toMatchObject({state: 'approved', lapsed: false})
  })

  it('a change of a new author’s portrait lapses an approval', () => {
    const portrait = {_id: 'drafts.portrait', ...PORTRAIT}
    const with_ = stored(approvedWith(isNew(withPortrait, {'drafts.portrait': PORTRAIT})))
    const changed = transact({stored: with_, writes: [{...portrait, caption: 'Mine'}]})
    expect(review(changed)).toMatchObject({state: 'inReview', lapsed: true})
  })

  it('the author’s own publication, and their changes after it, lapse nothing', () => {
    const live = {...draft(), _id: 'jane'}
    const unchanged = {state: 'approved', lapsed: false}
    const published = transact({
      stored: before,
      writes: [live],
      deletes: ['drafts.jane'],
      role: 'editor',
    })
    expect(published.codes).toEqual([])
    expect(review(published)).toMatchObject(unchanged)
    expect(review(published)).not.toHaveProperty('changedBy')
    const edited = transact({stored: published.documents(), writes: [draft({bio: 'Mine'})]})
    expect(review(edited)).toMatchObject(unchanged)
    const again = transact({
      stored: edited.documents(),
      writes: [{...live, bio: 'Mine'}],
      deletes: ['drafts.jane'],
      role: 'editor',
    })
    expect(review(again)).toMatchObject(unchanged)
    expect(review(again)).not.toHaveProperty('changedBy')
  })

  it('an approval that lapsed by the author’s words is valid when they are published', () => {
    const lapsed = transact({stored: before, writes: [draft({bio: 'Mine'})]})
    const published = transact({
      stored: lapsed.documents(),
      writes: [{...draft({bio: 'Mine'}), _id: 'jane'}],
      deletes: ['drafts.jane'],
      role: 'editor',
    })
    expect(review(published)).toMatchObject({state: 'approved', lapsed: false})
  })

  it('an author who is unpublished belongs to the piece again', () => {
    const known = stored(approvedWith(isPublished()))
    const after = transact({stored: known, writes: [draft()], deletes: ['jane'], role: 'editor'})
    expect(review(after)).toMatchObject({state: 'inReview', lapsed: true})
  })

  it.each([
    ['what was approved', {}, []],
    ['other words of the author', {bio: 'Mine'}, ['approvalLapsed']],
  ])('an editorial action publishes a piece with %s', (_name, fields, codes) => {
    const change = approvedWith(isNew())
    const {hash, authors} = coverageOf(pieceWith(isNew()))
    const article = {...documentsWith(change)['drafts.a']!, _id: 'a'}
    const {codes: refused} = transact({
      stored: before,
      act: 'publish',
      role: 'editor',
      deletes: ['drafts.jane', 'drafts.a'],
      writes: [
        {...draft(fields), _id: 'jane'},
        article,
        {
          ...documentsWith(change)['review.a']!,
          stage: 'published',
          publication: {hash, ...(authors && {authors})},
        },
      ],
    })
    expect(refused).toEqual(codes)
  })

  it.each<[string, PieceDocument[], string[]]>([
    ['with the approved author', [draft()], []],
    ['with other words of the author', [draft({bio: 'Mine'})], ['approvalLapsed']],
    ['without the author', [], ['referenceMissing']],
  ])('a release publishes a piece %s', (_name, authors, codes) => {
    const versions = [documentsWith(isNew())['drafts.a']!, ...authors]
    const release = (state: string) => ({_id: '_.releases.r', _type: 'system.release', state})
    const outcome = transact({
      role: 'editor',
      stored: [
        ...before,
        release('active'),
        ...versions.map((version) => ({
          ...version,
          _id: version._id.replace('drafts.', 'versions.r.'),
        })),
      ],
      writes: [
        release('published'),
        ...versions.map((version) => ({...version, _id: version._id.replace('drafts.', '')})),
      ],
    })
    expect(outcome.codes).toEqual(codes)
    if (codes.length > 0) return
    const publication = {hash: pieceHash(pieceWith(isNew()))}
    expect(review(outcome)).toMatchObject({publication})
  })
})
