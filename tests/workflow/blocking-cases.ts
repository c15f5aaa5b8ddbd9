// What blocks a publication, one thing at a time, with the reason that it is given.
import {quoting} from '../support/quotations.ts'
import {later, NOW, type Change} from './pieces.ts'

const long = (length: number) => 'x'.repeat(length)
export const photo = (fields: object): Change => ({documents: {photo: {...fields}}})
export const quote = (fields: object): Change => ({documents: {quote: {...fields}}})
export const article = (fields: object): Change => ({documents: {'drafts.a': {...fields}}})

/** What is wrong, how, the reason’s code, and the document and field that it names. */
type Case = [string, Change, string, string, string?]
export const BLOCKING: Case[] = [
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
  [
    'words of the text that differ from a verified quote',
    article({body: [quoting('p', ['“So it was,”', 'quote'], ' she said.')]}),
    'quotationAltered',
    'a',
    'body[_key=="p"].markDefs[_key=="m0"]',
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
  [
    'a photo without credit line that is referred to weakly',
    {
      documents: {
        'drafts.a': {leadPhoto: {photo: {_ref: 'photo', _weak: true}}},
        photo: {creditLine: undefined},
      },
    },
    'creditMissing',
    'photo',
    'creditLine',
  ],
  [
    'a photo in another dataset',
    article({leadPhoto: {photo: {_ref: 'photo', _dataset: 'production', _projectId: 'x'}}}),
    'referenceMissing',
    'a',
  ],
  [
    'expired rights of a photo with another type in its draft’s place',
    {documents: {'drafts.photo': {_type: 'topic'}, photo: {rights: {validUntil: NOW}}}},
    'rightsExpired',
    'photo',
    'rights.validUntil',
  ],
]
