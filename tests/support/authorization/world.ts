// A newsroom with one document of every kind, and everybody who may ask for it: what the table of
// roles and endpoints is tried on.
import sharp from 'sharp'
import {SYSTEM_ACTOR} from '../../../lake/grants.ts'
import type {Mutation} from '../../../lake/types.ts'
import {START, startLake, type Role, type TestLake} from '../lake.ts'
import {approve, openDesk, publish, submit, write, type Desk, type Voice} from '../piece.ts'
import {COMMENTS} from '../talk.ts'
import type {Kind, RoleColumn} from './table.ts'

export const DATASET = 'production'
export const METRICS_TOKEN = 'a token of the operator’s own'
/** Stands in every document of the world, with its kind. */
export const MARK = 'Only who may read it sees'

export interface Subject {
  dataset: string
  id: string
}

export interface World {
  lake: TestLake
  desk: Desk
  voices: Readonly<Record<RoleColumn, Voice>>
  subjects: Readonly<Record<Kind, Subject>>
  /** Paths of pictures: of what is published, and of what an embargo hides. */
  pictures: {public: string; embargoed: string}
  /** A link's document, whose secret the guest has. */
  link: string
  /** Writes past grants and rules, as a command on the data folder could. */
  put(mutations: object[], dataset?: string): Promise<void>
  /** A name that nothing has yet. */
  next(): string
  /** All that is stored. */
  everything(): string
  close(): Promise<void>
}

const later = (days: number): string => new Date(START + days * 86_400_000).toISOString()
const about = (kind: Kind) => ({
  headline: `${MARK}: ${kind}`,
  about: {_type: 'reference', _ref: 'subject', _weak: true},
})
const shows = (photo: string) => ({
  leadPhoto: {_type: 'photoUse', photo: {_type: 'reference', _ref: photo}},
})

export async function openWorld(): Promise<World> {
  const lake = await startLake({metricsToken: METRICS_TOKEN})
  const {commit, documents, log} = lake.lake.services
  const desk = await openDesk(lake)
  const put: World['put'] = async (mutations, dataset = DATASET) => {
    const steps = [() => ({mutations: mutations as Mutation[]})]
    await commit({dataset, actor: SYSTEM_ACTOR, steps})
  }
  const upload = async (red: number): Promise<string> => {
    const create = {width: 8, height: 6, channels: 3 as const, background: {r: red, g: 9, b: 9}}
    const bytes = await sharp({create}).png().toBuffer()
    return (await lake.client('importer').assets.upload('image', bytes))._id
  }
  const [open, hidden, unused] = [await upload(50), await upload(100), await upload(150)]
  const photo = (_id: string, asset: string, kind: Kind) => ({
    _id,
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: {_type: 'reference', _ref: asset}},
    creditLine: '© Courier',
    ...about(kind),
  })
  const all = [
    {_id: 'subject', _type: 'topic', title: 'What everything here is about'},
    {_id: 'siteSettings', _type: 'siteSettings', name: 'The Courier'},
    photo('open-photo', open, 'published'),
    {_id: 'open', _type: 'article', ...about('published'), ...shows('open-photo')},
    photo('held-photo', hidden, 'held back with an embargo'),
    {
      _id: 'held',
      _type: 'article',
      embargo: {until: later(3)},
      ...about('under embargo'),
      ...shows('held-photo'),
    },
    {_id: 'drafts.other', _type: 'article', ...about('draft')},
    {_id: 'drafts.shared', _type: 'article', ...about('draft behind the link')},
    {_id: 'private.source.one', _type: 'privateSource', ...about('private')},
    {_id: 'review.other', _type: 'review', stage: 'drafting', ...about('record')},
  ]
  await put(all.map((document) => ({create: document})))
  await put([{patch: {id: unused, set: about('picture that nothing uses')}}])
  await put(
    [{create: {_id: 'said', _type: 'comment', authorId: desk.colleague.id, ...about('comment')}}],
    COMMENTS,
  )

  const version = {_id: 'versions.summer.other', _type: 'article', ...about('version in a release')}
  const release = await desk.actions(desk.editor, [
    {actionType: 'sanity.action.release.create', releaseId: 'summer', metadata: {title: 'Summer'}},
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'other',
      document: version,
    },
  ])
  if (!release.ok) throw new Error(await release.text())

  const shared = await desk.act(desk.editor, {
    act: 'sharePreview',
    articleId: 'shared',
    recipient: 'A lawyer',
    expiresAt: later(7),
  } as never)
  if (!shared.ok) throw new Error(await shared.text())
  const link = documents.ofType(DATASET, 'previewLink')[0]!._id
  const pass = await lake.fetch(`/v1/passes/${DATASET}/${link}`, {headers: desk.editor.headers})
  const {secret} = (await pass.json()) as {secret: string}

  const person = (role: Role): Voice => desk.person(role, `The ${role}`)
  const bearer = (token: string) => ({headers: {authorization: `Bearer ${token}`}})
  const reader = lake.lake.services.access.tokens.create({name: 'A front end', role: 'reader'})
  const voices: Record<RoleColumn, Voice> = {
    anonymous: {id: 'anonymous', headers: {}},
    guest: {id: link, ...bearer(secret)},
    'reader token': {id: reader.id, ...bearer(reader.secret)},
    journalist: person('journalist'),
    'photo editor': person('photoEditor'),
    editor: person('editor'),
    developer: person('developer'),
    administrator: person('administrator'),
    importer: desk.importer,
  }

  await write(desk, 'at-drafting')
  await write(desk, 'at-inReview')
  await submit(desk, 'at-inReview')
  await write(desk, 'at-approved')
  await submit(desk, 'at-approved')
  await approve(desk, 'at-approved')
  await publish(desk, 'at-published')

  const path = (asset: string): string =>
    `/images/copydesk/${DATASET}/${asset.replace(/^image-/, '').replace(/-(\w+)$/, '.$1')}`
  let count = 0
  return {
    lake,
    desk,
    voices,
    pictures: {public: path(open), embargoed: path(hidden)},
    link,
    put,
    next: () => `cell-${++count}`,
    everything: () => JSON.stringify([log.last(), documents.all(DATASET), documents.all(COMMENTS)]),
    subjects: {
      published: {dataset: DATASET, id: 'open'},
      draft: {dataset: DATASET, id: 'drafts.other'},
      'draft behind the link': {dataset: DATASET, id: 'drafts.shared'},
      'version in a release': {dataset: DATASET, id: 'versions.summer.other'},
      private: {dataset: DATASET, id: 'private.source.one'},
      'under embargo': {dataset: DATASET, id: 'held'},
      'held back with an embargo': {dataset: DATASET, id: 'held-photo'},
      record: {dataset: DATASET, id: 'review.other'},
      'picture that nothing uses': {dataset: DATASET, id: unused},
      comment: {dataset: COMMENTS, id: 'said'},
    },
    close: () => lake.close(),
  }
}
