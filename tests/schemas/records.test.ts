// What the server writes is what the schema knows: every field, every word of a list.
import type {ObjectSchemaType} from 'sanity'
import {describe, expect, it} from 'vitest'
import type {
  Correction,
  Notice,
  Notification,
  PublicationKind,
  Review,
} from '../../model/records.ts'
import type {State} from '../../model/stages.ts'
import type {PreviewLink, PreviewRemark} from '../../workflow/preview/records.ts'
import {schema, stored, unknownFieldsOf} from './support.ts'

const AT = '2026-11-03T09:00:00Z'
const signature = {by: 'u-1', byName: 'Dana Writer', at: AT}
const about = {_type: 'reference', _ref: 'article-1', _weak: true} as const

const REVIEW: Required<Review> = {
  _id: 'review.article-1',
  _type: 'review',
  subject: about,
  subjectType: 'article',
  stage: 'scheduled',
  state: 'scheduled',
  lapsed: false,
  submission: {...signature, hash: 'h', note: 'Please look at the quotes.'},
  approval: {
    ...signature,
    hash: 'h',
    overrides: [{code: 'quoteUnverified', document: 'quote-1', reason: 'Heard by two of us.'}],
  },
  publication: {
    ...signature,
    hash: 'h',
    approvedBy: 'u-2',
    approvedByName: 'Ed Editor',
    approvedAt: AT,
  },
  schedule: {
    ...signature,
    publishAt: AT,
    correction: {type: 'correction', readerNote: 'n', wrongText: 'w', rightText: 'r'},
    overrides: [{code: 'commentsUnresolved', document: 'article-1', reason: 'Settled by phone.'}],
  },
  scheduleFailure: {
    at: AT,
    publishAt: AT,
    reasons: [
      {
        code: 'rightsExpired',
        severity: 'error',
        document: 'photo-1',
        path: 'rights.validUntil',
        message: 'The rights have ended.',
        overridable: false,
      },
    ],
  },
  legal: {...signature, state: 'required', note: 'The second paragraph.'},
  embargoNote: 'Agreed with the ministry.',
  assignment: {...signature, assignee: 'u-2', dueAt: AT},
  changedBy: ['u-1'],
  writer: 'u-1',
  requestedChanges: 'A source for the figure.',
  history: [
    {
      ...signature,
      _key: 'k',
      act: 'submit',
      from: 'drafting',
      to: 'inReview',
      note: 'n',
      dueAt: AT,
    },
  ],
}

const CORRECTION: Required<Correction> = {
  _id: 'correction-article-1-1',
  _type: 'correction',
  article: about,
  number: 1,
  type: 'correction',
  wrongText: 'w',
  rightText: 'r',
  readerNote: 'n',
  revisionBefore: 'a',
  revisionAfter: 'b',
  publishedAt: AT,
}

const NOTICE: Required<Notice> = {
  _id: 'notice-article-1-1',
  _type: 'notice',
  subjectType: 'podcast',
  articleId: 'article-1',
  slug: 'why-it-matters',
  previousSlugs: ['it-matters'],
  headline: 'Why it matters',
  kind: 'withdrawn',
  readerNote: 'n',
  at: AT,
}

const NOTIFICATION: Required<Notification> = {
  ...signature,
  _id: 'notification.1',
  _type: 'notification',
  recipient: 'u-2',
  kind: 'submitted',
  article: about,
  subject: about,
  subjectType: 'photoWithCredit',
  comment: 'c',
  task: 't',
  headline: 'Why it matters',
  note: 'n',
  readAt: AT,
  mailedAt: AT,
  mailError: 'The mail server did not answer.',
}

const LINK: Required<PreviewLink> = {
  ...signature,
  _id: 'link.1',
  _type: 'previewLink',
  article: about,
  recipient: 'Her lawyer',
  expiresAt: AT,
  revoked: signature,
}

const REMARK: Required<PreviewRemark> = {
  _id: 'remark.1',
  _type: 'previewRemark',
  article: about,
  link: {_type: 'reference', _ref: 'link.1', _weak: true},
  name: 'Her lawyer',
  text: 't',
  at: AT,
  revision: 'r',
}

const OTHERS = [
  {...signature, _id: 'override.1', _type: 'override', article: about, code: 'c', document: 'd'},
  {...signature, _id: 'ledger.1', _type: 'ledgerEntry', kind: 'minor', reason: 'r'},
  {_id: 'snapshot.1', _type: 'pieceSnapshot', subject: about, approvedAt: AT, hash: 'h'},
]

it.each([REVIEW, CORRECTION, NOTICE, NOTIFICATION, LINK, REMARK, ...OTHERS])(
  'the schema knows every field of $_id',
  async (document) => {
    expect(await unknownFieldsOf(stored({...document}))).toEqual([])
  },
)

it('finds a field that the schema does not know', async () => {
  const document = stored({...REVIEW, submission: {...REVIEW.submission, extra: 1}})
  expect(await unknownFieldsOf(document)).toHaveLength(1)
})

describe('the words of a list', () => {
  const wordsOf = (type: string, name: string): string[] => {
    const field = (schema.get(type) as ObjectSchemaType).fields.find((each) => each.name === name)!
    return field.type.options.list.map(({value}: {value: string}) => value).toSorted()
  }
  const STATES: Record<State, true> = {
    drafting: true,
    inReview: true,
    changesRequested: true,
    approved: true,
    scheduled: true,
    published: true,
    beingCorrected: true,
    withdrawn: true,
    killed: true,
    spiked: true,
  }
  const CORRECTIONS: Record<Correction['type'], true> = {
    correction: true,
    clarification: true,
    update: true,
    editorsNote: true,
    retraction: true,
  }
  const CHANGES: Record<PublicationKind, true> = {
    correction: true,
    clarification: true,
    update: true,
    editorsNote: true,
    minor: true,
  }
  const NOTIFICATIONS: Record<Notification['kind'], true> = {
    submitted: true,
    changesRequested: true,
    approved: true,
    lapsed: true,
    assigned: true,
    scheduleFailed: true,
    published: true,
    withdrawn: true,
    killed: true,
    spiked: true,
    discarded: true,
    rightsEnding: true,
    remark: true,
    mentioned: true,
    commented: true,
    task: true,
    frontCorrected: true,
  }

  it('are those of the workflow', () => {
    expect(wordsOf('review', 'state')).toEqual(Object.keys(STATES).toSorted())
    expect(wordsOf('review', 'stage')).toEqual(
      Object.keys(STATES)
        .filter((state) => state !== 'beingCorrected')
        .toSorted(),
    )
    expect(wordsOf('correction', 'type')).toEqual(Object.keys(CORRECTIONS).toSorted())
    expect(wordsOf('notification', 'kind')).toEqual(Object.keys(NOTIFICATIONS).toSorted())
    expect(wordsOf('notice', 'kind')).toEqual(['killed', 'withdrawn'])
    const schedule = (schema.get('review') as ObjectSchemaType).fields.find(
      ({name}) => name === 'schedule',
    )!.type as ObjectSchemaType
    const told = schedule.fields.find(({name}) => name === 'correction')!.type as ObjectSchemaType
    const kind = told.fields.find(({name}) => name === 'type')!.type
    expect(kind.options.list.map(({value}: {value: string}) => value).toSorted()).toEqual(
      Object.keys(CHANGES).toSorted(),
    )
  })
})
