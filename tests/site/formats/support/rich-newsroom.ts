// An article with every field that formats use, and the newsroom around it.
import type {Document} from '../../support/client.ts'
import {
  article,
  block,
  correction,
  linked,
  newsroom,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from '../../support/fixtures.ts'

const policy = [block('We keep our word.')]

/** `more` changes the article *piece*; `others` join it. */
export function richNewsroom(
  more: Record<string, unknown> = {},
  ...others: (Document | Document[])[]
): Document[] {
  const documents = newsroom(
    article('piece', {
      dateline: 'Beijing',
      topics: [reference('topic-trade')],
      keyPoints: ['The first point', 'The second point'],
      leadPhoto: photoUse('lead', {caption: 'The hall & its steps'}),
      body: [
        block('The first paragraph.'),
        linked('Politics', {_type: 'internalLink', reference: reference('section-politics')}),
        photoUse('inside'),
        quoteUse('said'),
        quoteUse('reported'),
        quoteUse('unnamed'),
      ],
      citations: [{_key: 'c', title: 'A report', publication: 'A ministry', publishedOn: '2025'}],
      ...more,
    }),
    photo('lead', {
      creator: 'Yasuto Tanaka',
      creatorTitle: 'Staff photographer',
      copyrightHolder: 'Sankei',
      copyrightNotice: '© 2026 Sankei',
      licenseUrl: 'https://example.org/licence?a=1&b=2',
      acquireUrl: 'https://example.org/buy',
      usageTerms: 'Ask first.',
      dateTaken: '2026-03',
      place: 'Beijing',
      digitalSourceType: 'digitalCapture',
    }),
    photo('inside', {creditLine: '(©The Ministry of Defense Joint Staff Office)'}),
    quote('said', {
      original: {text: '様子見だろう。', language: 'ja', translatedBy: reference('author-ada')},
      provenance: {url: 'https://example.org/interview'},
      saidOn: '2026-03-01',
    }),
    quote('reported', {text: 'In our own words.', kind: 'paraphrase'}),
    quote('unnamed', {
      text: 'Nobody wants it.',
      speakers: [],
      attribution: 'a person who knows the talks',
      anonymityReason: 'They were not allowed to speak.',
    }),
    correction('piece', 1, {wrongText: 'Monday', rightText: 'Tuesday'}),
    correction('piece', 2, {type: 'update', readerNote: 'The vote was added.'}),
    ...others,
  )
  return documents.map((one) => ({...one, ...CHANGED[one._id]}))
}

const CHANGED: Record<string, Record<string, unknown>> = {
  siteSettings: {
    policies: {ethics: policy, corrections: policy, ownership: policy},
    socialLinks: [
      {_key: 'x', label: 'X', url: 'https://x.com/testpost'},
      {_key: 'm', label: 'Mail', url: 'mailto:desk@example.org'},
    ],
  },
  'topic-trade': {mediaTopic: 'medtop:20000210'},
  'author-ada': {
    affiliation: 'Institute for Treaties',
    status: 'staff',
    persistentId: 'https://orcid.org/0000-0002-1825-0097',
    links: [{_key: 'l', label: 'Home', url: 'https://ada.example/'}],
    expertise: ['Treaties'],
  },
}
