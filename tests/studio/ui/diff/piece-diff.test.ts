import type {Json} from '@copydesk/lake/types'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {diffPieces} from '../../../../studio/ui/diff/piece-diff.ts'
import {contentHash} from '../../../../workflow/content-hash.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'
import {article, changesOf, help, paragraph, ref} from './support.ts'
import {FACTOR, runs} from '../../../support/runs.ts'

const photo = {
  _id: 'photo',
  _type: 'photoWithCredit',
  image: {_type: 'image', asset: ref('image-a'), hotspot: {x: 0.5, y: 0.5}},
  caption: 'Boats in the harbour',
  creditLine: 'Felice Beato',
  rights: {category: 'agency', clearance: 'cleared'},
}
const source = {_id: 'ann', _type: 'source', name: 'Ann Petrie', kind: 'person'}
const story = article({headline: 'The tide', leadPhoto: {photo: ref('photo')}})

describe('a piece', () => {
  test('begins with the article, then what it shows, then who is quoted', () => {
    const before = [source, photo, story]
    const after = [
      {...source, name: 'Anne Petrie'},
      {...photo, caption: 'Boats in the port'},
      {...story, headline: 'The high tide'},
    ]
    expect(changesOf(before, after)).toEqual([
      {document: 'Article “The high tide” changed', fields: {Headline: 'The {+high +}tide'}},
      {
        document: 'Photo “Boats in the port” changed',
        fields: {Caption: 'Boats in the [-harbour-]{+port+}'},
      },
      {document: 'Source “Anne Petrie” changed', fields: {Name: '[-Ann-]{+Anne+} Petrie'}},
    ])
  })

  test('what is new in it is shown whole, what left it only named', () => {
    expect(changesOf([photo, story], [source, story])).toEqual([
      {document: 'Photo “Boats in the harbour” removed', fields: {}},
      {
        document: 'Source “Ann Petrie” added',
        fields: {'Person or institution': 'empty → Person', Name: '{+Ann Petrie+}'},
      },
    ])
  })

  test.each([
    ['replaced', {asset: ref('image-b'), hotspot: {x: 0.1, y: 0.1}}, 'Picture replaced'],
    [
      'cropped',
      {asset: ref('image-a'), hotspot: {x: 0.5, y: 0.5}, crop: {top: 0.2}},
      'Crop changed',
    ],
    ['focused', {asset: ref('image-a'), hotspot: {x: 0.1, y: 0.5}}, 'Focus of the picture changed'],
  ])('a picture %s', (_, image, note) => {
    expect(changesOf([photo], [{...photo, image: {_type: 'image', ...image}}])[0]?.fields).toEqual({
      Picture: note,
    })
  })

  test('drafts are the same content as what was published of them', () => {
    const draft = {
      ...story,
      _id: 'drafts.story',
      _rev: '2',
      _updatedAt: 'now',
      firstPublishedAt: 'x',
    }
    expect(changesOf([photo, story], [draft, photo])).toEqual([])
  })
})

describe('the hash that an approval covers', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd')
  const words = fc
    .array(fc.constantFrom('gate', 'rose', '.', ' ', 'the'), {maxLength: 5})
    .map((all) => all.join(''))
  const reference = fc.record(
    {_type: fc.constant('reference'), _ref: key, _weak: fc.boolean()},
    {requiredKeys: ['_ref']},
  )
  const block = fc.record(
    {
      _key: key,
      _type: fc.constant('block'),
      style: fc.constantFrom('normal', 'h2'),
      listItem: fc.constant('bullet'),
      markDefs: fc.array(fc.record({_key: key, _type: fc.constant('link'), href: words}), {
        maxLength: 2,
      }),
      children: fc.array(
        fc.record({
          _key: key,
          _type: fc.constant('span'),
          text: words,
          marks: fc.array(fc.constantFrom('em', 'a', 'b'), {maxLength: 2}),
        }),
        {maxLength: 3},
      ),
    },
    {requiredKeys: ['_type']},
  )
  const use = fc.record(
    {_key: key, _type: fc.constant('photoUse'), photo: reference, caption: words},
    {requiredKeys: ['_type']},
  )
  const anything = fc.oneof(
    words,
    reference,
    block,
    fc.jsonValue({maxDepth: 2}) as fc.Arbitrary<Json>,
  )
  const list = fc.array(fc.oneof(block, use, anything), {maxLength: 4})
  const fields = fc.record(
    {
      headline: fc.oneof(words, anything),
      section: fc.oneof(reference, anything),
      body: fc.oneof(list, anything),
      topics: fc.oneof(fc.array(reference, {maxLength: 3}), anything),
      keyPoints: fc.oneof(fc.array(words, {maxLength: 3}), anything),
      embargo: fc.oneof(
        fc.record({until: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z')}),
        anything,
      ),
      image: anything,
      invented: anything,
      _rev: words,
      firstPublishedAt: words,
      previousSlugs: fc.array(words),
    },
    {requiredKeys: []},
  )
  const document = (id: string): fc.Arbitrary<PieceDocument> =>
    fc
      .tuple(
        fc.constantFrom(id, `drafts.${id}`),
        fc.constantFrom('article', 'photoWithCredit', 'nameless'),
        fields,
      )
      .map(([_id, _type, rest]) => ({...rest, _id, _type}))
  const piece = fc
    .tuple(fc.option(document('a')), fc.option(document('b')), document('c'))
    .map((all) => all.filter((each) => each !== null))
  /** A version, and one that differs from it in one field or not at all. */
  const versions = fc.oneof(
    fc.tuple(piece, piece),
    fc.tuple(piece, words).map(([before, _rev]) => {
      const published = before.map((each) => ({
        ...each,
        _id: each._id.replace('drafts.', ''),
        _rev,
      }))
      return [before, published.toReversed()] as const
    }),
    fc.tuple(piece, fields).map(([before, change]) => {
      const [field] = Object.entries(change)
      const [first, ...rest] = before
      const after = [{...first, ...(field && {[field[0]]: field[1]})} as PieceDocument, ...rest]
      return [before, after.toReversed()] as const
    }),
  )

  test('differs exactly where the diff shows something', {tags: ['random']}, () => {
    let [same, different] = [0, 0]
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const differs = contentHash(before) !== contentHash(after)
        const {documents} = diffPieces(before, after, help)
        expect(documents.length > 0).toBe(differs)
        for (const each of documents) {
          if (each.change === 'changed') expect(each.fields).not.toEqual([])
        }
        if (differs) different += 1
        else same += 1
      }),
      {numRuns: runs(400)},
    )
    expect(Math.min(same, different)).toBeGreaterThan(20 * FACTOR)
  })

  test('one changed character anywhere shows in its field', () => {
    const before = [photo, article({headline: 'The tide', body: [paragraph('a', 'It rose.')]})]
    const after = [{...photo, creditLine: 'Felice Beat0'}, before[1] as PieceDocument]
    expect(changesOf(before, after)).toEqual([
      {
        document: 'Photo “Boats in the harbour” changed',
        fields: {Credit: 'Felice [-Beato-]{+Beat0+}'},
      },
    ])
  })
})
