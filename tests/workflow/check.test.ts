// Reasons that forbid an action, case by case.
import {describe, expect, it} from 'vitest'
import {check} from '../../workflow/check.ts'
import type {GatheredPiece} from '../../workflow/gather.ts'
import type {Review} from '../../model/records.ts'
import {article, BLOCKING, photo} from './blocking-cases.ts'
import {quoting} from '../support/quotations.ts'
import {approved, later, NOW, pieceWith, type Change} from './pieces.ts'

const editor = {id: 'editor', kind: 'user', roles: ['editor']}
const long = (length: number) => 'x'.repeat(length)

const publishing = (piece: GatheredPiece, more: object = {}) =>
  check({...piece, ...more}, editor, NOW)
const errors = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'error').map(({code}) => code)
const warnings = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'warning').map(({code}) => code)

it('nothing forbids publishing an approved piece with everything in order', () => {
  expect(publishing(approved())).toEqual([])
})

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

  it.each(BLOCKING.filter(([, , , document]) => document === 'quote'))(
    '%s, if words of the text are annotated with it',
    (_name, {documents}, code, document) => {
      const body = [quoting('p', ['“So it is,”', 'quote'], ' she said.')]
      const reasons = publishing(approved({documents: {...documents, 'drafts.a': {body}}}))
      expect(reasons).toMatchObject([{code, document, severity: 'error'}])
    },
  )

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

describe('An override', () => {
  const why = 'The recording is lost.'
  const overriding = (code: string, more: object = {}) => ({
    request: {overrides: [{code, reason: why, ...more}]},
  })
  const unverified = {documents: {quote: {verification: undefined}}}

  it.each(BLOCKING)('takes %s away only where nobody verified a quote', (_name, change, code) => {
    const left = errors(publishing(approved(change), overriding(code)))
    expect(left).toEqual(code === 'quoteUnverified' ? [] : [code])
  })

  it.each([
    ['no reason', {reason: undefined}],
    ['an empty reason', {reason: ''}],
    ['a reason of spaces', {reason: '  '}],
    ['another document', {document: 'other'}],
  ])('with %s is none', (_name, more) => {
    const piece = approved(unverified)
    expect(errors(publishing(piece, overriding('quoteUnverified', more)))).toEqual([
      'quoteUnverified',
    ])
  })

  it('of a quote counts for that quote', () => {
    const more = overriding('quoteUnverified', {document: 'quote'})
    expect(errors(publishing(approved(unverified), more))).toEqual([])
  })

  it('neither submits a piece nor gives a role', () => {
    const drafting = {...pieceWith({review: {stage: 'drafting'}}), act: 'publish' as const}
    expect(errors(check({...drafting, ...overriding('notSubmitted')}, editor, NOW))).toContain(
      'notSubmitted',
    )
    const journalist = {...editor, roles: ['journalist']}
    const piece = {...approved(), ...overriding('roleMissing')}
    expect(errors(check(piece, journalist, NOW))).toContain('roleMissing')
  })
})

describe('A change of a live article', () => {
  const live = {documents: {a: {_type: 'article'}}}
  const codes = (correction?: object, change: Change = live) =>
    errors(publishing(approved(change), {request: correction && {correction}}))

  it.each(['correction', 'clarification', 'update', 'editorsNote', 'minor'])(
    'is a %s with a note for its readers',
    (type) => {
      expect(codes({type, readerNote: 'x'})).toEqual([])
      expect(codes({type, readerNote: ' '})).toEqual(['readerNoteMissing'])
    },
  )

  it.each([undefined, 'retraction', 'typo', ''])('is not of the kind %s', (type) => {
    expect(codes(type === undefined ? undefined : {type, readerNote: 'x'})).toEqual(['kindMissing'])
  })

  it('also of one that was withdrawn has a kind, and a new article has none', () => {
    const readBefore = article({firstPublishedAt: NOW})
    expect(codes(undefined, readBefore)).toEqual(['kindMissing'])
    expect(codes({type: 'update', readerNote: 'x'}, {})).toEqual(['kindNotApplicable'])
  })
})

describe('A schedule', () => {
  const at = (publishAt: string, change: Change = {}) =>
    errors(check({...approved(change), act: 'schedule', request: {publishAt}}, editor, NOW))
  it('names a moment', () => {
    expect(at('soon')).toEqual(['publishAtMissing'])
    expect(at('')).toEqual(['publishAtMissing'])
  })

  it('is judged by the moment of publication', () => {
    expect(at(later(1))).toEqual([])
    expect(at(NOW)).toEqual(['publishAtPast'])
    const until = photo({rights: {validUntil: later(2)}})
    expect(at(later(1), until)).toEqual([])
    expect(at(later(3), until)).toEqual(['rightsExpired'])
    const from = photo({rights: {clearance: 'cleared', validFrom: later(2)}})
    expect(at(later(1), from)).toEqual(['rightsNotYetValid'])
    expect(at(later(3), from)).toEqual([])
    const embargo = article({embargo: {until: later(2)}})
    expect(at(later(1), embargo)).toEqual(['embargoAhead'])
    expect(at(later(2), embargo)).toEqual([])
  })
})
