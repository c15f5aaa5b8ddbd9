// Pieces for contract tests: an article with photo, quote and source, the people around it, and every
// request as a browser or a program would send it.
import {expect} from 'vitest'
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {pieceHash} from '../../workflow/coverage.ts'
import {gatherPiece} from '../../workflow/gather.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import type {Review, ReviewReason} from '../../model/records.ts'
import type {Role, TestLake} from './lake.ts'

/** Who asks: a person with a session, or a program with a token. */
export interface Voice {
  id: string
  headers: Record<string, string>
}

export type Fields = Record<string, unknown>

/** The picture that every photo of a test shows. */
const ASSET = `image-${'a'.repeat(40)}-1600x900-jpg`
const DATASET = 'production'

export const ref = (_ref: string) => ({_type: 'reference', _ref})
/** As the studio refers to what is no more than a draft. */
export const fresh = (_ref: string, type: string) => ({
  ...ref(_ref),
  _weak: true,
  _strengthenOnPublish: {type},
})

export interface Desk {
  lake: TestLake
  /** The writer; `jane` is their byline. */
  journalist: Voice
  colleague: Voice
  editor: Voice
  otherEditor: Voice
  photoEditor: Voice
  administrator: Voice
  developer: Voice
  importer: Voice
  person(role: Role, name?: string): Voice
  token(role: Role | 'importer'): Voice
  mutate(who: Voice, mutations: object[], query?: string): Promise<Response>
  actions(who: Voice, actions: object[]): Promise<Response>
  act(who: Voice, request: Partial<EditorialActionRequest> & Fields): Promise<Response>
  get(id: string): PieceDocument | null
  review(articleId: string): Review
  /** Content hash of the piece as the newsroom sees it, computed again. */
  hash(articleId: string): string
  /** All that is stored, as one text: equal before and after what is refused. */
  everything(): string
}

/** The newsroom around the pieces: people, a section, an author who is the journalist. */
export async function openDesk(lake: TestLake): Promise<Desk> {
  const {documents, log, access} = lake.lake.services
  const post = (who: Voice, path: string, body: object) =>
    lake.fetch(path, {method: 'POST', headers: who.headers, body: JSON.stringify(body)})
  const person: Desk['person'] = (role, name) => {
    const {id, cookie} = lake.person(role, name)
    return {id, headers: {cookie}}
  }
  const token: Desk['token'] = (role) => {
    const {id, secret} = access.tokens.create({name: `A program (${role})`, role})
    return {id, headers: {authorization: `Bearer ${secret}`}}
  }
  const get: Desk['get'] = (id) => documents.get(DATASET, id)
  const desk: Desk = {
    lake,
    journalist: person('journalist', 'Jane Doe'),
    colleague: person('journalist', 'A colleague'),
    editor: person('editor', 'Edith Editor'),
    otherEditor: person('editor', 'Otto Editor'),
    photoEditor: person('photoEditor', 'Paul Photo'),
    administrator: person('administrator', 'Ada Admin'),
    developer: person('developer', 'Dev'),
    importer: token('importer'),
    person,
    token,
    mutate: (who, mutations, query = '') =>
      post(who, `/v2025-02-19/data/mutate/${DATASET}${query}`, {mutations}),
    actions: (who, actions) => post(who, `/v2025-02-19/data/actions/${DATASET}`, {actions}),
    act: (who, request) => post(who, `/v1/acts/${DATASET}`, request),
    get,
    review: (articleId) => get(`review.${articleId}`) as unknown as Review,
    hash: (articleId) =>
      pieceHash(gatherPiece(articleId, get, (id) => documents.referencing(DATASET, id)).piece),
    everything: () => JSON.stringify([log.last(), documents.all(DATASET)]),
  }
  await ok(
    desk.mutate(desk.importer, [
      {createIfNotExists: {_id: ASSET, _type: 'sanity.imageAsset', url: 'http://x/a.jpg'}},
      {createIfNotExists: {_id: 'world', _type: 'section', title: 'World'}},
      {createIfNotExists: {_id: 'jane', _type: 'author', name: 'Jane Doe'}},
      {
        createOrReplace: {
          _id: 'private.author.jane',
          _type: 'privateAuthor',
          author: {...ref('jane'), _weak: true},
          userId: desk.journalist.id,
        },
      },
    ]),
  )
  return desk
}

/** Every document of a piece as its writer would leave it, under the ids of drafts. */
export interface PieceFields {
  article?: Fields
  photo?: Fields
  quote?: Fields
  source?: Fields
}

export function draftsOf(id: string, fields: PieceFields = {}): PieceDocument[] {
  return [
    {_id: `drafts.${id}-source`, _type: 'source', name: 'Prof. Source', ...fields.source},
    {
      _id: `drafts.${id}-quote`,
      _type: 'expertQuote',
      text: 'So it is.',
      kind: 'paraphrase',
      terms: 'onRecord',
      speakers: [{_key: 's', _type: 'speaker', source: fresh(`${id}-source`, 'source')}],
      ...fields.quote,
    },
    {
      _id: `drafts.${id}-photo`,
      _type: 'photoWithCredit',
      image: {_type: 'image', asset: ref(ASSET)},
      caption: 'A ferry',
      alt: 'A ferry at a pier',
      creditLine: '© Agency',
      ...fields.photo,
    },
    {
      _id: `drafts.${id}`,
      _type: 'article',
      headline: `The story ${id}`,
      dek: 'What happened.',
      slug: {_type: 'slug', current: id},
      section: ref('world'),
      bylines: [{_key: 'b', _type: 'byline', author: ref('jane'), role: 'writer'}],
      leadPhoto: {_type: 'photoUse', photo: fresh(`${id}-photo`, 'photoWithCredit')},
      body: [
        {_key: 't', _type: 'block', children: [{_key: 'c', _type: 'span', text: 'Words.'}]},
        {_key: 'q', _type: 'quoteUse', quote: fresh(`${id}-quote`, 'expertQuote')},
      ],
      ...fields.article,
    },
  ]
}

/** The same as they would be published. */
export function publishedOf(id: string, fields: PieceFields = {}): PieceDocument[] {
  const strong = JSON.stringify(draftsOf(id, fields), (name, value: unknown) =>
    name === '_weak' || name === '_strengthenOnPublish' ? undefined : value,
  )
  return JSON.parse(strong.replaceAll('"drafts.', '"')) as PieceDocument[]
}

export async function write(desk: Desk, id: string, fields: PieceFields = {}): Promise<void> {
  const drafts = draftsOf(id, fields)
  await ok(
    desk.mutate(
      desk.journalist,
      drafts.map((draft) => ({create: draft})),
    ),
  )
}

export async function submit(desk: Desk, id: string): Promise<void> {
  await ok(desk.act(desk.journalist, {act: 'submit', articleId: id}))
}

export async function approve(desk: Desk, id: string, more: Partial<EditorialActionRequest> = {}) {
  await ok(approving(desk, desk.editor, id, more))
}

/** Approves what is there now. */
export function approving(
  desk: Desk,
  who: Voice,
  id: string,
  more: Partial<EditorialActionRequest> = {},
) {
  return desk.act(who, {act: 'approve', articleId: id, ifContentHash: desk.hash(id), ...more})
}

/** A piece on its whole way to the readers. */
export async function publish(desk: Desk, id: string, fields: PieceFields = {}): Promise<void> {
  await write(desk, id, fields)
  await submit(desk, id)
  await approve(desk, id)
  await ok(desk.act(desk.editor, {act: 'publish', articleId: id}))
}

export async function set(desk: Desk, who: Voice, id: string, fields: Fields): Promise<void> {
  await ok(desk.mutate(who, [{patch: {id, set: fields}}]))
}

/** A draft beside what is published, as its first edit makes it. */
export async function edit(desk: Desk, who: Voice, id: string, fields: Fields): Promise<void> {
  const patch = {set: fields}
  const actionType = 'sanity.action.document.edit'
  await ok(desk.actions(who, [{actionType, publishedId: id, draftId: `drafts.${id}`, patch}]))
}

/** @returns the answer's body */
export async function ok(answer: Promise<Response>): Promise<Fields> {
  const response = await answer
  const body = (await response.json()) as Fields
  expect(body, `${response.status}`).not.toHaveProperty('error')
  expect(response.status).toBe(200)
  return body
}

/** Refused by a rule: 403 with reasons that a program can read, these codes among them. */
export async function refused(
  answer: Promise<Response>,
  ...codes: string[]
): Promise<ReviewReason[]> {
  const response = await answer
  const body = (await response.json()) as {
    error?: {type: string; description: string; reasons?: ReviewReason[]}
  }
  expect(body.error?.type, JSON.stringify(body)).toBe('editorialRule')
  expect(response.status).toBe(403)
  expect(body.error?.description).toMatch(/\w/)
  const reasons = body.error?.reasons ?? []
  for (const reason of reasons) {
    expect(reason.code).toMatch(/^[a-z][A-Za-z]+$/)
    expect(reason.severity).toBe('error')
    expect(reason.document).toMatch(/^\w/)
    expect(reason.message).toMatch(/^.+[.?]$/)
    expect(['string', 'undefined']).toContain(typeof reason.path)
  }
  expect(reasons.map(({code}) => code)).toEqual(expect.arrayContaining(codes))
  return reasons
}

/** As `refused`, and nothing at all was written. */
export async function refusedWhole(
  desk: Desk,
  attempt: () => Promise<Response>,
  ...codes: string[]
): Promise<ReviewReason[]> {
  const before = desk.everything()
  const reasons = await refused(attempt(), ...codes)
  expect(desk.everything()).toBe(before)
  return reasons
}
