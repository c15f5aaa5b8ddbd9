// Every guarded field, on every way to a draft or version, for every role: what somebody else decided
// stays, and nobody slips in a decision that is not theirs.
import {describe, expect, it} from 'vitest'
import {at} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {transact, type Attempt} from './transact.ts'

const ROLES = ['journalist', 'photoEditor', 'editor', 'administrator', 'importer'] as const
type RoleName = (typeof ROLES)[number]

interface Guarded {
  name: string
  type: string
  path: string[]
  /** What it is on the document that somebody decided about, and what somebody tries to make of it. */
  decided: unknown
  forged: unknown
  /** The rest of the document. */
  fields?: object
  /** Who may set it on a draft. The server puts back what others change in a field of its own. */
  roles: RoleName[] | 'server'
  /** A duplicate does not take it over. */
  isOfOneDocument?: true
}

const GUARDED: Guarded[] = [
  {
    name: 'the clearance of a photo',
    type: 'photoWithCredit',
    path: ['rights', 'clearance'],
    decided: 'denied',
    forged: 'cleared',
    roles: ['photoEditor', 'editor'],
  },
  {
    name: 'an embargo',
    type: 'article',
    path: ['embargo', 'until'],
    decided: '2027-01-01T00:00:00Z',
    forged: '2026-01-01T00:00:00Z',
    roles: ['editor'],
  },
  {
    name: 'who verified a quote',
    type: 'expertQuote',
    path: ['verification', 'by'],
    decided: 'Otto Editor',
    forged: 'The Pope',
    fields: {
      text: 'So it is.',
      verification: {status: 'recordingChecked', on: '2026-11-01T00:00:00Z', verifiedWords: 'mark'},
    },
    roles: 'server',
  },
  {
    name: 'the first publication of an article',
    type: 'article',
    path: ['firstPublishedAt'],
    decided: '2026-11-01T00:00:00Z',
    forged: '1999-01-01T00:00:00Z',
    roles: 'server',
    isOfOneDocument: true,
  },
  {
    name: 'the old addresses of an article',
    type: 'article',
    path: ['previousSlugs'],
    decided: ['old'],
    forged: ['a-colleagues-article'],
    roles: 'server',
    isOfOneDocument: true,
  },
]

const DRAFT = 'drafts.g'
const VERSION = 'versions.summer.g'

type Side = (id: string) => PieceDocument
type Expected = 'decided' | 'forged' | 'refused' | 'nothing'
/** Its name, the attempt, and what comes of it without the right to the field and for a field of the server. */
type Way = [
  name: string,
  attempt: (decided: Side, forged: Side) => Attempt & {writes: [PieceDocument]},
  without: Expected,
  server: Expected,
]
const noted = (document: PieceDocument): PieceDocument => ({...document, note: 'x'})
const source = (_id: string): PieceDocument => ({_id, _type: 'source', name: 'Prof. Source'})

const WAYS: Way[] = [
  ['a new document', (_, forged) => ({writes: [forged(DRAFT)]}), 'refused', 'nothing'],
  [
    'the first edit of a live document',
    (decided) => ({stored: [decided('g')], writes: [noted(decided(DRAFT))]}),
    'decided',
    'decided',
  ],
  [
    'a first edit of the field itself',
    (decided, forged) => ({stored: [decided('g')], writes: [forged(DRAFT)]}),
    'refused',
    'decided',
  ],
  [
    'a duplicate',
    (decided) => ({source: decided('drafts.other'), writes: [decided(DRAFT)]}),
    'decided',
    'decided',
  ],
  [
    'a duplicate that says something else',
    (decided, forged) => ({source: decided('drafts.other'), writes: [forged(DRAFT)]}),
    'refused',
    'nothing',
  ],
  [
    'a restored revision with the same decision',
    (decided) => ({stored: [decided(DRAFT)], writes: [noted(decided(DRAFT))]}),
    'decided',
    'decided',
  ],
  [
    'a restored revision with another decision',
    (decided, forged) => ({stored: [decided(DRAFT)], writes: [forged(DRAFT)]}),
    'refused',
    'decided',
  ],
  [
    'a deleted document that is restored',
    (decided) => ({deleted: decided(DRAFT), writes: [decided(DRAFT)]}),
    'decided',
    'decided',
  ],
  [
    'deleting and creating it again',
    (decided, forged) => ({deleted: decided(DRAFT), writes: [forged(DRAFT)]}),
    'refused',
    'decided',
  ],
  [
    'a version of a draft',
    (decided) => ({stored: [decided(DRAFT)], writes: [decided(VERSION)]}),
    'decided',
    'decided',
  ],
  [
    'a version with another decision',
    (decided, forged) => ({stored: [decided(DRAFT)], writes: [forged(VERSION)]}),
    'refused',
    'decided',
  ],
  [
    'a change of type, from one that guards nothing',
    (_, forged) => ({stored: [source(DRAFT)], writes: [forged(DRAFT)]}),
    'refused',
    'refused',
  ],
  [
    'a draft of another type than what is published',
    (_, forged) => ({stored: [source('g')], writes: [forged(DRAFT)]}),
    'refused',
    'refused',
  ],
]

/** A document with its guarded field at that value. */
const sideOf =
  ({type, path: [first = '', second], fields}: Guarded, value: unknown): Side =>
  (_id) => ({
    _id,
    _type: type,
    ...fields,
    [first]: second ? {...(at(fields, [first]) as object), [second]: value} : (value as string),
  })

function expectation(
  {type, roles, isOfOneDocument}: Guarded,
  [name, , without, server]: Way,
  role: RoleName,
): Expected | 'as it was written' {
  // What is refused for the server's fields is refused in every role: a document keeps its type.
  const decides = roles !== 'server' && roles.includes(role) && server !== 'refused'
  if (role === 'importer' || decides) return 'as it was written'
  if (roles !== 'server') return without
  if (isOfOneDocument && name === 'a duplicate') return 'nothing'
  // Nobody verifies words that they bring along themselves.
  if (type === 'expertQuote' && server === 'nothing') return 'refused'
  return server
}

describe.each(GUARDED)('$name', (guarded) => {
  describe.each(WAYS)('by %s', (...way) => {
    it.each(ROLES)('as a %s', (role) => {
      const [name, attempt] = way
      const given = attempt(sideOf(guarded, guarded.decided), sideOf(guarded, guarded.forged))
      const [written] = given.writes
      const {codes, get} = transact({...given, role})
      const expected = expectation(guarded, way, role)
      if (expected === 'refused') {
        expect(codes).toContain(name.includes('type') ? 'typeChanged' : 'fieldOwnership')
        return
      }
      const values = {
        ...guarded,
        nothing: undefined,
        'as it was written': at(written, guarded.path),
      }
      expect(codes).toEqual([])
      expect(at(get(written._id), guarded.path)).toEqual(values[expected])
    })
  })
})
