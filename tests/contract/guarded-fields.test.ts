// Every guarded field, on every way to a draft or version, for every role: what somebody else decided
// stays, and nobody slips in a decision that is not theirs.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {at} from '../../workflow/checks/reading.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {openDesk, type Desk, type Fields, type Voice} from '../support/piece.ts'

const ROLES = [
  'journalist',
  'photoEditor',
  'editor',
  'developer',
  'administrator',
  'importer',
] as const
type RoleName = (typeof ROLES)[number]
/** Roles that write drafts of articles, photos and quotes. */
const WRITERS: RoleName[] = ['journalist', 'photoEditor', 'editor', 'importer']
const VERSION_WRITERS: RoleName[] = ['editor', 'importer']

interface Guarded {
  name: string
  type: string
  path: string[]
  /** What it is on the document that somebody decided about, and what somebody tries to make of it. */
  decided: unknown
  forged: unknown
  /** The rest of the document. */
  fields: Fields
  /** Who may set it on a draft. The server puts back what others change in a field of its own. */
  roles: RoleName[] | 'server'
  /** It says something about one document, and a duplicate is another one. */
  isOfOneDocument?: true
}

const GUARDED: Guarded[] = [
  {
    name: 'the clearance of a photo',
    type: 'photoWithCredit',
    path: ['rights', 'clearance'],
    decided: 'denied',
    forged: 'cleared',
    fields: {caption: 'A ferry'},
    roles: ['photoEditor', 'editor'],
  },
  {
    name: 'an embargo',
    type: 'article',
    path: ['embargo', 'until'],
    decided: '2027-01-01T00:00:00Z',
    forged: '2026-01-01T00:00:00Z',
    fields: {headline: 'Ferry late'},
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
      verification: {
        status: 'recordingChecked',
        on: '2026-11-01T00:00:00Z',
        verifiedWords: 'mark',
      },
    },
    roles: 'server',
  },
  {
    name: 'the first publication of an article',
    type: 'article',
    path: ['firstPublishedAt'],
    decided: '2026-11-01T00:00:00Z',
    forged: '1999-01-01T00:00:00Z',
    fields: {headline: 'Ferry late'},
    roles: 'server',
    isOfOneDocument: true,
  },
  {
    name: 'the old addresses of an article',
    type: 'article',
    path: ['previousSlugs'],
    decided: ['old'],
    forged: ['a-colleagues-article'],
    fields: {headline: 'Ferry late'},
    roles: 'server',
    isOfOneDocument: true,
  },
]

let lake: TestLake
let desk: Desk
let count = 0
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

const withValue = ({type, path, fields}: Guarded, id: string, value: unknown): Fields => {
  const [first = '', second] = path
  const object = {...(fields[first] as Fields | undefined), ...(second ? {[second]: value} : {})}
  return {_id: id, _type: type, ...fields, [first]: second ? object : value}
}

interface Attempt {
  guarded: Guarded
  who: Voice
  /** A published id that nothing has yet. */
  id: string
}

/** Puts what was decided there, as an import does. */
const given = (...documents: Fields[]) =>
  desk.mutate(
    desk.importer,
    documents.map((document) => ({createOrReplace: document})),
  )
const action = (actionType: string, id: string, more: Fields) => ({
  actionType: `sanity.action.document.${actionType}`,
  publishedId: id,
  ...more,
})
const editOf = (id: string, patch: Fields) =>
  action('edit', id, {draftId: `drafts.${id}`, patch: {set: patch}})
const stored = (id: string) => desk.get(id) as Fields

type Expected = 'decided' | 'forged' | 'refused' | 'nothing'

interface Way {
  name: string
  /** Answers the response and the id of the draft or version that was written. */
  take: (attempt: Attempt) => Promise<{response: Response; draft: string}>
  /** For a role that may write such drafts; the role's right to the field is asked apart. */
  writers?: RoleName[]
  /** What somebody gets who may not set the field, and what of a field of the server. */
  without: Expected
  server: Expected
  /** The same for who may set it. */
  allowed: Expected
}

const WAYS: Way[] = [
  {
    name: 'a new document',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      const mutations = [{create: withValue(guarded, draft, guarded.forged)}]
      return {response: await desk.mutate(who, mutations), draft}
    },
    without: 'refused',
    server: 'nothing',
    allowed: 'forged',
  },
  {
    name: 'the first edit of a live document',
    async take({guarded, who, id}) {
      await given(withValue(guarded, id, guarded.decided))
      const response = await desk.actions(who, [editOf(id, {note: 'x'})])
      return {response, draft: `drafts.${id}`}
    },
    without: 'decided',
    server: 'decided',
    allowed: 'decided',
  },
  {
    name: 'a first edit of the field itself',
    async take({guarded, who, id}) {
      await given(withValue(guarded, id, guarded.decided))
      const response = await desk.actions(who, [
        editOf(id, {[guarded.path.join('.')]: guarded.forged}),
      ])
      return {response, draft: `drafts.${id}`}
    },
    without: 'refused',
    server: 'decided',
    allowed: 'forged',
  },
  {
    name: 'a duplicate',
    async take({guarded, who, id}) {
      await given(withValue(guarded, `drafts.${id}`, guarded.decided))
      const {_createdAt, _updatedAt, _system, ...source} = stored(`drafts.${id}`)
      const draft = `drafts.copy-of-${id}`
      return {response: await desk.mutate(who, [{create: {...source, _id: draft}}]), draft}
    },
    without: 'decided',
    server: 'decided',
    allowed: 'decided',
  },
  {
    name: 'a duplicate that says something else',
    async take({guarded, who, id}) {
      await given(withValue(guarded, `drafts.${id}`, guarded.decided))
      const {_rev} = stored(`drafts.${id}`)
      const draft = `drafts.copy-of-${id}`
      const copy = {...withValue(guarded, draft, guarded.forged), _rev}
      return {response: await desk.mutate(who, [{create: copy}]), draft}
    },
    without: 'refused',
    server: 'nothing',
    allowed: 'forged',
  },
  {
    name: 'a restored revision with the same decision',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      await given(withValue(guarded, draft, guarded.decided))
      const attributes = {...stored(draft), note: 'restored'}
      return {response: await desk.actions(who, [action('replaceDraft', id, {attributes})]), draft}
    },
    without: 'decided',
    server: 'decided',
    allowed: 'decided',
  },
  {
    name: 'a restored revision with another decision',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      await given(withValue(guarded, draft, guarded.decided))
      const attributes = withValue(guarded, draft, guarded.forged)
      return {response: await desk.actions(who, [action('replaceDraft', id, {attributes})]), draft}
    },
    without: 'refused',
    server: 'decided',
    allowed: 'forged',
  },
  {
    name: 'a deleted document that is restored',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      await given(withValue(guarded, draft, guarded.decided))
      const before = stored(draft)
      await desk.mutate(desk.importer, [{delete: {id: draft}}])
      const {_system, ...attributes} = before
      return {response: await desk.actions(who, [action('create', id, {attributes})]), draft}
    },
    without: 'decided',
    server: 'decided',
    allowed: 'decided',
  },
  {
    name: 'deleting and creating it again',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      await given(withValue(guarded, draft, guarded.decided))
      await desk.mutate(desk.importer, [{delete: {id: draft}}])
      const mutations = [{create: withValue(guarded, draft, guarded.forged)}]
      return {response: await desk.mutate(who, mutations), draft}
    },
    without: 'refused',
    server: 'decided',
    allowed: 'forged',
  },
  {
    name: 'a version of a draft',
    async take({guarded, who, id}) {
      await given(withValue(guarded, `drafts.${id}`, guarded.decided))
      const draft = `versions.summer.${id}`
      const document = {...stored(`drafts.${id}`), _id: draft}
      return {
        response: await desk.actions(who, [action('version.create', id, {document})]),
        draft,
      }
    },
    writers: VERSION_WRITERS,
    without: 'decided',
    server: 'decided',
    allowed: 'decided',
  },
  {
    name: 'a version with another decision',
    async take({guarded, who, id}) {
      await given(withValue(guarded, `drafts.${id}`, guarded.decided))
      const draft = `versions.summer.${id}`
      const document = withValue(guarded, draft, guarded.forged)
      return {
        response: await desk.actions(who, [action('version.create', id, {document})]),
        draft,
      }
    },
    writers: VERSION_WRITERS,
    without: 'refused',
    server: 'decided',
    allowed: 'forged',
  },
  {
    name: 'a change of type, from one that guards nothing',
    async take({guarded, who, id}) {
      const draft = `drafts.${id}`
      const planted = withValue(guarded, draft, guarded.forged)
      await desk.mutate(who, [{create: {...planted, _type: 'source'}}])
      return {response: await desk.mutate(who, [{createOrReplace: planted}]), draft}
    },
    without: 'refused',
    server: 'refused',
    allowed: 'refused',
  },
  {
    name: 'a draft of another type than what is published',
    async take({guarded, who, id}) {
      await given({_id: id, _type: 'source', name: 'Prof. Source'})
      const draft = `drafts.${id}`
      const planted = withValue(guarded, draft, guarded.forged)
      return {response: await desk.mutate(who, [{create: planted}]), draft}
    },
    without: 'refused',
    server: 'refused',
    allowed: 'refused',
  },
]

describe.each(GUARDED)('$name', (guarded) => {
  describe.each(WAYS)('by $name', (way) => {
    it.each(ROLES)('as a %s', async (role) => {
      await desk.actions(desk.editor, [
        {actionType: 'sanity.action.release.create', releaseId: 'summer'},
      ])
      const attempt = {guarded, who: desk[role], id: `g${++count}`}
      const {response, draft} = await way.take(attempt)
      const value = at(desk.get(draft), guarded.path)
      const expected = expectation(guarded, way, role)
      if (expected === 'refused') {
        expect([response.status, value]).not.toEqual([200, guarded.forged])
        expect(response.status).toBe(403)
        return
      }
      expect([response.status, await response.json()]).toMatchObject([200, {}])
      expect(value).toEqual(expected === 'nothing' ? undefined : guarded[expected])
    })
  })
})

function expectation(guarded: Guarded, way: Way, role: RoleName): Expected {
  if (!(way.writers ?? WRITERS).includes(role)) return 'refused'
  if (role === 'importer') return IMPORTED[way.name] ?? 'forged'
  if (guarded.roles !== 'server') return guarded.roles.includes(role) ? way.allowed : way.without
  if (guarded.isOfOneDocument && way.name === 'a duplicate') return 'nothing'
  // Nobody verifies words that they bring along themselves.
  if (guarded.type === 'expertQuote' && way.server === 'nothing') return 'refused'
  return way.server
}

/** An import brings along what others decided, whatever that is. */
const IMPORTED: Record<string, Expected> = {
  'the first edit of a live document': 'decided',
  'a duplicate': 'decided',
  'a restored revision with the same decision': 'decided',
  'a deleted document that is restored': 'decided',
  'a version of a draft': 'decided',
}
