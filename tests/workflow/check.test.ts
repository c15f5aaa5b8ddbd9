// What stands in the way of a piece, case by case, and for pieces of any kind.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {ACTS, type ActName, type ActRequest} from '../../workflow/acts.ts'
import {check, refuses} from '../../workflow/check.ts'
import type {Policy} from '../../workflow/checks/four-eyes.ts'
import type {GatheredPiece} from '../../workflow/gather.ts'
import type {Review, Stage} from '../../workflow/records.ts'
import {approved, hashOf, later, NOW, pieceWith, type Change} from './pieces.ts'

const editor = {id: 'editor', kind: 'user', roles: ['editor']}
const long = (length: number) => 'x'.repeat(length)

const publishing = (piece: GatheredPiece, more: object = {}) =>
  check({...piece, ...more}, editor, NOW)
const errors = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'error').map(({code}) => code)
const warnings = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'warning').map(({code}) => code)

it('Nothing stands in the way of an approved piece with everything in order', () => {
  expect(publishing(approved())).toEqual([])
})

const photo = (fields: object): Change => ({documents: {photo: {...fields}}})
const quote = (fields: object): Change => ({documents: {quote: {...fields}}})
const article = (fields: object): Change => ({documents: {'drafts.a': {...fields}}})

type Case = [string, Change, string, string, string?]
const BLOCKING: Case[] = [
  [
    'a photo without credit line',
    photo({creditLine: undefined}),
    'creditMissing',
    'photo',
    'creditLine',
  ],
  ['a credit line of spaces', photo({creditLine: ' \n'}), 'creditMissing', 'photo', 'creditLine'],
  ['a credit that is no text', photo({creditLine: ['x']}), 'creditMissing', 'photo', 'creditLine'],
  ['a photo without picture', photo({image: {}}), 'pictureMissing', 'photo', 'image'],
  ['no alternative text', photo({alt: undefined}), 'altMissing', 'photo', 'alt'],
  [
    'not decorative, and no words',
    photo({alt: '', decorative: false}),
    'altMissing',
    'photo',
    'alt',
  ],
  [
    'a caption of 1001 characters',
    photo({caption: long(1001)}),
    'captionTooLong',
    'photo',
    'caption',
  ],
  [
    'denied rights',
    photo({rights: {clearance: 'denied'}}),
    'rightsDenied',
    'photo',
    'rights.clearance',
  ],
  [
    'expired rights',
    photo({rights: {validUntil: later(-1)}}),
    'rightsExpired',
    'photo',
    'rights.validUntil',
  ],
  [
    'rights that end at this very moment',
    photo({rights: {validUntil: NOW}}),
    'rightsExpired',
    'photo',
    'rights.validUntil',
  ],
  [
    'rights that have not begun',
    photo({rights: {validFrom: later(1)}}),
    'rightsNotYetValid',
    'photo',
    'rights.validFrom',
  ],
  ['an off-record quote', quote({terms: 'offRecord'}), 'quoteOffRecord', 'quote', 'terms'],
  [
    'a disputed quote',
    quote({verification: {status: 'disputed'}}),
    'quoteDisputed',
    'quote',
    'verification.status',
  ],
  [
    'a retracted quote',
    quote({verification: {status: 'retracted'}}),
    'quoteRetracted',
    'quote',
    'verification.status',
  ],
  ['a direct quote of nobody', quote({speakers: []}), 'quoteUnattributed', 'quote', 'speakers'],
  [
    'a partial quote of nobody',
    quote({kind: 'partial', speakers: undefined}),
    'quoteUnattributed',
    'quote',
    'speakers',
  ],
  [
    'a speaker of a background quote',
    quote({terms: 'background', attribution: 'An official', anonymityReason: 'Job'}),
    'quoteNamesAnonymous',
    'quote',
    'speakers',
  ],
  [
    'a background quote of nobody',
    quote({terms: 'deepBackground', speakers: [], anonymityReason: 'Job'}),
    'quoteUnattributed',
    'quote',
    'attribution',
  ],
  [
    'a background quote without reason',
    quote({terms: 'background', speakers: [], attribution: 'An official'}),
    'anonymityReasonMissing',
    'quote',
    'anonymityReason',
  ],
  ['a quote without words', quote({text: ''}), 'quoteEmpty', 'quote', 'text'],
  [
    'a direct quote that nobody verified',
    quote({verification: undefined}),
    'quoteUnverified',
    'quote',
    'verification.status',
  ],
  ['an embargo ahead', article({embargo: {until: later(1)}}), 'embargoAhead', 'a', 'embargo.until'],
  ['no headline', article({headline: ''}), 'headlineMissing', 'a', 'headline'],
  [
    'a headline of 201 characters',
    article({headline: long(201)}),
    'headlineTooLong',
    'a',
    'headline',
  ],
  ['no standfirst', article({dek: undefined}), 'dekMissing', 'a', 'dek'],
  ['no section', article({section: undefined}), 'sectionMissing', 'a', 'section'],
  ['no byline', article({bylines: [{}]}), 'bylineMissing', 'a', 'bylines'],
  ['no web address', article({slug: {}}), 'slugMissing', 'a', 'slug'],
  [
    'an author who is a draft',
    {documents: {jane: null, 'drafts.jane': {_type: 'author'}}},
    'referenceUnpublished',
    'jane',
  ],
  [
    'a section that is a draft',
    {documents: {world: null, 'drafts.world': {_type: 'section'}}},
    'referenceUnpublished',
    'world',
  ],
  [
    'a topic that is a draft',
    {documents: {sea: null, 'drafts.sea': {_type: 'topic'}}},
    'referenceUnpublished',
    'sea',
  ],
  ['a photo that is gone', {documents: {photo: null}}, 'referenceMissing', 'a'],
]

describe('It is blocked by', () => {
  it.each(BLOCKING)('%s', (_name, change, code, document, path) => {
    const reasons = publishing(approved(change))
    expect(errors(reasons)).toEqual([code])
    const reason = reasons.find((one) => one.code === code)
    expect(reason).toMatchObject({
      severity: 'error',
      document,
      message: expect.stringMatching(/\.|\?/),
    })
    expect(reason?.path).toBe(path)
  })

  it('a legal check that is required, and not by one that is cleared', () => {
    const legal = {by: 'x', byName: 'X', at: NOW}
    const state = (what: 'required' | 'cleared') =>
      approved({review: {legal: {...legal, state: what}}})
    expect(errors(publishing(state('required')))).toEqual(['legalNotCleared'])
    expect(publishing(state('cleared'))).toEqual([])
  })

  it('an embargo on what readers see already', () => {
    const change = article({embargo: {until: later(1)}})
    change.documents = {...change.documents, a: {_type: 'article'}}
    const request = {correction: {type: 'update' as const, readerNote: 'x'}}
    expect(errors(publishing(approved(change), {request}))).toEqual(['embargoOnLive'])
  })

  it('a picture’s place that says what it shows counts as the picture’s own words', () => {
    const change = article({leadPhoto: {photo: {_ref: 'photo'}, alt: 'A ferry'}})
    change.documents = {...change.documents, photo: {alt: undefined}}
    expect(publishing(approved(change))).toEqual([])
    expect(publishing(approved(photo({alt: undefined, decorative: true})))).toEqual([])
  })
})

describe('It is only said', () => {
  const SAID: [string, Change, string][] = [
    ['that nobody cleared the rights', photo({rights: {}}), 'rightsUnchecked'],
    ['that a caption is long', photo({caption: long(601)}), 'captionLong'],
    ['that a headline is long', article({headline: long(111)}), 'headlineLong'],
    ['that there is no topic', article({topics: []}), 'topicMissing'],
    ['that nothing is related', article({related: undefined}), 'relatedMissing'],
    [
      'that a picture is narrow',
      photo({image: {asset: {_ref: `image-${'a'.repeat(40)}-459x300-jpg`}}}),
      'pictureNarrow',
    ],
  ]
  it.each(SAID)('%s', (_name, change, code) => {
    const reasons = publishing(approved(change))
    expect(errors(reasons)).toEqual([])
    expect(warnings(reasons)).toEqual([code])
  })

  it('at an approval, what time will cure', () => {
    const inReview: Partial<Review> = {stage: 'inReview'}
    for (const change of [
      article({embargo: {until: later(1)}}),
      photo({rights: {clearance: 'cleared', validFrom: later(1)}}),
    ]) {
      const piece = pieceWith({...change, review: inReview})
      const reasons = check({...piece, act: 'approve'}, editor, NOW)
      expect(errors(reasons)).toEqual([])
      expect(warnings(reasons)).toHaveLength(1)
    }
  })
})

describe('Lengths', () => {
  it.each([
    ['headline', 110, 200, 'headlineLong', 'headlineTooLong'],
    ['caption', 600, 1000, 'captionLong', 'captionTooLong'],
  ] as const)('of a %s count as a reader counts', (field, warn, refuse, said, refused) => {
    const change = field === 'headline' ? article : photo
    const codes = (length: number) =>
      publishing(approved(change({[field]: '𝔸'.repeat(length)}))).map(({code}) => code)
    expect(codes(warn)).toEqual([])
    expect(codes(warn + 1)).toEqual([said])
    expect(codes(refuse)).toEqual([said])
    expect(codes(refuse + 1)).toEqual([refused])
  })

  it('of a pull quote are of the quote’s words', () => {
    const body = [{_key: 'q', display: 'pull', quote: {_ref: 'quote'}}]
    const codes = (length: number) => {
      const change = {documents: {'drafts.a': {body}, quote: {text: long(length)}}}
      return publishing(approved(change)).map(({code}) => code)
    }
    expect([120, 121, 1000, 1001].map(codes)).toEqual([
      [],
      ['pullQuoteLong'],
      ['pullQuoteLong'],
      ['pullQuoteTooLong'],
    ])
  })
})

describe('A schedule', () => {
  const at = (publishAt: string, change: Change = {}) =>
    errors(check({...approved(change), act: 'schedule', request: {publishAt}}, editor, NOW))
  it('is judged by the moment of publication', () => {
    expect(at(later(1))).toEqual([])
    expect(at(NOW)).toEqual(['publishAtPast'])
    const until = photo({rights: {validUntil: later(2)}})
    expect(at(later(1), until)).toEqual([])
    expect(at(later(3), until)).toEqual(['rightsExpired'])
    const embargo = article({embargo: {until: later(2)}})
    expect(at(later(1), embargo)).toEqual(['embargoAhead'])
    expect(at(later(2), embargo)).toEqual([])
  })
})

describe('Four eyes', () => {
  const before = pieceWith()
  const submission = {by: 'writer', byName: 'W', at: NOW, hash: hashOf(before)}
  const approving = (actor: object, review: Partial<Review>, more: object = {}, change?: Change) =>
    check(
      {
        ...pieceWith({...change, review: {stage: 'inReview', submission, ...review}}),
        ...more,
        act: 'approve',
      },
      {...editor, ...actor},
      NOW,
    )
  const RECORDED: Policy = {fourEyes: 'recorded'}
  const other = article({dek: 'Other.'})

  it.each([
    ['who stands in the byline', {id: 'jane-account'}, {}, undefined, ['fourEyesByline']],
    ['who submitted it', {id: 'writer'}, {}, undefined, ['fourEyesSubmitter']],
    ['who changed it', {}, {changedBy: ['editor']}, other, ['fourEyesChanged']],
    ['whose change was undone', {}, {changedBy: ['editor']}, undefined, []],
    ['while another changed it', {}, {changedBy: ['other']}, other, []],
    ['that is a token', {kind: 'token'}, {}, undefined, ['fourEyesToken']],
    ['that is the system', {kind: 'system'}, {}, undefined, ['fourEyesToken']],
  ] as const)('of an editor %s', (_name, actor, review, change, codes) => {
    const given = {...review} as Partial<Review>
    expect(errors(approving(actor, given, {}, change))).toEqual(codes)
  })

  it('may be recorded instead, but for a token', () => {
    const overrides = [
      {code: 'fourEyesSubmitter', reason: 'Night.'},
      {code: 'fourEyesToken', reason: 'Night.'},
    ]
    const more = {policy: RECORDED, request: {overrides}}
    expect(errors(approving({id: 'writer'}, {}, {policy: RECORDED}))).toEqual(['fourEyesSubmitter'])
    expect(errors(approving({id: 'writer'}, {}, more))).toEqual([])
    expect(errors(approving({id: 'writer', kind: 'token'}, {}, more))).toEqual(['fourEyesToken'])
    expect(errors(approving({id: 'writer'}, {}, {request: {overrides}}))).toEqual([
      'fourEyesSubmitter',
    ])
  })

  it('does not take an author for an account that something else names', () => {
    const change = {documents: {'private.author.jane': {_type: 'privateSource', userId: 'editor'}}}
    expect(errors(approving({}, {}, {}, change))).toEqual([])
  })
})

describe('For a piece of any kind', () => {
  const value = fc.jsonValue({maxDepth: 2})
  const names =
    'headline dek bylines section body leadPhoto embargo topics slug creditLine rights image alt ' +
    'caption text speakers terms verification kind attribution'
  const fields = fc.dictionary(fc.constantFrom(...names.split(' ')), value)
  const change = fc.record({
    documents: fc.record({'drafts.a': fields, photo: fields, quote: fields, source: fields}),
  })
  const acts = fc.constantFrom(...(Object.keys(ACTS) as ActName[]))
  const stages = fc.constantFrom<Stage[]>(
    'drafting',
    'inReview',
    'changesRequested',
    'approved',
    'scheduled',
    'published',
    'withdrawn',
    'killed',
    'spiked',
  )
  const roles = fc.subarray(['journalist', 'photoEditor', 'editor', 'administrator', 'developer'])
  const kinds = fc.constantFrom('user', 'token')
  const overrides = fc.array(
    fc.record({
      code: fc.constantFrom('notApproved', 'approvalLapsed', 'roleMissing'),
      reason: fc.string(),
    }),
  )
  const params = {seed: 20261125, numRuns: 300}

  it('an answer is found, the same each time, and changes nothing', () => {
    fc.assert(
      fc.property(change, stages, acts, roles, (given, stage, act, list) => {
        const piece = pieceWith({...given, review: {stage}})
        const before = JSON.stringify(piece)
        const actor = {...editor, roles: list}
        const reasons = check({...piece, act}, actor, NOW)
        expect(check({...piece, act}, actor, NOW)).toEqual(reasons)
        expect(JSON.stringify(piece)).toBe(before)
      }),
      params,
    )
  })

  it('nothing is published without an approval of just this content, by an editor', () => {
    fc.assert(
      fc.property(change, stages, roles, kinds, overrides, (given, stage, list, kind, said) => {
        const piece = pieceWith({
          ...given,
          review: {stage, approval: {by: 'x', byName: 'X', at: NOW, hash: 'another'}},
        })
        const request: Partial<ActRequest> = {overrides: said}
        const input = {...piece, act: 'publish' as const, request}
        expect(refuses(check(input, {id: 'x', kind, roles: list}, NOW))).toBe(true)
        const whole = approved(given)
        const others = list.filter((role) => role !== 'editor')
        expect(refuses(check({...whole, request}, {id: 'x', kind, roles: others}, NOW))).toBe(true)
      }),
      params,
    )
  })

  it('nobody approves what they submitted, nor a token anything', () => {
    fc.assert(
      fc.property(change, overrides, (given, said) => {
        const piece = pieceWith(given)
        const submission = {by: 'editor', byName: 'E', at: NOW, hash: hashOf(piece)}
        const review: Partial<Review> = {stage: 'inReview', submission}
        const input = {
          ...pieceWith({...given, review}),
          act: 'approve' as const,
          request: {overrides: said},
        }
        expect(errors(check(input, editor, NOW))).toContain('fourEyesSubmitter')
        expect(errors(check(input, {...editor, id: 't', kind: 'token'}, NOW))).toContain(
          'fourEyesToken',
        )
      }),
      params,
    )
  })
})
